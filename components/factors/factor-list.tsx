"use client";

import { inOrder } from "../../lib/factors/rules";
import type { Factor } from "../../lib/factors/schema";
import { useRoom } from "../room/room-context";
import { FactorRow } from "./factor-row";
import { useEvidence } from "./use-evidence";

interface Props {
  factors: readonly Factor[];
  mayWrite: boolean;
  onOpen: (factor: Factor) => void;
  onMove: (factor: Factor, to: number) => void;
  onRemove: (factor: Factor) => void;
}

/** The map in words, in the order that people gave it: what is read aloud, printed, and linked to. */
export function FactorList({ factors, mayWrite, onOpen, onMove, onRemove }: Props) {
  const { incidentRef, zone } = useRoom();
  const { labelOf } = useEvidence(incidentRef, zone);
  const all = inOrder(factors);
  return (
    <ol aria-label="Contributing factors" className="mt-4 border-hairline border-t">
      {all.map((factor, at) => (
        <FactorRow
          key={factor.id}
          factor={factor}
          place={at}
          count={all.length}
          others={all.filter((other) => factor.combinesWith.includes(other.id))}
          mayWrite={mayWrite}
          labelOf={labelOf}
          onOpen={() => onOpen(factor)}
          onMove={(to) => onMove(factor, to)}
          onDropped={(id, to) => {
            const dropped = all.find((one) => one.id === id);
            if (dropped && dropped.id !== factor.id) onMove(dropped, to);
          }}
          onRemove={() => onRemove(factor)}
        />
      ))}
    </ol>
  );
}
