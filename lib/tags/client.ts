import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, keyOf } from "../http/fetch";
import type { AddFactorTag, FactorTag, FactorTagList, UpdateFactorTag } from "./schema";

/** Tags change seldom: what was read in the last minutes need not be asked again. */
export const tagsQuery = (archived = false) =>
  queryOptions({
    queryKey: ["factor-tags", archived],
    queryFn: ({ signal }) => api<FactorTagList>("GET", `/factor-tags${archived ? "?archived=true" : ""}`, { signal }),
    staleTime: 300_000,
  });

function useAgain() {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: ["factor-tags"] });
}

export function useAddTag() {
  const again = useAgain();
  return useMutation({ mutationFn: (input: AddFactorTag) => api<FactorTag>("POST", "/factor-tags", { body: input, key: keyOf(input) }), onSuccess: again });
}

export function useUpdateTag() {
  const again = useAgain();
  return useMutation({
    mutationFn: ({ id, input, ifMatch }: { id: string; input: UpdateFactorTag; ifMatch?: number }) =>
      api<FactorTag>("PATCH", `/factor-tags/${id}`, { body: input, ifMatch }),
    onSettled: again,
  });
}

export function useRemoveTag() {
  const again = useAgain();
  return useMutation({ mutationFn: (id: string) => api<void>("DELETE", `/factor-tags/${id}`), onSettled: again });
}
