import { read } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { peopleById, someone } from "../auth/directory";
import { notFound } from "../errors";
import type { Prisma } from "../generated/prisma/client";
import { decodeCursor, encodeCursor } from "../http/cursor";
import { incidentFacts } from "../incidents/queries";
import { ownMilestone } from "../incidents/rules";
import type { Milestone } from "../incidents/words";
import type { Person } from "../people/schema";
import type { Entry, EntryData, EntryPage, EntryRevision, ListTimeline } from "./schema";
import type { EntryKind, Precision } from "./words";

export const ENTRY_SELECT = {
  id: true,
  seq: true,
  touched: true,
  kind: true,
  body: true,
  data: true,
  milestone: true,
  occurredAt: true,
  recordedAt: true,
  precision: true,
  authorId: true,
  starred: true,
  knownLater: true,
  sourceUrl: true,
  version: true,
  editedAt: true,
  deletedAt: true,
  redactedAt: true,
  incident: { select: { number: true } },
  files: { select: { id: true, name: true, mediaType: true, bytes: true, width: true, height: true }, orderBy: { id: "asc" } },
} satisfies Prisma.TimelineEntrySelect;

export type EntryRow = Prisma.TimelineEntryGetPayload<{ select: typeof ENTRY_SELECT }>;

/** A row as people read it. A tombstone keeps its time and its author, not its words. */
export function toEntry(row: EntryRow, people: ReadonlyMap<string, Person>): Entry {
  const gone = row.deletedAt !== null;
  const data = (gone ? {} : row.data) as EntryData;
  const kind = row.kind as EntryKind;
  return {
    id: row.id,
    seq: row.seq,
    touched: row.touched,
    kind,
    body: gone ? "" : row.body,
    data: data.personId ? { ...data, personName: people.get(data.personId)?.name ?? "someone" } : data,
    milestone: gone ? null : ((row.milestone as Milestone | null) ?? ownMilestone({ kind, data })),
    pinned: !gone && row.milestone !== null,
    occurredAt: row.occurredAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    precision: row.precision as Precision,
    author: people.get(row.authorId) ?? someone(row.authorId),
    starred: row.starred,
    knownLater: row.knownLater,
    sourceUrl: gone ? null : row.sourceUrl,
    attachments: gone ? [] : row.files.map((file) => ({ ...file, url: `/api/v1/incidents/INC-${row.incident.number}/attachments/${file.id}` })),
    version: row.version,
    editedAt: row.editedAt?.toISOString() ?? null,
    deletedAt: row.deletedAt?.toISOString() ?? null,
    redactedAt: row.redactedAt?.toISOString() ?? null,
  };
}

/** The people whom entries name: authors, and who took or left a role. */
export const peopleOf = (rows: readonly EntryRow[]) => peopleById(rows.flatMap((row) => [row.authorId, (row.data as EntryData).personId ?? []].flat()));

export async function toEntries(rows: readonly EntryRow[]): Promise<Entry[]> {
  const people = await peopleOf(rows);
  return rows.map((row) => toEntry(row, people));
}

/**
 * Entries of an incident, oldest first unless asked otherwise, by (occurredAt, seq).
 * `after` gives what was made or changed by later events, in that order, tombstones included.
 */
export async function listTimeline(ctx: Ctx, ref: string | undefined, query: ListTimeline): Promise<EntryPage> {
  const { id: incidentId } = await incidentFacts(ctx, { ref: ref ?? "" });
  const limit = query.limit ?? 25;
  const newest = query.order === "newest" || query.order === "desc";
  const byChange = query.after !== undefined;
  const where: Prisma.TimelineEntryWhereInput = {
    incidentId,
    ...(query.kind ? { kind: { in: query.kind } } : {}),
    ...(query.starred === undefined ? {} : { starred: query.starred }),
  };
  const and: Prisma.TimelineEntryWhereInput[] = [];
  if (byChange) and.push({ touched: { gt: query.after! } });
  if (query.cursor) {
    const [at, seq] = decodeCursor(query.cursor, 2) as [number, number];
    const past = newest ? "lt" : "gt";
    and.push(byChange ? { touched: { [past]: seq } } : { OR: [{ occurredAt: { [past]: new Date(at) } }, { occurredAt: new Date(at), seq: { [past]: seq } }] });
  }
  const direction = newest ? "desc" : "asc";
  const rows = await read(ctx).timelineEntry.findMany({
    where: { ...where, AND: and },
    orderBy: byChange ? [{ touched: direction }] : [{ occurredAt: direction }, { seq: direction }],
    take: limit + 1,
    select: ENTRY_SELECT,
  });
  const items = await toEntries(rows.slice(0, limit));
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items, nextCursor: last ? encodeCursor([last.occurredAt.getTime(), byChange ? last.touched : last.seq]) : null };
}

/** The newest part of a timeline, oldest first, as the room opens with it; `nextCursor` leads to the older part. */
export async function newestTimeline(ctx: Ctx, ref: string | undefined, limit = 100): Promise<EntryPage> {
  const page = await listTimeline(ctx, ref, { order: "newest", limit });
  return { items: page.items.reverse(), nextCursor: page.nextCursor };
}

/** NOT_FOUND unless the entry belongs to the incident and its reader may see it. */
export async function getEntry(ctx: Ctx, ref: string | undefined, id: string | undefined): Promise<Entry> {
  const row = await entryRow(ctx, ref, id);
  return (await toEntries([row]))[0]!;
}

/** Several entries of one incident, in the order asked for; what is not there is left out. */
export async function getEntries(ctx: Ctx, ref: string | undefined, ids: readonly string[]): Promise<Entry[]> {
  const { id: incidentId } = await incidentFacts(ctx, { ref: ref ?? "" });
  const rows = await read(ctx).timelineEntry.findMany({ where: { incidentId, id: { in: ids.filter(isId) } }, select: ENTRY_SELECT });
  const byId = new Map((await toEntries(rows)).map((entry) => [entry.id, entry]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

async function entryRow(ctx: Ctx, ref: string | undefined, id: string | undefined): Promise<EntryRow> {
  const { id: incidentId } = await incidentFacts(ctx, { ref: ref ?? "" });
  const row = isId(id) ? await read(ctx).timelineEntry.findFirst({ where: { id, incidentId }, select: ENTRY_SELECT }) : null;
  if (!row) throw notFound();
  return row;
}

export const isId = (id: string | undefined): id is string => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id ?? "");

export async function entryFacts(ctx: Ctx, params: Record<string, string>) {
  const facts = await incidentFacts(ctx, params);
  const found = isId(params.id) && (await read(ctx).timelineEntry.count({ where: { id: params.id, incidentId: facts.id } }));
  if (!found) throw notFound();
  return facts;
}

/** What the entry said before each edit, oldest first. Redacted words are gone from here too. */
export async function entryHistory(ctx: Ctx, ref: string | undefined, id: string | undefined): Promise<{ items: EntryRevision[]; nextCursor: null }> {
  const entry = await entryRow(ctx, ref, id);
  const rows = entry.deletedAt ? [] : await read(ctx).timelineRevision.findMany({ where: { entryId: entry.id }, orderBy: { version: "asc" }, take: 500 });
  const people = await peopleById(rows.map((row) => row.editedById));
  const items = rows.map((row) => ({
    version: row.version,
    body: row.body,
    data: row.data as EntryData,
    milestone: row.milestone as Milestone | null,
    occurredAt: row.occurredAt.toISOString(),
    knownLater: row.knownLater,
    sourceUrl: row.sourceUrl,
    editedBy: people.get(row.editedById) ?? someone(row.editedById),
    editedAt: row.editedAt.toISOString(),
  }));
  return { items, nextCursor: null };
}
