"use client";

import { lazy, Suspense } from "react";
import type { Factor } from "../../lib/factors/schema";
import type { Seed } from "./form-values";

const FactorForm = lazy(() => import("./factor-form"));

/** A factor that is being edited, or the beginning of a new one. */
export interface FactorInHand {
  factor?: Factor;
  seed: Seed;
}

/** The form of what is in hand, loaded when it is wanted; it follows what others make of the factor meanwhile. */
export function FactorSheet({ inHand, factors, onClose }: { inHand: FactorInHand | null; factors: readonly Factor[]; onClose: () => void }) {
  if (!inHand) return null;
  const { factor, seed } = inHand;
  return (
    <Suspense>
      <FactorForm key={seed.key} factor={factors.find(({ id }) => id === factor?.id) ?? factor} seed={seed} factors={factors} onClose={onClose} />
    </Suspense>
  );
}
