import { type QueryClient, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, isProblem } from "../http/fetch";
import { listKey } from "../live/lists";
import { arrived, isRefused, send, wait, type WaitingHint, waitingHints } from "../outbox/hints";
import type { KeepHint, KeptHint, KeptHintList, LanguagePreview, LanguageSetting, SetLanguage } from "./schema";

/** What this browser last read stays in it, so that one without a network hints, and keeps, as well as any. */
const PREFIX = "candor.language ";

interface Held<Of> {
  at: number;
  of: Of;
}

function held<Of>(name: string): Held<Of> | undefined {
  try {
    return (JSON.parse(localStorage.getItem(PREFIX + name) ?? "null") as Held<Of> | null) ?? undefined;
  } catch {
    return undefined;
  }
}

function hold<Of>(name: string, of: Of): Of {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify({ at: Date.now(), of }));
  } catch {
    // Forbidden or full: the page still holds it.
  }
  return of;
}

/** Names of people and what was kept where are not for whoever uses this browser next. */
export function forgetLanguage(): void {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX)) localStorage.removeItem(name);
  } catch {
    // Nothing can be kept here, so nothing is.
  }
}

/** The organisation's setting, which changes seldom. */
export const languageQuery = queryOptions({
  queryKey: ["language"],
  queryFn: async ({ signal }) => hold("setting", await api<LanguageSetting>("GET", "/language", { signal })),
  initialData: () => held<LanguageSetting>("setting")?.of,
  initialDataUpdatedAt: () => held("setting")?.at,
  staleTime: 300_000,
});

/** Without a network one is told so at once, and what was typed stays in its form; it does not wait behind a spinner. */
const ANSWERED = { networkMode: "always", retry: false } as const;

/** Stale ones are refused: CONFLICT with the setting as it stands. */
export function useSetLanguage() {
  const cache = useQueryClient();
  return useMutation({
    ...ANSWERED,
    mutationFn: ({ input, ifMatch }: { input: SetLanguage; ifMatch: number }) => api<LanguageSetting>("PUT", "/language", { body: input, ifMatch }),
    onSuccess: (setting) => void cache.setQueryData(languageQuery.queryKey, hold("setting", setting)),
  });
}

export const usePreviewLanguage = () =>
  useMutation({ ...ANSWERED, mutationFn: (input: SetLanguage) => api<LanguagePreview>("POST", "/language/preview", { body: input }) });

const isSame = (one: KeepHint) => (other: KeepHint) => one.rule === other.rule && one.key === other.key;
/** Until the server has named it. */
const unnamed = ({ rule, key }: KeepHint): KeptHint => ({ id: `${rule} ${key}`, rule, key });

/** With what this browser has still to send. */
function withWaiting(ref: string, list: KeptHintList): KeptHintList {
  const rows = new Map(list.items.map((row) => [unnamed(row).id, row]));
  for (const hint of waitingHints(ref)) {
    const { id } = unnamed(hint);
    if (hint.drop) rows.delete(id);
    else if (!rows.has(id)) rows.set(id, unnamed(hint));
  }
  return { ...list, items: [...rows.values()] };
}

/** Hints that were kept in an incident. The live socket writes it as well; it is read again when it is an hour old. */
export const keptHintsQuery = (ref: string) =>
  queryOptions({
    queryKey: listKey("hints", ref),
    queryFn: async ({ signal }) => withWaiting(ref, hold(`kept ${ref}`, await api<KeptHintList>("GET", `/incidents/${ref}/kept-hints`, { signal }))),
    initialData: () => {
      const list = held<KeptHintList>(`kept ${ref}`)?.of;
      return list && withWaiting(ref, list);
    },
    initialDataUpdatedAt: 0,
    staleTime: 3_600_000,
  });

function lay(cache: QueryClient, ref: string, hint: KeepHint, row: KeptHint | null) {
  const { queryKey } = keptHintsQuery(ref);
  const list = cache.getQueryData(queryKey);
  const others = (list?.items ?? []).filter((one) => !isSame(hint)(one));
  const after = hold(`kept ${ref}`, { items: row ? [...others, row] : others, nextCursor: null });
  // Where nothing was read yet it is old from the beginning: what the server holds comes on top.
  cache.setQueryData(queryKey, after, list ? {} : { updatedAt: 0 });
}

/** One after the other, with or without a network: what cannot be sent now waits in this browser. */
const inTurn = (ref: string) => ({ scope: { id: `hints ${ref}` }, networkMode: "always" as const, retry: false });

/** Shows at once. Refused for good (one may not, the incident is gone), it shows the hint again and throws. */
export function useKeepHint(ref: string) {
  const cache = useQueryClient();
  return useMutation({
    ...inTurn(ref),
    mutationFn: async ({ rule, key }: KeepHint) => {
      const hint: WaitingHint = { rule, key };
      lay(cache, ref, hint, unnamed(hint));
      wait(ref, hint);
      try {
        lay(cache, ref, hint, (await send<KeptHint>(ref, hint)) ?? unnamed(hint));
      } catch (error) {
        if (!isRefused(error)) return;
        lay(cache, ref, hint, null);
        throw error;
      }
    },
  });
}

/** Takes back that it was kept. */
export function useDropKept(ref: string) {
  const cache = useQueryClient();
  return useMutation({
    ...inTurn(ref),
    mutationFn: async ({ rule, key }: KeepHint) => {
      const rows = cache.getQueryData(keptHintsQuery(ref).queryKey)?.items ?? [];
      const row = rows.find((one) => isSame({ rule, key })(one) && one.id !== unnamed(one).id);
      lay(cache, ref, { rule, key }, null);
      // What the server never heard of is only no longer to be sent.
      if (!row) return arrived(ref, { rule, key });
      const hint: WaitingHint = { rule, key, drop: row.id };
      wait(ref, hint);
      try {
        await send(ref, hint);
      } catch (error) {
        if (!isRefused(error) || isProblem(error, "NOT_FOUND")) return;
        lay(cache, ref, row, row);
        throw error;
      }
    },
  });
}
