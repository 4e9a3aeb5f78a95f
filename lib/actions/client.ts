import { type QueryClient, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, keyOf } from "../http/fetch";
import { listKey } from "../live/lists";
import type { ActionItem, ActionItemList, AddActionItem, UpdateActionItem } from "./schema";

/** What follows from an incident. It is read once with the page; from then on the live socket writes it. */
export const actionItemsQuery = (ref: string) =>
  queryOptions({
    queryKey: listKey("actions", ref),
    queryFn: ({ signal }) => api<ActionItemList>("GET", `/incidents/${ref}/action-items`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

const BACKLOG = ["backlog"] as const;
/** A page of a list across incidents, as the page brought it; what is changed here is laid into it. */
export const backlogKey = (address: string) => [...BACKLOG, address] as const;

/** Puts what is known of items into every list that holds them. */
function lay(cache: QueryClient, items: readonly (Partial<ActionItem> & { id: string })[]): void {
  const by = new Map(items.map((item) => [item.id, item]));
  const put = (held: ActionItemList | undefined) =>
    held && { ...held, items: held.items.map((one) => (by.has(one.id) ? { ...one, ...by.get(one.id)! } : one)) };
  cache.setQueriesData<ActionItemList>({ queryKey: ["actions"] }, put);
  cache.setQueriesData<ActionItemList>({ queryKey: BACKLOG }, put);
}

export function useAddActionItem(ref: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: AddActionItem) => api<ActionItem>("POST", `/incidents/${ref}/action-items`, { body, key: keyOf(body) }),
    onSuccess: (made) =>
      cache.setQueryData<ActionItemList>(actionItemsQuery(ref).queryKey, (held) =>
        held && !held.items.some(({ id }) => id === made.id) ? { ...held, items: [...held.items, made] } : held,
      ),
  });
}

export interface ChangeOf {
  items: readonly ActionItem[];
  set: Omit<UpdateActionItem, "title" | "description" | "finishTest" | "trackerUrl">;
  /** How the rows look until the server has answered. */
  shown?: Partial<ActionItem>;
}

/** Changes one item or several (all or none), at once on the screen, and takes it back where it is refused. */
export function useChangeActionItems() {
  const cache = useQueryClient();
  return useMutation({
    scope: { id: "action items" },
    mutationFn: async ({ items, set }: ChangeOf) => {
      const [first] = items;
      if (items.length === 1) return [await api<ActionItem>("PATCH", `/action-items/${first!.id}`, { body: set })];
      return (await api<ActionItemList>("PATCH", "/action-items", { body: { ids: items.map(({ id }) => id), set } })).items;
    },
    onMutate: ({ items, shown = {} }) =>
      lay(
        cache,
        items.map(({ id }) => ({ id, ...shown })),
      ),
    onError: (_error, { items }) => lay(cache, items),
    onSuccess: (rows) => lay(cache, rows),
  });
}

export function useUpdateActionItem(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ input, ifMatch }: { input: UpdateActionItem; ifMatch?: number }) =>
      api<ActionItem>("PATCH", `/action-items/${id}`, { body: input, ifMatch }),
    onSuccess: (row) => lay(cache, [row]),
  });
}

export function useSnoozeActionItem(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: { until: string | null; why: string }) => api<ActionItem>("POST", `/action-items/${id}/snooze`, { body, key: keyOf(body) }),
    onSuccess: (row) => lay(cache, [row]),
  });
}

/** Takes an item out for good; the page closing does not stop it. */
export const removeActionItem = (id: string): Promise<void> => api("DELETE", `/action-items/${id}`, { keepalive: true });
