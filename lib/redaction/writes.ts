import { isDeepStrictEqual } from "node:util";
import { tellSearch } from "../actions/writes";
import type { Change } from "../auth/change";
import type { Blocks } from "../blocks/schema";
import { editChange, lockChange, searchChange, writeDiff } from "../changes/writes";
import { redactDocument } from "../collab/redaction";
import type { DocNode } from "../documents/schema";
import { sectionsOf } from "../documents/text";
import type { Evidence } from "../factors/schema";
import { searchSections } from "../postmortems/sections";
import { markdownWith } from "../publishing/writes";
import { tellFactor } from "../search/factors";
import { purgeIncident } from "../search/fold";
import { cleanDocument, cleanRows, cleanStrings, cleanText, PLACEHOLDER } from "./rules";

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

/** What an entry said, as it stands in a text: line by line, and no line that stands in other sentences by chance. */
export const toldLines = ({ told, text }: Gone): string[] =>
  text === null ? [...new Set(told.flatMap((body) => body.split("\n").map((line) => line.trim())))].filter((line) => line.length >= TELLING) : [text];

/** What goes from a post-mortem: these words wherever they stand, and of frozen rows the whole of this entry. */
export interface GoneWords {
  texts: readonly string[];
  /** An entry that was redacted as a whole. */
  entryId?: string;
}

/**
 * Takes words out of all that a post-mortem holds: its document with its log, every version with the rows of its blocks, what its readers
 * noted, why none was required, and its sections in search. Answers whether they stood anywhere.
 */
export async function redactPostmortemWords(c: Change, postmortemId: string, { texts, entryId }: GoneWords): Promise<boolean> {
  const { tx } = c;
  let found = texts.length > 0 && (await redactDocument(c, postmortemId, texts));
  const versions = await tx.postmortemVersion.findMany({ where: { postmortemId }, orderBy: { n: "asc" } });
  for (const { n, json, blocks, title, note, markdown, zone, publishedAt } of versions) {
    const clean = { json: cleanDocument(json as unknown as DocNode, texts), ...cleanStrings({ title, note }, texts) };
    const rows = cleanBlocks(cleanRows(blocks as unknown as Blocks, texts), entryId);
    const isClean = rows === (blocks as unknown) && clean.title === title && clean.note === note && cleanText(markdown, texts) === markdown;
    if (isClean && isDeepStrictEqual(clean.json, json)) continue;
    found = true;
    const text = cleanText(markdownWith(clean.json, rows, zone), texts);
    await tx.postmortemVersion.update({
      where: { postmortemId_n: { postmortemId, n } },
      data: { json: clean.json as object, blocks: rows as object, title: clean.title, note: clean.note, markdown: text },
      select: { n: true },
    });
    if (n === versions.at(-1)!.n)
      await searchSections(tx, { postmortemId, incidentId: c.incident.id, from: "version", at: publishedAt, title: clean.title }, sectionsOf(clean.json));
  }
  const reviews = await tx.postmortemReview.findMany({ where: { postmortemId }, select: { personId: true, note: true } });
  for (const { personId, note } of reviews) {
    if (cleanText(note, texts) === note) continue;
    found = true;
    await tx.postmortemReview.update({
      where: { postmortemId_personId: { postmortemId, personId } },
      data: { note: cleanText(note, texts) },
      select: { state: true },
    });
  }
  const { reason } = await tx.postmortem.findUniqueOrThrow({ where: { id: postmortemId }, select: { reason: true } });
  found ||= cleanText(reason, texts) !== reason;
  if (!found) return false;
  await tx.postmortem.update({
    where: { id: postmortemId },
    data: { reason: cleanText(reason, texts), updatedAt: c.now, version: { increment: 1 } },
    select: { id: true },
  });
  c.record({ type: "postmortem.redacted", data: { postmortemId } });
  c.purge(() => purgeIncident(tx, c.incident.id));
  return true;
}

/** Frozen rows without anything that the entry said. */
function cleanBlocks(blocks: Blocks, entryId: string | undefined): Blocks {
  const cited = entryId === undefined ? undefined : blocks.evidence?.[`entry:${entryId}`];
  if (entryId === undefined || (!cited && !blocks.timeline?.some(({ id }) => id === entryId))) return blocks;
  const { because: _, saidBy: __, ...rest } = blocks.timeline?.find(({ id }) => id === entryId)?.data ?? {};
  return {
    ...blocks,
    ...(blocks.timeline
      ? {
          timeline: blocks.timeline.map((entry) =>
            entry.id === entryId ? { ...entry, body: PLACEHOLDER, data: rest, sourceUrl: null, attachments: [] } : entry,
          ),
        }
      : {}),
    ...(cited ? { evidence: { ...blocks.evidence, [`entry:${entryId}`]: { ...cited, words: PLACEHOLDER } } } : {}),
  };
}
