import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { ActionItem } from "../actions/schema";
import { api, keyOf } from "../http/fetch";
import type { AnswerHeld, HeldList } from "./schema";

/** Did it hold? It is asked a moment after the incident is over, so it is looked for again when something happens there. */
export const heldQuery = (ref: string) =>
  queryOptions({ queryKey: ["held", ref], queryFn: ({ signal }) => api<HeldList>("GET", `/incidents/${ref}/held`, { signal }), staleTime: 30_000 });

export function useAnswerHeld(ref: string) {
  const cache = useQueryClient();
  const key = heldQuery(ref).queryKey;
  return useMutation({
    mutationFn: (said: AnswerHeld & { id: string }) => {
      const { id, ...body } = said;
      return api<ActionItem>("POST", `/action-items/${id}/held`, { body, key: keyOf(said) });
    },
    onMutate: ({ id, answer, note }) => {
      const before = cache.getQueryData(key);
      cache.setQueryData<HeldList>(
        key,
        (held) => held && { ...held, items: held.items.map((one) => (one.actionItemId === id ? { ...one, answer, note: note ?? one.note } : one)) },
      );
      return { before };
    },
    onError: (_error, _input, held) => held && cache.setQueryData(key, held.before),
    onSettled: () => cache.invalidateQueries({ queryKey: key }),
  });
}
