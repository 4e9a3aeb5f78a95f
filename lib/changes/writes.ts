import { createHash } from "node:crypto";
import type { Change, Tx } from "../auth/change";
import { diffCounts } from "../diffs/rules";
import { invalid, notFound } from "../errors";
import { newId } from "../ids";
import type { RecordChange, UpdateChange } from "./schema";
import { CHANGE_KIND_WORDS, type ChangeKind } from "./words";

/** Parts of a change() that records, edits or places what was altered. */

export interface ChangeRow {
  id: string;
  kind: ChangeKind;
  summary: string;
  occurredAt: Date;
  before: string | null;
  after: string | null;
  actor: string | null;
  nothingChanged: boolean;
  incidentId: string | null;
  recordedInId: string | null;
  version: number;
}

/** The row under its lock, so that two edits, or an edit and a room that turns private, take turns. NOT_FOUND where another incident keeps it to itself. */
export async function lockChange(tx: Tx, id: string, incidentId: string | null): Promise<ChangeRow> {
  const [row] = await tx.$queryRaw<ChangeRow[]>`
    select id, kind, summary, "occurredAt", before, after, actor, "nothingChanged", "incidentId", "recordedInId", version from change where id = ${id}::uuid for update`;
  if (!row || (row.incidentId !== null && row.incidentId !== incidentId)) throw notFound();
  return row;
}

/** A change is locked before the entries that tell of it, in every room: whoever edits it elsewhere at this moment takes turns. */
export const holdChange = (tx: Tx, id: string) => tx.$queryRaw`select id from change where id = ${id}::uuid for update`;

async function refuseUnknownService(tx: Tx, serviceId: string | null | undefined): Promise<void> {
  if (serviceId && !(await tx.service.count({ where: { id: serviceId } }))) throw invalid("serviceId", "There is no such service");
}

type NewChange = Omit<RecordChange, "diff" | "summary"> & { summary?: string | undefined; diff?: string | undefined; nothingChanged?: boolean };
/** The room that it is recorded in, whether it belongs to that room alone, and who it is: it may have been there before. */
interface Place {
  incidentId: string;
  alone: boolean;
  id: string;
  version: number;
}

export async function addChange(c: Change, actorId: string, input: NewChange, place: Place | null): Promise<ChangeRow> {
  await refuseUnknownService(c.tx, input.serviceId);
  const { diff, summary = "", nothingChanged = false, occurredAt = c.now, environment } = input;
  const { id, version } = place ?? { id: newId(c.now.getTime()), version: 1 };
  const { kind, serviceId = null, actor = null, before = null, after = null, url = null } = input;
  const row = await c.tx.change.create({
    data: {
      id,
      kind,
      ...(environment ? { environment } : {}),
      serviceId,
      actor,
      before,
      after,
      url,
      summary,
      nothingChanged,
      occurredAt,
      incidentId: place?.alone ? place.incidentId : null,
      recordedInId: place?.incidentId ?? null,
      recordedById: actorId,
      recordedAt: c.now,
      version,
    },
  });
  c.record({ type: "change.recorded", data: { changeId: id } });
  if (diff) await writeDiff(c.tx, id, diff);
  return { ...row, kind: row.kind as ChangeKind };
}

/** Puts the diff beside its change, or takes it away where the text is empty; what lists say of it is counted here. */
export async function writeDiff(tx: Tx, changeId: string, text: string): Promise<void> {
  if (text === "") {
    await tx.changeDiff.deleteMany({ where: { changeId } });
    await tx.change.update({ where: { id: changeId }, data: { diffFiles: null, diffAdded: null, diffRemoved: null, diffBytes: null } });
    return;
  }
  const { files, added, removed } = diffCounts(text);
  await tx.changeDiff.upsert({ where: { changeId }, create: { changeId, text }, update: { text } });
  await tx.change.update({ where: { id: changeId }, data: { diffFiles: files, diffAdded: added, diffRemoved: removed, diffBytes: Buffer.byteLength(text) } });
}

/** Writes the fields that were given; answers their names. The places where the change stands follow by `followEdit`. */
export async function editChange(c: Change, row: ChangeRow, input: UpdateChange): Promise<string[]> {
  const fields = Object.keys(input).filter((field) => input[field as keyof UpdateChange] !== undefined);
  if (fields.length === 0) return [];
  await refuseUnknownService(c.tx, input.serviceId);
  const data = Object.fromEntries(fields.map((field) => [field, input[field as keyof UpdateChange]]));
  const after = await c.tx.change.update({ where: { id: row.id }, data: { ...data, version: { increment: 1 } } });
  await followEdit(c, row, { ...after, kind: after.kind as ChangeKind });
  return fields;
}

/** An entry that was moved on its timeline moves the change that it tells of; one that is no longer beside the incident stays where it is. */
export async function moveChange(c: Change, changeId: string, occurredAt: Date): Promise<void> {
  const beside = await c.tx.incidentChange.count({ where: { incidentId: c.incident.id, changeId } });
  if (!beside) return;
  await editChange(c, await lockChange(c.tx, changeId, c.incident.id), { occurredAt });
  c.record({ type: "change.updated", data: { changeId, fields: ["occurredAt"] } });
}

/**
 * The words and the time of a change stand on timelines and in search too: they follow, where nobody has written them anew.
 * In an entry's history and under a tombstone as well, so that nothing keeps what an edit took away.
 */
async function followEdit(c: Change, before: ChangeRow, after: ChangeRow): Promise<void> {
  const places = await c.tx.incidentChange.findMany({ where: { changeId: after.id }, select: { incidentId: true, why: true }, orderBy: { incidentId: "asc" } });
  for (const { incidentId, why } of places) searchChange(c, incidentId, after, why);
  const [was, is] = [entryWords(before), entryWords(after)];
  if (places.length === 0 || (was === is && before.occurredAt.getTime() === after.occurredAt.getTime())) return;
  const ids = places.map((place) => place.incidentId);
  await c.tx.$executeRaw`
    update timeline_revision r set body = ${is} from timeline_entry e
    where e.id = r."entryId" and e."incidentId" = any(${ids}::uuid[]) and e.kind = 'change' and e.data->>'changeId' = ${after.id} and r.body = ${was}`;
  const entries = await c.tx.$queryRaw<{ id: string; incidentId: string; body: string; deletedAt: Date | null }[]>`
    update timeline_entry e set body = case when e.body = ${was} then ${is} else e.body end, "occurredAt" = ${after.occurredAt}, version = e.version + 1
    where e."incidentId" = any(${ids}::uuid[]) and e.kind = 'change' and e.data->>'changeId' = ${after.id}
      and (e."occurredAt" <> ${after.occurredAt} or (e.body = ${was} and e.body <> ${is}))
    returning e.id, e."incidentId", e.body, e."deletedAt"`;
  for (const { id, incidentId, body, deletedAt } of entries) {
    if (deletedAt) continue;
    c.search({ kind: "entry", sourceId: id, incidentId, at: after.occurredAt, text: body });
    if (incidentId !== here(c)) continue;
    const seq = c.record({ type: "timeline.edited", data: { entryId: id, fields: ["body", "occurredAt"] } });
    await c.tx.timelineEntry.update({ where: { id }, data: { touched: seq } });
  }
}

/** The incident of this change(), where it is about one. */
const here = (c: Change) => {
  try {
    return c.incident.id;
  } catch {
    return null;
  }
};

/** What a timeline says of it. */
export const entryWords = ({ kind, summary, nothingChanged }: Pick<ChangeRow, "kind" | "summary" | "nothingChanged">) =>
  summary || (nothingChanged ? `Nothing changed: ${CHANGE_KIND_WORDS[kind].toLowerCase()}` : CHANGE_KIND_WORDS[kind]);

/** A change has one search row for each incident beside which it stands; its id is made of the two. */
export const searchId = (incidentId: string, changeId: string) => {
  const hex = createHash("md5").update(`${incidentId} ${changeId}`).digest("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
};

export function searchChange(c: Change, incidentId: string, row: ChangeRow, why: string): void {
  const text = [row.summary, row.before, row.after, row.actor, why].filter(Boolean).join("\n");
  c.search({ kind: "change", sourceId: searchId(incidentId, row.id), incidentId, at: row.occurredAt, text });
}
