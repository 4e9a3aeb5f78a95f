import { change, expectVersion, Repeated } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { holdChange, moveChange } from "../changes/writes";
import { AppError, invalid, notFound } from "../errors";
import { tell } from "../inbox/writes";
import { letInOrRefuse, namedIn } from "../incidents/writes";
import type { SetSeverity, SetStatus } from "../incidents/schema";
import type { Milestone } from "../incidents/words";
import type { Person } from "../people/schema";
import { getEntries, getEntry, isId, toEntry } from "./queries";
import type { AddTimelineBatch, AddTimelineEntry, Entry, EntryData, UpdateTimelineEntry } from "./schema";
import type { EntryKind } from "./words";
import { attach, goneConflict, isTelling, type NewEntry, searchText, writeEntries, writeRows } from "./writes";

const asNew = (input: AddTimelineEntry): NewEntry => ({
  ...input,
  data: input.kind === "hypothesis" ? { state: "open", ...input.data } : (input.data as EntryData | undefined),
});

/** Adds an entry; the same id twice is one entry. A status entry moves the incident as `/status` does. */
export async function addTimelineEntry(ctx: Ctx, ref: string, input: AddTimelineEntry): Promise<Entry> {
  try {
    const made = await change(ctx, "timeline.add", { incident: ref }, async (c) => {
      const entry = withFrom(asNew(input), c.incident);
      const mentioned = await namedIn(c, input.body);
      await letInOrRefuse(
        c,
        ctx,
        mentioned.map((person) => person.id),
        input.letIn,
        "body",
      );
      const { ids, rows } = await writeRows(c, ctx.actor.id, [entry]);
      const id = ids[0]!;
      await attach(c, id, input.attachmentIds);
      await tell(
        c,
        ctx,
        mentioned.map((person) => ({ personId: person.id, kind: "mention", entryId: id })),
      );
      c.made(id);
      return { id, row: rows[0]! };
    });
    // What was written is known: it is read again only for its pictures.
    return input.attachmentIds?.length ? await getEntry(ctx, ref, made.id) : toEntry(made.row, new Map([[ctx.actor.id, authorOf(ctx)]]));
  } catch (error) {
    if (error instanceof Repeated && !ctx.idempotency) return getEntry(ctx, ref, error.id);
    throw error;
  }
}

const authorOf = ({ actor }: Ctx): Person => ({ id: actor.id, name: actor.name, avatarUrl: actor.avatarUrl, role: actor.role });

/** `from` is what stood when the entry was written: it is what people read, derivation does not need it. */
function withFrom(entry: NewEntry, incident: { status: string; severity: string | null; mergedIntoId: string | null }): NewEntry {
  if (entry.kind !== "status" && entry.kind !== "severity") return entry;
  if (entry.kind === "status" && incident.mergedIntoId) throw invalid("status", "It was merged into another incident: that is final");
  return { ...entry, data: { ...entry.data, from: entry.kind === "status" ? incident.status : incident.severity } };
}

export const setStatus = (ctx: Ctx, ref: string, { status, message, mitigation, secondsToOff, ...when }: SetStatus) =>
  addTimelineEntry(ctx, ref, {
    kind: "status",
    body: message ?? "",
    data: { to: status, ...(mitigation ? { mitigation } : {}), ...(secondsToOff === undefined ? {} : { secondsToOff }) },
    ...when,
  });

export const setSeverity = (ctx: Ctx, ref: string, { severity, message, ...when }: SetSeverity) =>
  addTimelineEntry(ctx, ref, { kind: "severity", body: message ?? "", data: { to: severity }, ...when });

/** Several entries in one go (a pasted transcript): all of them or none. */
export async function addTimelineBatch(ctx: Ctx, ref: string, input: AddTimelineBatch): Promise<{ items: Entry[] }> {
  try {
    const ids = await change(ctx, "timeline.add", { incident: ref }, async (c) => {
      const made = await writeEntries(
        c,
        ctx.actor.id,
        input.entries.map((entry) => withFrom(asNew(entry), c.incident)),
      );
      for (const [at, entry] of input.entries.entries()) await attach(c, made[at]!, entry.attachmentIds);
      c.made(made.join(","));
      return made;
    });
    return await readBatch(ctx, ref, ids);
  } catch (error) {
    if (error instanceof Repeated && !ctx.idempotency) return readBatch(ctx, ref, error.id.split(","));
    throw error;
  }
}

export async function readBatch(ctx: Ctx, ref: string, ids: readonly string[]): Promise<{ items: Entry[] }> {
  return { items: await getEntries(ctx, ref, ids) };
}

const OWN_FIELDS = ["kind", "body", "occurredAt", "precision", "milestone", "knownLater", "sourceUrl", "data"] as const;
const DATA_FIELDS: Partial<Record<EntryKind, readonly string[]>> = {
  status: ["to", "from", "mitigation", "secondsToOff"],
  severity: ["to", "from"],
  hypothesis: ["state", "because"],
};

/** Corrects an entry, with its history kept; what is derived from it moves everywhere in the same transaction. */
export async function updateTimelineEntry(ctx: Ctx, ref: string, id: string, input: UpdateTimelineEntry, ifMatch?: number): Promise<Entry> {
  if (!isId(id)) throw notFound();
  await change(ctx, "timeline.edit", { incident: ref }, async (c) => {
    const row = await c.tx.timelineEntry.findFirst({ where: { id, incidentId: c.incident.id } });
    if (!row) throw notFound();
    await expectVersion(ifMatch, row.version, () => getEntry(ctx, ref, id));
    const restores = input.deleted === false;
    if (row.deletedAt && !restores) throw goneConflict(await getEntry(ctx, ref, id));
    if (row.redactedAt && input.body !== undefined && row.body === "") throw invalid("body", "This entry was redacted; write a new one");

    const kind = (input.kind ?? row.kind) as EntryKind;
    const oldData = row.data as EntryData;
    const data = input.data === undefined ? oldData : mergeData(kind, oldData, input.data as EntryData);
    const mentioned = input.body === undefined ? [] : await namedIn(c, input.body, row.body);
    await letInOrRefuse(
      c,
      ctx,
      mentioned.map((person) => person.id),
      input.letIn,
      "body",
    );

    const own = OWN_FIELDS.filter((field) => input[field] !== undefined);
    const fields = [...own, ...(input.starred === undefined ? [] : ["starred"]), ...(restores ? ["deletedAt"] : [])];
    if (fields.length === 0) throw invalid("", "Say what to change");
    const seq = c.record({ type: "timeline.edited", data: { entryId: id, fields } });
    if (own.length) {
      const { body, milestone, occurredAt, knownLater, sourceUrl, version } = row;
      await c.tx.timelineRevision.create({
        data: { entryId: id, version, body, data: row.data ?? {}, milestone, occurredAt, knownLater, sourceUrl, editedById: ctx.actor.id, editedAt: c.now },
      });
    }
    if (data.changeId && input.occurredAt) await holdChange(c.tx, data.changeId);
    const after = await c.tx.timelineEntry.update({
      where: { id },
      data: {
        touched: seq,
        ...(input.starred === undefined ? {} : { starred: input.starred }),
        ...(restores ? { deletedAt: null } : {}),
        ...(own.length
          ? {
              kind,
              data: { ...data },
              version: { increment: 1 },
              editedAt: c.now,
              ...(input.body === undefined ? {} : { body: input.body }),
              ...(input.occurredAt === undefined ? {} : { occurredAt: input.occurredAt }),
              ...(input.precision === undefined ? {} : { precision: input.precision }),
              ...(input.milestone === undefined ? {} : { milestone: input.milestone }),
              ...(input.knownLater === undefined ? {} : { knownLater: input.knownLater }),
              ...(input.sourceUrl === undefined ? {} : { sourceUrl: input.sourceUrl }),
            }
          : {}),
      },
    });
    const before = { kind: row.kind as EntryKind, data: oldData, milestone: row.milestone as Milestone | null };
    if (isTelling(before) || isTelling({ kind, data, milestone: after.milestone as Milestone | null })) c.derive();
    if (data.changeId && input.occurredAt) await moveChange(c, data.changeId, input.occurredAt);
    c.search({ kind: "entry", sourceId: id, incidentId: c.incident.id, at: after.occurredAt, text: searchText(after.body, data) });
    await tell(
      c,
      ctx,
      mentioned.map((person) => ({ personId: person.id, kind: "mention", entryId: id })),
    );
  });
  return getEntry(ctx, ref, id);
}

/** New `data` must fit the entry's kind; what verbs wrote (role, call) cannot be written by hand. */
function mergeData(kind: EntryKind, before: EntryData, given: EntryData): EntryData {
  const allowed = DATA_FIELDS[kind] ?? ["saidBy"];
  const odd = Object.keys(given).find((field) => !allowed.includes(field));
  if (odd) throw invalid(`data.${odd}`, `A ${kind} entry has no such field`);
  if (kind === "status" && given.to && !isStatusWord(given.to)) throw invalid("data.to", "Not a status");
  if (kind === "severity" && given.to && !/^SEV[1-4]$/.test(given.to)) throw invalid("data.to", "Not a severity");
  return { ...before, ...given };
}

const isStatusWord = (word: string) => !/^SEV/.test(word);

/** Leaves a tombstone that keeps the time and the author. An edit with `deleted: false` brings it back. */
export async function deleteTimelineEntry(ctx: Ctx, ref: string, id: string, ifMatch?: number): Promise<Entry> {
  if (!isId(id)) throw notFound();
  await change(ctx, "timeline.delete", { incident: ref }, async (c) => {
    const row = await c.tx.timelineEntry.findFirst({ where: { id, incidentId: c.incident.id } });
    if (!row) throw notFound();
    await expectVersion(ifMatch, row.version, () => getEntry(ctx, ref, id));
    if (row.deletedAt) throw new AppError("CONFLICT", "It is deleted already.", { current: await getEntry(ctx, ref, id) });
    const seq = c.record({ type: "timeline.deleted", data: { entryId: id } });
    await c.tx.timelineEntry.update({ where: { id }, data: { deletedAt: c.now, touched: seq } });
    if (isTelling({ kind: row.kind as EntryKind, data: row.data as EntryData, milestone: row.milestone as Milestone | null })) c.derive();
    c.search({ drop: true, kind: "entry", sourceId: id, incidentId: c.incident.id });
  });
  return getEntry(ctx, ref, id);
}
