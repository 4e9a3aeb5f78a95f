"use client";

import { lazy, Suspense, useState } from "react";
import { Ladder } from "../../nets/ladder";
import type { EditProps } from "./edit-props";

const FactorForm = lazy(() => import("../../factors/factor-form"));

/** The ladder with its questions, in the text. */
export default function EditNets({ blocks }: EditProps) {
  const [differs, setDiffers] = useState(false);
  return (
    <div className="[&>section]:pt-0 [&_ol]:grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))]!">
      <Ladder mayWrite onDiffers={() => setDiffers(true)} />
      {differs ? (
        <Suspense>
          <FactorForm
            seed={{ key: "staging", group: "environment", tag: "staging differs from production", role: "enabled" }}
            factors={blocks.factors ?? []}
            onClose={() => setDiffers(false)}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
