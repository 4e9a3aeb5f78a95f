import { getActionItems, listIncidentActions } from "../actions/queries";
import { read, readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { incidentChangesSql, type IncidentChangeSqlRow, listIncidentChanges, toIncidentChange, visibleChange } from "../changes/queries";
import type { IncidentChange } from "../changes/schema";
import { CHANGE_KIND_WORDS } from "../changes/words";
import type { DocNode } from "../documents/schema";
import { invalid } from "../errors";
import { listFactors } from "../factors/queries";
import type { Factor } from "../factors/schema";
import { Prisma } from "../generated/prisma/client";
import { getIncident } from "../incidents/queries";
import { listNets } from "../nets/queries";
import { ENTRY_SELECT, toEntries } from "../timeline/queries";
import { plainLine } from "../timeline/rules";
import type { Entry } from "../timeline/schema";
import { KIND_WORDS } from "../timeline/words";
import { BLOCKS_MOST, cutDiff, DIFF_MOST, diffsShown, ENTRIES_MOST, KEY_KINDS, type Shown, shownIn } from "./rules";
import type { ActionsToday, Blocks } from "./schema";

/**
 * The rows that the live blocks of a document show, as they stand: those of this incident alone, so that they may be frozen for all who
 * may see it. NOT_FOUND for an incident that is not the caller's to see. Within a change() it reads what stood before it.
 */
export async function blocksOf(ctx: Ctx, ref: string, doc: DocNode): Promise<Blocks> {
  const { seenSeq: _, can: __, ...incident } = await getIncident(ctx, ref);
  const shown = shownIn(doc);
  if (shown.count > BLOCKS_MOST) throw invalid("document", `More than ${BLOCKS_MOST} live blocks stand in it. Take some of them out.`);
  const wants = (...kinds: Parameters<Shown["kinds"]["has"]>[0][]) => kinds.some((kind) => shown.kinds.has(kind));
  const [timeline, changes, factors, nets, actions] = await Promise.all([
    wants("timeline", "ruled_out", "figures") ? entriesFor(ctx, incident.id, shown) : null,
    wants("changes") ? listIncidentChanges(ctx, ref) : null,
    wants("factors") ? listFactors(ctx, ref) : null,
    wants("nets", "figures") ? listNets(ctx, ref) : null,
    wants("actions") ? listIncidentActions(ctx, ref) : null,
  ]);
  const [diffs, evidence] = await Promise.all([changes ? diffsFor(ctx, changes.items) : null, factors ? evidenceFor(ctx, incident.id, factors.items) : null]);
  return {
    // What it was merged into is another incident, which may turn private.
    incident: { ...incident, mergedInto: null },
    ...(timeline ? { timeline: timeline.items, ...(timeline.left ? { timelineLeft: timeline.left } : {}) } : {}),
    ...(changes ? { changes: changes.items } : {}),
    ...(diffs ? { diffs } : {}),
    ...(factors ? { factors: factors.items } : {}),
    ...(evidence ? { evidence } : {}),
    ...(nets ? { nets: nets.items } : {}),
    ...(actions ? { actions: actions.items.map((item) => ({ ...item, held: [] })) } : {}),
  };
}

const KEY: Prisma.TimelineEntryWhereInput[] = [
  { starred: true },
  { milestone: { not: null } },
  { kind: { in: [...KEY_KINDS] } },
  { kind: "hypothesis", data: { path: ["state"], equals: "confirmed" } },
];

/** What the blocks show of a timeline. Where there is too much, what a block of few shows goes before everything else. */
async function entriesFor(ctx: Ctx, incidentId: string, { kinds, filters }: Shown): Promise<{ items: Entry[]; left: number }> {
  const few: Prisma.TimelineEntryWhereInput[] = [
    ...(filters.has("key") || filters.has("all") ? KEY : []),
    ...(filters.has("starred") ? [{ starred: true }] : []),
    ...(kinds.has("ruled_out") ? [{ kind: "hypothesis", data: { path: ["state"], equals: "ruled_out" } }] : []),
    ...(kinds.has("figures") ? [{ kind: "status" }] : []),
  ];
  const standing = { incidentId, deletedAt: null };
  const find = (where: Prisma.TimelineEntryWhereInput, take: number) =>
    read(ctx).timelineEntry.findMany({ where, orderBy: [{ occurredAt: "asc" }, { seq: "asc" }], take, select: ENTRY_SELECT });
  const first = await find({ ...standing, OR: few }, ENTRIES_MOST);
  const room = ENTRIES_MOST - first.length;
  const rest = filters.has("all") && room > 0 ? await find({ ...standing, id: { notIn: first.map(({ id }) => id) } }, room) : [];
  const rows = [...first, ...rest].sort((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime() || a.seq - b.seq);
  const all =
    rows.length < ENTRIES_MOST ? rows.length : await read(ctx).timelineEntry.count({ where: filters.has("all") ? standing : { ...standing, OR: few } });
  return { items: await toEntries(rows), left: all - rows.length };
}

/** The diffs of changes that were not dismissed, as far as there is room. */
async function diffsFor(ctx: Ctx, changes: readonly IncidentChange[]): Promise<NonNullable<Blocks["diffs"]>> {
  const shown = diffsShown(changes);
  const ids = shown.filter(({ fits }) => fits).map(({ change }) => change.id);
  const rows = ids.length
    ? await readSql<{ id: string; text: string }>(
        ctx,
        Prisma.sql`select c.id, left(d.text, ${DIFF_MOST + 1}) as text from change c join change_diff d on d."changeId" = c.id
          where c.id = any(${ids}::uuid[]) and ${visibleChange(ctx)}`,
      )
    : [];
  const texts = new Map(rows.map(({ id, text }) => [id, text]));
  return Object.fromEntries(shown.map(({ change: { id } }) => [id, texts.has(id) ? cutDiff(texts.get(id)!) : { text: "", cut: true }]));
}

/** What is cited, in a line: entries of this incident and changes beside it. */
async function evidenceFor(ctx: Ctx, incidentId: string, factors: readonly Factor[]): Promise<NonNullable<Blocks["evidence"]>> {
  const cited = (kind: string) => [...new Set(factors.flatMap(({ evidence }) => evidence.filter((one) => one.kind === kind && one.id).map(({ id }) => id!)))];
  const [entryIds, changeIds] = [cited("entry"), cited("change")];
  const [entries, changes] = await Promise.all([
    entryIds.length ? read(ctx).timelineEntry.findMany({ where: { incidentId, id: { in: entryIds }, deletedAt: null }, select: ENTRY_SELECT }) : [],
    changeIds.length ? readSql<IncidentChangeSqlRow>(ctx, incidentChangesSql(Prisma.sql`i.id = ${incidentId}::uuid and ${visibleSql(ctx)}`, changeIds)) : [],
  ]);
  return Object.fromEntries([
    ...(await toEntries(entries)).map((entry) => [`entry:${entry.id}`, { at: entry.occurredAt, words: plainLine(entry.body) || KIND_WORDS[entry.kind] }]),
    ...changes
      .map(toIncidentChange)
      .map((change) => [`change:${change.id}`, { at: change.occurredAt, words: `${CHANGE_KIND_WORDS[change.kind]}: ${change.summary || "nothing changed"}` }]),
  ]);
}

/** How the action items of frozen rows stand now, and what their reader may know of whether they held. */
export async function actionsToday(ctx: Ctx, { actions = [] }: Pick<Blocks, "actions">): Promise<ActionsToday> {
  if (actions.length === 0) return {};
  return Object.fromEntries(
    (
      await getActionItems(
        ctx,
        actions.map(({ id }) => id),
      )
    ).map((item) => [item.id, item]),
  );
}
