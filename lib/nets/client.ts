import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, isProblem } from "../http/fetch";
import { listKey } from "../live/lists";
import type { AnswerNet, SafetyNet, SafetyNetList } from "./schema";
import type { Net } from "./words";

/** The safety nets of an incident. It is read once with the page; from then on the live socket writes it. */
export const netsQuery = (ref: string) =>
  queryOptions({
    queryKey: listKey("nets", ref),
    queryFn: ({ signal }) => api<SafetyNetList>("GET", `/incidents/${ref}/safety-nets`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** An answer shows at once. Where someone was first, what stands comes back with the refusal and is shown. */
export function useAnswerNet(ref: string) {
  const cache = useQueryClient();
  const key = netsQuery(ref).queryKey;
  const lay = (net: Net, change: Partial<SafetyNet>) =>
    cache.setQueryData(key, (held) => held && { ...held, items: held.items.map((one) => (one.net === net ? { ...one, ...change } : one)) });
  const mutationKey = ["nets", ref];
  const underWay = (net: Net) =>
    cache.getMutationCache().findAll({ mutationKey, status: "pending", predicate: (one) => (one.state.variables as { net: Net }).net === net }).length;
  return useMutation({
    mutationKey,
    // Keys are pressed faster than they are answered: each in its turn, so that the last one stands.
    scope: { id: mutationKey.join(" ") },
    mutationFn: ({ net, input, ifMatch }: { net: Net; input: AnswerNet; ifMatch?: number }) =>
      api<SafetyNet>("PUT", `/incidents/${ref}/safety-nets/${net}`, { body: input, ifMatch }),
    onMutate: ({ net, input }) => {
      const before = cache.getQueryData(key)?.items.find((one) => one.net === net);
      lay(net, input as Partial<SafetyNet>);
      return before;
    },
    onError: (error, { net }, before) => {
      if (isProblem(error, "CONFLICT")) lay(net, error.current as SafetyNet);
      else if (before) lay(net, before);
    },
    onSuccess: (row) => {
      const now = cache.getQueryData(key)?.items.find((one) => one.net === row.net);
      if ((!now || now.version <= row.version) && underWay(row.net) <= 1) lay(row.net, row);
    },
  });
}
