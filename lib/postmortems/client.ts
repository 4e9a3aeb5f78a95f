import { type QueryClient, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, isProblem } from "../http/fetch";
import type { Postmortem, PostmortemState } from "./schema";

export const postmortemKey = (ref: string) => ["postmortem", ref] as const;

/** The state of an incident's post-mortem, without its text: null where none was begun. The page brings it, the live socket keeps it. */
export const postmortemQuery = (ref: string) =>
  queryOptions({
    queryKey: postmortemKey(ref),
    queryFn: ({ signal }) =>
      api<PostmortemState>("GET", `/incidents/${ref}/postmortem`, { signal }).catch((error: unknown) => {
        if (isProblem(error, "NOT_FOUND")) return null;
        throw error;
      }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Lays a state that came live or as an answer into the cache, where it is held: the later one stays. */
export function layPostmortem(cache: QueryClient, ref: string, state: PostmortemState): void {
  cache.setQueryData<PostmortemState | null>(postmortemKey(ref), (held) => (held === undefined || (held && held.version > state.version) ? held : state));
}

export function useStartPostmortem(ref: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => api<Postmortem>("POST", `/incidents/${ref}/postmortem`, { body: {} }),
    onSuccess: (made) => layPostmortem(cache, ref, made),
  });
}
