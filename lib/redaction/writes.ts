import { tellSearch } from "../actions/writes";
import type { Change } from "../auth/change";
import { editChange, lockChange, searchChange, writeDiff } from "../changes/writes";
import type { Evidence } from "../factors/schema";
import { tellFactor } from "../search/factors";
import { purgeIncident } from "../search/fold";

export const PLACEHOLDER = "[redacted]";

/** An entry whose words go: all that it ever said, and the text that goes wherever it stands; null: the whole entry. */
export interface Gone {
  entryId: string;
  told: readonly string[];
  text: string | null;
}

const plain = (words: string) => words.replace(/\s+/g, " ").trim().toLowerCase();
/** Shorter ones stand in other sentences by chance. */
const TELLING = 8;

/** Words elsewhere that were taken from the entry: without a text, those that are a part of what it said, or hold all of it. */
function cleaned(words: string, { told, text }: Gone): string {
  if (text !== null) return words.split(text).join(PLACEHOLDER);
  const copy = plain(words);
  const taken = told.map(plain).some((said) => said !== "" && (said.includes(copy) || (said.length >= TELLING && copy.includes(said))));
  return copy !== "" && taken ? PLACEHOLDER : words;
}

/** The fields whose words are others now. */
function altered<Fields extends Record<string, string | null>>(fields: Fields, gone: Gone): Partial<Fields> {
  const pairs = Object.entries(fields).flatMap(([name, words]) => {
    const now = words === null ? null : cleaned(words, gone);
    return now === words ? [] : [[name, now]];
  });
  return Object.fromEntries(pairs) as Partial<Fields>;
}

/** What was copied from the entry into what was learned: into factors that cite it, and action items that were made from it. */
export async function redactCopies(c: Change, gone: Gone): Promise<void> {
  const incidentId = c.incident.id;
  const factors = await c.tx.$queryRaw<{ id: string; why: string; evidence: Evidence[]; tag: string; at: Date }[]>`
    select f.id, f.why, f.evidence, t.label as tag, f."addedAt" as at from factor f join factor_tag t on t.id = f."tagId"
    where f."incidentId" = ${incidentId}::uuid and lower(f.evidence::text) like ${`%${gone.entryId.toLowerCase()}%`} order by f.id`;
  for (const { id, why: before, evidence: cited, tag, at } of factors) {
    const { why = before } = gone.text === null ? {} : altered({ why: before }, gone);
    const evidence = cited.map((one) =>
      one.label === undefined || one.id?.toLowerCase() !== gone.entryId ? one : { ...one, label: cleaned(one.label, gone) },
    );
    const fields = [...(why === before ? [] : ["why"]), ...(JSON.stringify(evidence) === JSON.stringify(cited) ? [] : ["evidence"])];
    if (fields.length === 0) continue;
    await c.tx.factor.update({ where: { id }, data: { why, evidence: evidence as object[], version: { increment: 1 } }, select: { id: true } });
    c.record({ type: "factor.updated", data: { factorId: id, fields } });
    tellFactor(c, { id, tag, why, at });
  }
  const items = await c.tx.actionItem.findMany({
    where: { incidentId, entryId: gone.entryId },
    select: { id: true, title: true, description: true, finishTest: true, createdAt: true },
  });
  for (const { id, createdAt, ...words } of items) {
    const now = altered(words, gone);
    if (Object.keys(now).length === 0) continue;
    await c.tx.actionItem.update({ where: { id }, data: { ...now, updatedAt: c.now, version: { increment: 1 } }, select: { id: true } });
    c.record({ type: "action.updated", data: { actionItemId: id, fields: Object.keys(now) } });
    tellSearch(c, { id, createdAt, ...words, ...now });
  }
}

/**
 * The change that an entry tells of holds the same words, wherever it stands: they go from its fields, its diff, from why it was judged so
 * here, and from the other rooms' timelines that say it in these words. The change was locked before the entry.
 */
export async function redactChange(c: Change, changeId: string, gone: Gone): Promise<void> {
  const incidentId = c.incident.id;
  const where = { incidentId_changeId: { incidentId, changeId } };
  const beside = await c.tx.incidentChange.findUnique({ where, select: { why: true } });
  if (!beside) return;
  const row = await lockChange(c.tx, changeId, incidentId);
  const { url } = await c.tx.change.findUniqueOrThrow({ where: { id: changeId }, select: { url: true } });
  const { summary, before, after, actor } = row;
  const { text } = gone;
  const fields = await editChange(c, row, {
    ...altered(text === null ? { summary } : { summary, before, after, actor }, gone),
    ...(text !== null && url?.includes(text) ? { url: null } : {}),
  });
  const { why = beside.why } = text === null ? {} : altered({ why: beside.why }, gone);
  if (why !== beside.why) {
    await c.tx.incidentChange.update({ where, data: { why, version: { increment: 1 } }, select: { changeId: true } });
    searchChange(c, incidentId, fields.length ? await lockChange(c.tx, changeId, incidentId) : row, why);
  }
  const diff = text === null ? null : await c.tx.changeDiff.findUnique({ where: { changeId }, select: { text: true } });
  const told = diff && cleaned(diff.text, gone);
  if (told && told !== diff.text) {
    await writeDiff(c.tx, changeId, told);
    await c.tx.change.update({ where: { id: changeId }, data: { version: { increment: 1 } }, select: { id: true } });
    fields.push("diff");
  }
  if (fields.length || why !== beside.why) c.record({ type: "change.updated", data: { changeId, fields: fields.length ? fields : ["why"] } });
  const places = await c.tx.incidentChange.findMany({
    where: { changeId, NOT: { incidentId } },
    select: { incidentId: true },
    orderBy: { incidentId: "asc" },
  });
  if (fields.length) for (const place of places) c.purge(() => purgeIncident(c.tx, place.incidentId));
}
