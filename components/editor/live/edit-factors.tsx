"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import type { Factor } from "../../../lib/factors/schema";
import { CombinationMap } from "../../factors/combination-map";
import { FactorList } from "../../factors/factor-list";
import { type FactorInHand, FactorSheet } from "../../factors/factor-sheet";
import { useFactorVerbs } from "../../factors/use-factor-verbs";
import { useRoom } from "../../room/room-context";
import { Button } from "../../ui/button";
import type { EditProps } from "./edit-props";

/** The map that one walks and its list, in the text. */
export default function EditFactors({ blocks }: EditProps) {
  const { incidentRef } = useRoom();
  const factors = blocks.factors ?? [];
  const { combine, move, takeOut } = useFactorVerbs(incidentRef);
  const [open, setOpen] = useState<FactorInHand | null>(null);
  const edit = (factor: Factor) => setOpen({ factor, seed: { key: factor.id } });
  return (
    <>
      {factors.length ? (
        <>
          {/* Narrower than on its own page: the name whole, of its why one line. */}
          <div className="[&_button>span:first-child]:shrink-0 [&_button>span:nth-child(2)]:line-clamp-1">
            <CombinationMap factors={factors} mayWrite onOpen={edit} onCombine={combine} onRemove={takeOut} />
          </div>
          <FactorList factors={factors} mayWrite onOpen={edit} onMove={move} onRemove={takeOut} />
        </>
      ) : (
        <p className="text-soft">Which conditions were needed for it to happen? It is rarely one thing.</p>
      )}
      <Button size="sm" className="mt-3" icon={<Plus aria-hidden="true" />} onClick={() => setOpen({ seed: { key: "new" } })}>
        Add a factor
      </Button>
      <FactorSheet inHand={open} factors={factors} onClose={() => setOpen(null)} />
    </>
  );
}
