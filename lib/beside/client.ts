import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { diffPath, diffQuery } from "../changes/client";
import type { AddIncidentChange, IncidentChange, IncidentChangeList, OfferedChange, OfferedChanges, UpdateIncidentChange } from "../changes/schema";
import { api, isProblem, keyOf } from "../http/fetch";
import { listKey, withRow } from "../live/lists";
import { offeredKey } from "../offered/client";

const put = (cache: QueryClient, ref: string, row: IncidentChange | { id: string; gone: true }) =>
  cache.setQueryData(listKey("changes", ref), (held: IncidentChangeList | undefined) => withRow(held, row));
/** An answer that the live socket has overtaken changes nothing. */
const putAnswer = (cache: QueryClient, ref: string, row: IncidentChange) => (held(cache, ref, row.id)?.version ?? 0) > row.version || put(cache, ref, row);
const held = (cache: QueryClient, ref: string, id: string) =>
  cache.getQueryData<IncidentChangeList>(listKey("changes", ref))?.items.find((row) => row.id === id);

/** Tells of a change in the room; a diff follows it by itself, to the letter. */
export function useAddChange(ref: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ input, diff }: { input: AddIncidentChange; diff?: string }) => {
      const made = await api<IncidentChange>("POST", `/incidents/${ref}/changes`, { body: input, key: keyOf(input) });
      put(cache, ref, made);
      return diff ? api<IncidentChange>("PUT", diffPath(made.id, ref), { text: diff }) : made;
    },
    onSuccess: (made) => put(cache, ref, made),
  });
}

/** Places what was offered, at once on the screen; a refusal takes it back. */
export function usePlaceChange(ref: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ change, verdict }: { change: OfferedChange; verdict?: IncidentChange["verdict"] }) =>
      api<IncidentChange>("POST", `/incidents/${ref}/changes`, { body: { changeId: change.id, ...(verdict ? { verdict } : {}) } }),
    onMutate: ({ change, verdict }) => {
      const { secondsBefore: _, via: __, ...row } = change;
      put(cache, ref, { ...row, verdict: verdict ?? null, why: "", judgedBy: null, judgedAt: null });
      const offered = cache.getQueryData<OfferedChanges>(offeredKey(ref));
      if (offered) cache.setQueryData(offeredKey(ref), { ...offered, items: offered.items.filter((one) => one.id !== change.id) });
    },
    onSuccess: (made) => putAnswer(cache, ref, made),
    onError: (_, { change }) => {
      put(cache, ref, { id: change.id, gone: true });
      void cache.invalidateQueries({ queryKey: offeredKey(ref) });
    },
  });
}

/** Judges or corrects one, at once on the screen; a refusal puts back what stood. */
export function useUpdateChange(ref: string) {
  const cache = useQueryClient();
  return useMutation({
    // In their turn: what is said of a change while its verdict is under way is said of the change with that verdict ("held").
    scope: { id: `changes ${ref}` },
    mutationFn: ({ id, input, ifMatch }: { id: string; input: UpdateIncidentChange; ifMatch?: number | "held" }) =>
      api<IncidentChange>("PATCH", `/incidents/${ref}/changes/${id}`, { body: input, ifMatch: ifMatch === "held" ? held(cache, ref, id)?.version : ifMatch }),
    onMutate: ({ id, input: { verdict, why } }) => {
      const before = held(cache, ref, id);
      if (before) put(cache, ref, { ...before, ...(verdict === undefined ? {} : { verdict }), ...(why === undefined ? {} : { why }) });
      return before;
    },
    onSuccess: (row) => putAnswer(cache, ref, row),
    onError: (error, __, before) => {
      const row = isProblem(error, "CONFLICT") ? (error.current as IncidentChange) : before;
      if (row) putAnswer(cache, ref, row);
    },
  });
}

/** Takes one away; answers what brings it back, its diff included where it was this room's own. */
export function useRemoveChange(ref: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (change: IncidentChange) => {
      const diff = change.hasDiff ? await cache.fetchQuery(diffQuery(change, ref)) : undefined;
      await api<undefined>("DELETE", `/incidents/${ref}/changes/${change.id}`);
      put(cache, ref, { id: change.id, gone: true });
      return () => bringBack(cache, ref, change, diff);
    },
  });
}

async function bringBack(cache: QueryClient, ref: string, change: IncidentChange, diff: string | undefined): Promise<void> {
  const { id, kind, summary, environment, occurredAt, serviceId, actor, before, after, url, verdict, why } = change;
  const post = (body: AddIncidentChange | Record<string, unknown>) => api<IncidentChange>("POST", `/incidents/${ref}/changes`, { body });
  const told = change.nothingChanged
    ? { id, kind, ...(summary ? { summary } : {}), nothingChanged: true, why, occurredAt, environment, serviceId }
    : { id, kind, summary, environment, occurredAt, serviceId, actor, before, after, url, verdict, why };
  const judged = { ...(verdict ? { verdict } : {}), ...(why ? { why } : {}) };
  // One that belonged to this room alone is gone: it is told again, as the same one.
  const orTold = (error: unknown) => {
    if (!isProblem(error, "INVALID")) throw error;
    return post(told);
  };
  const row = change.nothingChanged ? await post(told) : await post({ changeId: id, ...judged }).catch(orTold);
  put(cache, ref, row);
  if (diff && !row.hasDiff) put(cache, ref, await api<IncidentChange>("PUT", diffPath(row.id, ref), { text: diff }));
}
