import { infiniteQueryOptions, type QueryClient, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { CallAnswer } from "../calls/words";
import { api, queryString } from "../http/fetch";
import type { InboxItem, InboxPage } from "./schema";

const KEY = ["inbox"] as const;

/** What waits, newest first; a hundred is more than anyone looks through. The live socket says when to ask again. */
export const inboxQuery = queryOptions({
  queryKey: [...KEY, "waiting"],
  queryFn: ({ signal }) => api<InboxPage>("GET", `/inbox${queryString({ limit: 100 })}`, { signal }),
  staleTime: 60_000,
});

/** What was ticked off, a page at a time. */
export const doneQuery = infiniteQueryOptions({
  queryKey: [...KEY, "done"],
  queryFn: ({ signal, pageParam }) => api<InboxPage>("GET", `/inbox${queryString({ done: true, cursor: pageParam })}`, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});

/** The live socket said that something came or went. A change of one's own that is on its way asks again by itself. */
export function refreshInbox(cache: QueryClient): void {
  if (cache.isMutating({ mutationKey: KEY }) === 0) void cache.invalidateQueries({ queryKey: KEY });
}

const without = (page: InboxPage | undefined, item: InboxItem): InboxPage | undefined => {
  if (!page?.items.some(({ id }) => id === item.id)) return page;
  return { ...page, items: page.items.filter(({ id }) => id !== item.id), waiting: Math.max(0, page.waiting - 1) };
};

const withItem = (page: InboxPage | undefined, item: InboxItem): InboxPage | undefined => {
  if (!page || page.items.some(({ id }) => id === item.id)) return page;
  const items = [...page.items, item].sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.id < b.id ? 1 : -1));
  return { ...page, items, waiting: page.waiting + 1 };
};

/** Lays a change into the list before the server has said yes, and takes it back where it says no. */
function useOptimistic<Input extends { item: InboxItem }>(
  scope: string,
  mutationFn: (input: Input) => Promise<unknown>,
  lay: (page: InboxPage | undefined, input: Input) => InboxPage | undefined,
) {
  const cache = useQueryClient();
  return useMutation({
    mutationKey: KEY,
    // One after the other, so that an undo cannot arrive before what it undoes.
    scope: { id: scope },
    mutationFn,
    onMutate: async (input: Input) => {
      await cache.cancelQueries({ queryKey: inboxQuery.queryKey });
      const before = cache.getQueryData(inboxQuery.queryKey);
      cache.setQueryData(inboxQuery.queryKey, lay(before, input));
      return { before };
    },
    onError: (_error, _input, held) => held && cache.setQueryData(inboxQuery.queryKey, held.before),
    onSettled: () => {
      if (cache.isMutating({ mutationKey: KEY }) <= 1) return cache.invalidateQueries({ queryKey: KEY });
    },
  });
}

export const useSetInboxDone = () =>
  useOptimistic(
    "inbox done",
    ({ item, done }: { item: InboxItem; done: boolean }) => api<InboxItem>("POST", `/inbox/${item.id}/done`, { body: { done } }),
    (page, { item, done }) => (done ? without(page, item) : withItem(page, item)),
  );

export const useAnswerFromInbox = () =>
  useOptimistic(
    "inbox answers",
    ({ item, answer }: { item: InboxItem; answer: CallAnswer }) => api("POST", `/calls/${item.callId}/answer`, { body: { answer } }),
    (page, { item }) => without(page, item),
  );
