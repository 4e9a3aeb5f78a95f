import { rm } from "node:fs/promises";
import { attachmentPath } from "../attachments/queries";
import { type Change, change, expectVersion } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { holdChange } from "../changes/writes";
import { invalid, notFound } from "../errors";
import { purgeIncident } from "../search/fold";
import { getEntry, isId } from "../timeline/queries";
import type { Entry, EntryData, RedactEntry } from "../timeline/schema";
import { searchText } from "../timeline/writes";
import { getPostmortem } from "../postmortems/queries";
import type { Postmortem, RedactPostmortem } from "../postmortems/schema";
import { PLACEHOLDER } from "./rules";
import { redactChange, redactCopies, redactPostmortemWords, toldLines } from "./writes";

/** A document of years and its versions are read and written anew. */
const LIMIT_MS = 20_000;

/**
 * Purges words from an entry, its history, what was derived from it, and search, and leaves a placeholder: the given text wherever it stands,
 * or without one the whole entry with its pictures. The event log never held them. Leads and admins only.
 */
export async function redactEntry(ctx: Ctx, ref: string, id: string, { text }: RedactEntry, ifMatch?: number): Promise<Entry> {
  if (!isId(id)) throw notFound();
  const purge = async (c: Change) => {
    const row = await c.tx.timelineEntry.findFirst({ where: { id, incidentId: c.incident.id }, include: { revisions: true, files: true } });
    if (!row) throw notFound();
    await expectVersion(ifMatch, row.version, () => getEntry(ctx, ref, id));
    const clean = (words: string) => (text === undefined ? (words === "" ? "" : PLACEHOLDER) : words.split(text).join(PLACEHOLDER));
    const cleanData = (data: EntryData): EntryData => ({
      ...data,
      ...(data.because === undefined ? {} : { because: clean(data.because) }),
      ...(data.saidBy === undefined ? {} : { saidBy: clean(data.saidBy) }),
    });
    const cleanUrl = (url: string | null) => (url !== null && (text === undefined || url.includes(text) || decoded(url).includes(text)) ? null : url);
    const all = [row, ...row.revisions];
    const holds = (it: (typeof all)[number]) => JSON.stringify([it.body, it.data, it.sourceUrl]).includes(JSON.stringify(text).slice(1, -1));
    const named = row.files.filter((file) => text !== undefined && file.name.includes(text));
    if (text !== undefined && !all.some(holds) && named.length === 0) throw invalid("text", "This text is not in the entry or its history");

    const seq = c.record({ type: "timeline.redacted", data: { entryId: id, whole: text === undefined } });
    const data = cleanData(row.data as EntryData);
    if (data.changeId) await holdChange(c.tx, data.changeId);
    const body = clean(row.body);
    await c.tx.timelineEntry.update({
      where: { id },
      data: { body, data: { ...data }, sourceUrl: cleanUrl(row.sourceUrl), redactedAt: c.now, touched: seq, version: { increment: 1 } },
    });
    for (const revision of row.revisions) {
      await c.tx.timelineRevision.update({
        where: { entryId_version: { entryId: id, version: revision.version } },
        data: { body: clean(revision.body), data: { ...cleanData(revision.data as EntryData) }, sourceUrl: cleanUrl(revision.sourceUrl) },
      });
    }
    const gone = { entryId: id.toLowerCase(), told: all.map((one) => one.body), text: text ?? null };
    if (data.changeId) await redactChange(c, data.changeId, gone);
    await redactCopies(c, gone);
    const written = await c.tx.postmortem.findUnique({ where: { incidentId: c.incident.id }, select: { id: true } });
    if (written) await redactPostmortemWords(c, written.id, { texts: toldLines(gone), ...(text === undefined ? { entryId: gone.entryId } : {}) });
    // What was copied from the same words elsewhere: a call's message, the note of a role.
    if (data.callId) {
      const call = await c.tx.call.findUnique({ where: { id: data.callId } });
      if (call) await c.tx.call.update({ where: { id: call.id }, data: { message: clean(call.message) } });
    }
    if (data.role && data.personId) {
      const notes = await c.tx.incidentRole.findMany({ where: { incidentId: c.incident.id, personId: data.personId, role: data.role } });
      for (const held of notes) await c.tx.incidentRole.update({ where: { id: held.id }, data: { note: clean(held.note) } });
    }
    for (const file of named) await c.tx.attachment.update({ where: { id: file.id }, data: { name: clean(file.name) } });
    if (text === undefined && row.files.length) {
      await c.tx.attachment.deleteMany({ where: { entryId: id } });
      c.afterCommit(() => row.files.forEach((file) => void rm(attachmentPath(file.id), { force: true })));
    }
    c.derive();
    if (row.deletedAt) c.search({ drop: true, kind: "entry", sourceId: id, incidentId: c.incident.id });
    else c.search({ kind: "entry", sourceId: id, incidentId: c.incident.id, at: row.occurredAt, text: searchText(body, data) });
    c.purge(() => purgeIncident(c.tx, c.incident.id));
  };
  await change(ctx, "timeline.redact", { incident: ref }, purge, { limitMs: LIMIT_MS });
  return getEntry(ctx, ref, id);
}

/** Purges a text from the incident's post-mortem: its draft with every trace of its writing, and all versions. Leads and admins only. */
export async function redactPostmortem(ctx: Ctx, ref: string, { text }: RedactPostmortem): Promise<Postmortem> {
  await change(
    ctx,
    "postmortem.redact",
    { incident: ref },
    async (c) => {
      const written = await c.tx.postmortem.findUnique({ where: { incidentId: c.incident.id }, select: { id: true } });
      if (!written) throw notFound("No post-mortem was begun for this incident.");
      if (!(await redactPostmortemWords(c, written.id, { texts: [text] }))) throw invalid("text", "This text is not in the post-mortem or its versions");
      c.made(written.id);
    },
    { limitMs: LIMIT_MS },
  );
  return getPostmortem(ctx, ref);
}

function decoded(url: string) {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
