import type { Change } from "../auth/change";
import { Repeated } from "../auth/change";
import { AppError, invalid } from "../errors";
import { newId } from "../ids";
import { acknowledges, moves } from "../incidents/rules";
import type { Milestone } from "../incidents/words";
import { enqueue } from "../jobs/enqueue";
import { EARLIEST } from "../scalars";
import type { EntryRow } from "./queries";
import type { EntryData } from "./schema";
import type { EntryKind, Precision } from "./words";

/** An entry as a change writes it; what is not said takes its usual value. */
export interface NewEntry {
  id?: string | undefined;
  kind: EntryKind;
  body?: string | undefined;
  data?: EntryData | undefined;
  milestone?: Milestone | null | undefined;
  occurredAt?: Date | undefined;
  ageMs?: number | undefined;
  precision?: Precision | undefined;
  starred?: boolean | undefined;
  knownLater?: boolean | undefined;
  sourceUrl?: string | null | undefined;
  /** Only for history that is loaded: who wrote it and when, where that is not the actor now. */
  authorId?: string;
  recordedAt?: Date;
}

const DAY = 86_400_000;
const resolves = ({ kind, data, milestone }: { kind: EntryKind; data: EntryData; milestone: Milestone | null }) =>
  milestone === "resolved" || (kind === "status" && data.to === "resolved");

const NOW_KINDS: readonly EntryKind[] = ["impact", "evidence", "hypothesis", "action", "decision", "status"];

/** Whether an entry of this kind can move the derived columns or "where are we". */
export const isTelling = (entry: { kind: EntryKind; data: EntryData; milestone: Milestone | null }) =>
  NOW_KINDS.includes(entry.kind) || moves(entry) || acknowledges(entry);

/**
 * Writes entries into the locked incident, each with its event and its search row. Ids that the caller brought and that stand
 * there already are left as they are: all of them there means Repeated.
 */
export async function writeEntries(change: Change, actorId: string, entries: readonly NewEntry[]): Promise<string[]> {
  return (await writeRows(change, actorId, entries)).ids;
}

/** The same, with the rows as they were written; only those that are new. */
export async function writeRows(change: Change, actorId: string, entries: readonly NewEntry[]): Promise<{ ids: string[]; rows: EntryRow[] }> {
  const { tx, incident, now } = change;
  const brought = entries.flatMap((entry) => entry.id ?? []);
  if (new Set(brought).size !== brought.length) throw invalid("entries", "Two entries bring the same id");
  const standing = brought.length
    ? await tx.timelineEntry.findMany({ where: { id: { in: brought } }, select: { id: true, incidentId: true, authorId: true } })
    : [];
  if (standing.some((row) => row.incidentId !== incident.id || row.authorId !== actorId)) throw invalid("id", "Choose another id: this one is taken");
  const known = new Set(standing.map((row) => row.id));
  if (entries.length > 0 && known.size === entries.length) throw new Repeated(brought.join(","));

  const rows = entries
    .filter((entry) => !entry.id || !known.has(entry.id))
    .map((entry) => {
      const id = entry.id ?? newId(now.getTime());
      const data = entry.data ?? {};
      const occurredAt = entry.occurredAt ?? new Date(Math.max(EARLIEST, now.getTime() - (entry.ageMs ?? 0)));
      const seq = change.record({ type: "timeline.added", data: { entryId: id, kind: entry.kind } });
      if (isTelling({ kind: entry.kind, data, milestone: entry.milestone ?? null })) change.derive();
      change.search({ kind: "entry", sourceId: id, incidentId: incident.id, at: occurredAt, text: searchText(entry.body ?? "", data) });
      return {
        id,
        seq,
        kind: entry.kind,
        body: entry.body ?? "",
        data,
        milestone: entry.milestone ?? null,
        occurredAt,
        precision: entry.precision ?? "exact",
        starred: entry.starred ?? false,
        knownLater: entry.knownLater ?? false,
        sourceUrl: entry.sourceUrl ?? null,
        authorId: entry.authorId ?? actorId,
        recordedAt: entry.recordedAt ?? now,
      };
    });
  await tx.$executeRaw`
    insert into timeline_entry (id, "incidentId", seq, touched, kind, body, data, milestone, "occurredAt", "recordedAt", precision, "authorId", starred, "knownLater", "sourceUrl")
    select e.id, ${incident.id}::uuid, e.seq, e.seq, e.kind, e.body, e.data, e.milestone, e."occurredAt", e."recordedAt", e.precision, e."authorId", e.starred, e."knownLater", e."sourceUrl"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e(id uuid, seq int, kind text, body text, data jsonb, milestone text, "occurredAt" timestamptz,
      "recordedAt" timestamptz, precision text, "authorId" uuid, starred boolean, "knownLater" boolean, "sourceUrl" text)`;
  // Whether that held which was done before is asked when it is over; history that is loaded asks nothing.
  if (rows.some((row) => resolves(row) && now.getTime() - row.occurredAt.getTime() < DAY && row.recordedAt === now))
    await enqueue(tx, "held.ask", { incidentId: incident.id, personId: actorId });
  const fresh = rows[Symbol.iterator]();
  const ids = entries.map((entry) => (entry.id && known.has(entry.id) ? entry.id : (fresh.next().value as (typeof rows)[number]).id));
  const gone = { editedAt: null, deletedAt: null, redactedAt: null };
  return {
    ids,
    rows: rows.map((row) => ({ ...row, ...gone, touched: row.seq, version: 1, data: { ...row.data }, incident: { number: incident.number }, files: [] })),
  };
}

/** What of an entry can be found: its words, and what ruled a theory out. */
export const searchText = (body: string, data: EntryData) => [body, data.because, data.saidBy].filter(Boolean).join("\n");

/** Attaches uploaded pictures to an entry; each must be the incident's and not yet attached elsewhere. */
export async function attach(change: Change, entryId: string, attachmentIds: readonly string[] | undefined): Promise<void> {
  if (!attachmentIds?.length) return;
  const { count } = await change.tx.attachment.updateMany({
    where: { id: { in: [...attachmentIds] }, incidentId: change.incident.id, OR: [{ entryId: null }, { entryId }] },
    data: { entryId },
  });
  if (count !== new Set(attachmentIds).size) throw invalid("attachmentIds", "An attachment is not of this incident");
}

export const goneConflict = (current: unknown) => new AppError("CONFLICT", "This entry was deleted in the meantime. What you typed is kept.", { current });
