"use client";

import { useAddFactor, useRemoveFactor, useUpdateFactor } from "../../lib/factors/client";
import type { Factor } from "../../lib/factors/schema";
import { toast } from "../ui/toast";

const told = (error: Error) => toast(error.message, { tone: "danger" });

/** What is done with factors where they stand: each at once, and with an undo. */
export function useFactorVerbs(incidentRef: string) {
  const add = useAddFactor(incidentRef);
  const update = useUpdateFactor(incidentRef);
  const remove = useRemoveFactor(incidentRef);

  function combine(one: Factor, other: Factor) {
    const before = one.combinesWith;
    const apart = before.includes(other.id);
    const combinesWith = apart ? before.filter((id) => id !== other.id) : [...before, other.id];
    const undo = () => update.mutate({ id: one.id, input: { combinesWith: before } }, { onError: told });
    toast(apart ? `“${one.tag}” and “${other.tag}” no longer combine` : `“${one.tag}” combines with “${other.tag}”`, { undo });
    update.mutate({ id: one.id, input: { combinesWith } }, { onError: told });
  }
  const move = (factor: Factor, order: number) => update.mutate({ id: factor.id, input: { order } }, { onError: told });
  function takeOut(factor: Factor) {
    remove.mutate(factor, {
      onError: told,
      onSuccess: (again) => toast(`“${factor.tag}” is taken out`, { undo: () => add.mutate(again(), { onError: told }) }),
    });
  }
  return { combine, move, takeOut };
}
