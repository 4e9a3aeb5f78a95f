import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, keyOf } from "../http/fetch";
import { listKey, withRow } from "../live/lists";
import { moved } from "./rules";
import type { AddFactor, Factor, FactorList, UpdateFactor } from "./schema";

/** What combined in an incident. It is read once with the page; from then on the live socket writes it. */
export const factorsQuery = (ref: string) =>
  queryOptions({
    queryKey: listKey("factors", ref),
    queryFn: ({ signal }) => api<FactorList>("GET", `/incidents/${ref}/factors`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

function useHeld(ref: string) {
  const cache = useQueryClient();
  const key = factorsQuery(ref).queryKey;
  return {
    get: () => cache.getQueryData(key),
    set: (next: (held: FactorList) => FactorList) => cache.setQueryData(key, (held) => held && next(held)),
    /** An answer that the live socket has overtaken changes nothing. */
    lay: (row: Factor) =>
      cache.setQueryData(key, (held) => ((held?.items.find((one) => one.id === row.id)?.version ?? 0) > row.version ? held : withRow(held, row))),
  };
}

export function useAddFactor(ref: string) {
  const held = useHeld(ref);
  return useMutation({
    mutationFn: (input: AddFactor) => api<Factor>("POST", `/incidents/${ref}/factors`, { body: input, key: keyOf(input) }),
    onSuccess: (row) => {
      held.lay(row);
      held.set((list) => ({ ...list, items: list.items.map((one) => withPartner(one, row)) }));
    },
  });
}

/** What it combines with, as its partners see it. */
const withPartner = (one: Factor, { id, combinesWith }: Pick<Factor, "id" | "combinesWith">): Factor => {
  const has = one.combinesWith.includes(id);
  if (one.id === id || has === combinesWith.includes(one.id)) return one;
  return { ...one, combinesWith: has ? one.combinesWith.filter((other) => other !== id) : [...one.combinesWith, id] };
};

/** An edit shows at once, with its partners and those that make room; a refusal reads the list again and is thrown to the form. */
export function useUpdateFactor(ref: string) {
  const cache = useQueryClient();
  const held = useHeld(ref);
  return useMutation({
    mutationFn: ({ id, input, ifMatch }: { id: string; input: UpdateFactor; ifMatch?: number }) =>
      api<Factor>("PATCH", `/incidents/${ref}/factors/${id}`, { body: input, ifMatch }),
    onMutate: ({ id, input }) => {
      const { combinesWith, order } = input;
      if (order !== undefined) held.set((list) => ({ ...list, items: moved(list.items, id, order) }));
      if (combinesWith)
        held.set((list) => ({
          ...list,
          items: list.items.map((one) => (one.id === id ? { ...one, combinesWith } : withPartner(one, { id, combinesWith }))),
        }));
    },
    onError: () => void cache.invalidateQueries({ queryKey: factorsQuery(ref).queryKey }),
    onSuccess: held.lay,
  });
}

/** It leaves at once; a refusal brings it back. Answers what adds it again as the same one, so that all that led to it does again. */
export function useRemoveFactor(ref: string) {
  const cache = useQueryClient();
  const held = useHeld(ref);
  return useMutation({
    mutationFn: async (factor: Factor) => {
      await api<void>("DELETE", `/incidents/${ref}/factors/${factor.id}`);
      return () => asInput(factor, held.get()?.items ?? []);
    },
    onMutate: ({ id }) =>
      held.set((list) => ({
        ...list,
        items: list.items.filter((one) => one.id !== id).map((one) => withPartner(one, { id, combinesWith: [] })),
      })),
    onError: () => void cache.invalidateQueries({ queryKey: factorsQuery(ref).queryKey }),
  });
}

/** The same again, for an undo: its place, its evidence and its partners, as far as they still stand. */
function asInput(factor: Factor, standing: readonly Factor[]): AddFactor {
  const { id, tag, role, why, evidence, combinesWith, order } = factor;
  return { id, tag, role, why, evidence, combinesWith: combinesWith.filter((other) => standing.some((one) => one.id === other)), order };
}
