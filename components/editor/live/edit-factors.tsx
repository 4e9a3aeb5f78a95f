"use client";

import { Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { Factor } from "../../../lib/factors/schema";
import { CombinationMap } from "../../factors/combination-map";
import { FactorList } from "../../factors/factor-list";
import type { Seed } from "../../factors/form-values";
import { useFactorVerbs } from "../../factors/use-factor-verbs";
import { useRoom } from "../../room/room-context";
import { Button } from "../../ui/button";
import type { EditProps } from "./edit-props";

const FactorForm = lazy(() => import("../../factors/factor-form"));

/** The map that one walks and its list, in the text. */
export default function EditFactors({ blocks }: EditProps) {
  const { incidentRef } = useRoom();
  const factors = blocks.factors ?? [];
  const { combine, move, takeOut } = useFactorVerbs(incidentRef);
  const [open, setOpen] = useState<{ factor?: Factor; seed: Seed } | null>(null);
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
      {open ? (
        <Suspense>
          <FactorForm
            key={open.seed.key}
            factor={open.factor ? (factors.find((one) => one.id === open.factor?.id) ?? open.factor) : undefined}
            seed={open.seed}
            factors={factors}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
