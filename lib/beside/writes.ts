import type { Change } from "../auth/change";
import { type ChangeRow, entryWords, searchChange, searchId } from "../changes/writes";
import { nextVersion } from "../events/writes";
import type { EntryData } from "../timeline/schema";
import { writeEntries } from "../timeline/writes";

/** Parts of a change() that puts a change beside an incident, or takes it away. */

/** Places a change beside the locked incident, and on its timeline at its time. An entry that led to it before does so again. */
export async function placeChange(
  c: Change,
  actorId: string,
  row: ChangeRow,
  judged: { verdict?: string | null | undefined; why?: string | undefined },
): Promise<void> {
  const { id: incidentId } = c.incident;
  const { verdict = null, why = "" } = judged;
  await c.tx.incidentChange.create({
    data: {
      ...{ incidentId, changeId: row.id, verdict, why, addedById: actorId, addedAt: c.now },
      ...(verdict ? { judgedById: actorId, judgedAt: c.now } : {}),
      version: await nextVersion(c, "changeId", row.id),
    },
  });
  searchChange(c, incidentId, row, why);
  const former = await c.tx.$queryRaw<{ id: string; data: EntryData }[]>`
    select id, data from timeline_entry where "incidentId" = ${incidentId}::uuid and kind = 'change' and "deletedAt" is null and not data ? 'changeId' and id::text in (
      select data->>'entryId' from event where "incidentId" = ${incidentId}::uuid and type = 'timeline.edited' and data->>'changeId' = ${row.id})`;
  for (const entry of former) await linkEntry(c, entry.id, { ...entry.data, changeId: row.id });
  if (former.length === 0) await writeEntries(c, actorId, [{ kind: "change", body: entryWords(row), data: { changeId: row.id }, occurredAt: row.occurredAt }]);
  c.record({ type: "change.added", data: { changeId: row.id } });
  if (verdict) c.record({ type: "change.judged", data: { changeId: row.id, verdict } });
}

/** Takes it away again. What was told on the timeline stays told; it only leads nowhere any more. */
export async function unplaceChange(c: Change, row: ChangeRow): Promise<void> {
  const { id: incidentId } = c.incident;
  await c.tx.incidentChange.delete({ where: { incidentId_changeId: { incidentId, changeId: row.id } } });
  c.search({ drop: true, kind: "change", sourceId: searchId(incidentId, row.id), incidentId });
  const entries = await c.tx.timelineEntry.findMany({
    where: { incidentId, kind: "change", data: { path: ["changeId"], equals: row.id } },
    select: { id: true, data: true },
  });
  for (const { id, data } of entries) {
    const { changeId: _, ...rest } = data as EntryData;
    await linkEntry(c, id, rest, row.id);
  }
  if (row.incidentId === incidentId) await c.tx.change.delete({ where: { id: row.id } });
  c.record({ type: "change.removed", data: { changeId: row.id } });
}

/** `left`: the change that it led to, so that the log knows it where that one comes back. */
async function linkEntry(c: Change, id: string, data: EntryData, left?: string) {
  const seq = c.record({ type: "timeline.edited", data: { entryId: id, fields: ["data"], ...(left ? { changeId: left } : {}) } });
  await c.tx.timelineEntry.update({ where: { id }, data: { data: { ...data }, touched: seq } });
}

/**
 * Turning private takes along what was recorded in the room and stands beside no other; turning back gives it free. The rows are locked
 * first: whoever places one elsewhere at this moment has done so, or finds it gone.
 */
export async function turnChanges(c: Change, visibility: string): Promise<void> {
  const { id } = c.incident;
  await c.tx.$queryRaw`select id from change where "recordedInId" = ${id}::uuid order by id for update`;
  if (visibility === "private")
    await c.tx.$executeRaw`update change c set "incidentId" = ${id}::uuid where c."recordedInId" = ${id}::uuid and c."incidentId" is null
      and not exists (select 1 from incident_change x where x."changeId" = c.id and x."incidentId" <> ${id}::uuid)`;
  else await c.tx.$executeRaw`update change set "incidentId" = null where "recordedInId" = ${id}::uuid and "incidentId" = ${id}::uuid and not "nothingChanged"`;
}
