import { type QueryClient, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../http/fetch";
import type { AttachmentDto, Entry, EntryPage, EntryRevision, UpdateTimelineEntry } from "./schema";

/** The part of a timeline that the browser holds: always its newest part, oldest entry first. */
export interface TimelineCache {
  items: Entry[];
  /** Leads to the older part; null when all of it is here. */
  older: string | null;
}

const PART = 100;

const newestPart = (page: EntryPage): TimelineCache => ({ items: [...page.items].reverse(), older: page.nextCursor });

export const timelineQuery = (ref: string) =>
  queryOptions({
    queryKey: ["timeline", ref],
    queryFn: async ({ signal }) => newestPart(await api<EntryPage>("GET", `/incidents/${ref}/timeline?order=newest&limit=${PART}`, { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** All statuses that it went through, beside the newest part: of a long timeline they stand anywhere. */
export const statusesQuery = (ref: string) =>
  queryOptions({
    queryKey: ["statuses", ref],
    queryFn: async ({ signal }) => (await api<EntryPage>("GET", `/incidents/${ref}/timeline?kind=status&order=newest&limit=100`, { signal })).items,
  });

/** Where a long timeline begins, beside the newest part. */
export const oldestQuery = (ref: string) =>
  queryOptions({
    queryKey: ["oldest", ref],
    queryFn: async ({ signal }) => (await api<EntryPage>("GET", `/incidents/${ref}/timeline?order=oldest&limit=100`, { signal })).items,
  });

/** Times are ISO in UTC, all of one shape: as text they stand in the order of time. */
const inTime = (a: Entry, b: Entry) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : a.seq - b.seq);

/** Entries of changes follow a change that was corrected elsewhere, without an event of this incident. */
export async function askChanges(cache: QueryClient, ref: string): Promise<void> {
  const { items } = await api<EntryPage>("GET", `/incidents/${ref}/timeline?kind=change&order=newest&limit=${PART}`);
  cache.setQueryData(timelineQuery(ref).queryKey, (held) => held && withEntries(held, items));
}

/** Lays rows into what is held: the later touched of two, or the later version of one, stays. Order is by (occurredAt, seq). */
export function withEntries(held: TimelineCache, rows: readonly Entry[]): TimelineCache {
  const byId = new Map(held.items.map((entry) => [entry.id, entry]));
  let changed = false;
  for (const row of rows) {
    const known = byId.get(row.id);
    if (known && (known.touched - row.touched || known.version - row.version) >= 0) continue;
    byId.set(row.id, row);
    changed = true;
  }
  return changed ? { ...held, items: [...byId.values()].sort(inTime) } : held;
}

/** Loads the part before what is held; answers how many entries came. */
export function useOlderEntries(ref: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const held = cache.getQueryData(timelineQuery(ref).queryKey);
      if (!held?.older) return 0;
      const page = newestPart(await api<EntryPage>("GET", `/incidents/${ref}/timeline?order=newest&limit=${PART}&cursor=${held.older}`));
      cache.setQueryData(timelineQuery(ref).queryKey, (now) => now && { ...withEntries(now, page.items), older: page.older });
      return page.items.length;
    },
  });
}

function useHeldEntry(ref: string) {
  const cache = useQueryClient();
  return (entry: Entry) => {
    cache.setQueryData(statusesQuery(ref).queryKey, (held) => held?.map((one) => (one.id === entry.id ? entry : one)));
    cache.setQueryData(timelineQuery(ref).queryKey, (held) => held && withEntries(held, [entry]));
  };
}

/** An edit shows at once; a refusal puts back what stood and is thrown to the form. */
export function useUpdateEntry(ref: string) {
  const cache = useQueryClient();
  const hold = useHeldEntry(ref);
  const key = timelineQuery(ref).queryKey;
  return useMutation({
    mutationFn: ({ id, input, ifMatch }: { id: string; input: EntryEdit; ifMatch?: number }) =>
      api<Entry>("PATCH", `/incidents/${ref}/timeline/${id}`, { body: input, ifMatch }),
    onMutate: ({ id, input }) => {
      const before = cache.getQueryData(key)?.items.find((entry) => entry.id === id);
      cache.setQueryData(
        key,
        (held) => held && { ...held, items: held.items.map((entry) => (entry.id === id ? { ...entry, ...shown(entry, input) } : entry)).sort(inTime) },
      );
      return before;
    },
    // Only this entry is put back, and only where nothing newer came meanwhile: the others' rows go on.
    onError: (_error, { id }, before) =>
      cache.setQueryData(key, (held) =>
        held && before
          ? { ...held, items: held.items.map((entry) => (entry.id === id && entry.touched === before.touched ? before : entry)).sort(inTime) }
          : held,
      ),
    onSuccess: hold,
  });
}

/** The edit as it travels: times as ISO text. */
export type EntryEdit = Omit<Partial<UpdateTimelineEntry>, "occurredAt"> & { occurredAt?: string };

function shown(entry: Entry, input: EntryEdit): Partial<Entry> {
  const { data, letIn: _letIn, deleted, ...fields } = input;
  const told = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Entry>;
  return { ...told, ...(data ? { data: { ...entry.data, ...data } } : {}), ...(deleted === false ? { deletedAt: null } : {}) };
}

export function useDeleteEntry(ref: string) {
  const hold = useHeldEntry(ref);
  return useMutation({ mutationFn: (id: string) => api<Entry>("DELETE", `/incidents/${ref}/timeline/${id}`), onSuccess: hold });
}

export function useRedactEntry(ref: string) {
  const hold = useHeldEntry(ref);
  return useMutation({
    mutationFn: ({ id, text }: { id: string; text?: string }) => api<Entry>("POST", `/incidents/${ref}/timeline/${id}/redact`, { body: text ? { text } : {} }),
    onSuccess: hold,
  });
}

export const entryHistoryQuery = (ref: string, id: string, version: number) =>
  queryOptions({
    queryKey: ["entry-history", ref, id, version],
    queryFn: ({ signal }) => api<{ items: EntryRevision[] }>("GET", `/incidents/${ref}/timeline/${id}/history`, { signal }),
  });

/** Uploads a picture, to be attached to the entry that is sent next. Refusals are thrown as problems. */
export async function uploadPicture(ref: string, file: File): Promise<AttachmentDto> {
  const form = new FormData();
  form.append("file", file);
  return api<AttachmentDto>("POST", `/incidents/${ref}/attachments`, { form });
}
