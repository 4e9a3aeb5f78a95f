import { read, readSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { invalid, notFound } from "../errors";
import { FACTOR_GROUPS, type FactorGroup } from "../factors/words";
import { Prisma } from "../generated/prisma/client";
import { Id } from "../scalars";
import { nearest } from "./rules";
import type { FactorTag, FactorTagList, ListFactorTags } from "./schema";

const SELECT = { id: true, group: true, label: true, shipped: true, archivedAt: true, version: true } as const;

interface Row {
  id: string;
  group: string;
  label: string;
  shipped: boolean;
  archivedAt: Date | null;
  version: number;
}
const toTag = (row: Row): FactorTag => ({ ...row, group: row.group as FactorGroup, archivedAt: row.archivedAt?.toISOString() ?? null });

const MOST = 1000;

/** The tags by their groups, in the order in which one asks; archived ones only when asked for. There are at most a thousand. */
export async function listTags(ctx: Ctx, { group, archived = false }: ListFactorTags = {}): Promise<FactorTagList> {
  const rows = await read(ctx).factorTag.findMany({
    where: { archivedAt: archived ? { not: null } : null, ...(group ? { group } : {}) },
    select: SELECT,
    take: MOST,
    orderBy: { createdAt: "asc" },
  });
  const place = (tag: FactorTag) => FACTOR_GROUPS.indexOf(tag.group);
  const items = rows.map(toTag).sort((a, b) => place(a) - place(b) || a.label.localeCompare(b.label, "en"));
  return { items, nextCursor: null };
}

/** An archived one is still there to be read: factors keep naming it. */
export async function getTag(ctx: Ctx, id: string | undefined): Promise<FactorTag> {
  const row = Id.safeParse(id).success ? await read(ctx).factorTag.findUnique({ where: { id }, select: SELECT }) : null;
  if (!row) throw notFound();
  return toTag(row);
}

/** NOT_FOUND unless the path names a tag. The policy asks nothing of it. */
export async function tagFacts(ctx: Ctx, params: Record<string, string>): Promise<Record<string, never>> {
  await getTag(ctx, params.id);
  return {};
}

/** The ids of tags by their labels, archived ones too. INVALID at `tag` for a label that is none, with the nearest. */
export async function tagIdsOf(ctx: Ctx, labels: readonly string[] | undefined): Promise<string[] | undefined> {
  if (!labels) return undefined;
  const known = await knownTags(ctx, labels);
  const odd = labels.find((label) => !known.some((tag) => tag.asked === label));
  if (odd === undefined) return [...new Set(known.map((tag) => tag.id))];
  const near = nearest(
    odd,
    (await listTags(ctx)).items.map((tag) => tag.label),
  );
  throw invalid("tag", `There is no tag “${odd}”.${near.length ? ` The nearest: ${near.join(", ")}.` : ""}`);
}

/** Those of the labels that are tags, with how they are written; what is none is left out. */
export const knownTags = (ctx: Ctx, labels: readonly string[]) =>
  readSql<{ asked: string; id: string; label: string }>(
    ctx,
    Prisma.sql`select a.asked, t.id, t.label from unnest(${labels}::text[]) as a(asked) join factor_tag t on lower(t.label) = lower(a.asked)`,
  );
