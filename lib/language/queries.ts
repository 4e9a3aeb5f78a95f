import { read, readOften, readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { notFound } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { incidentFacts } from "../incidents/queries";
import { isId } from "../timeline/queries";
import type { KeptHint, KeptHintList, LanguageSetting } from "./schema";

/** More names than that are no longer told to every browser. */
const MOST_NAMES = 5000;

const namesSql = (from: Prisma.Sql) =>
  Prisma.sql`coalesce((select json_agg(n.name) from (select name from ${from} order by name limit ${MOST_NAMES}) as n), '[]')`;

/** The organisation's setting with the names of who and what is here: people's names, and no address of them. */
export async function languageSetting(ctx: Ctx): Promise<LanguageSetting> {
  const [row] = await readOften<Omit<LanguageSetting, "names"> & { people: string[]; teams: string[]; services: string[] }>(
    ctx,
    Prisma.sql`
      select s.version, s.off, s.vendors,
        coalesce((select json_agg(json_build_object('id', p.id, 'words', p.words, 'class', p.class, 'why', p.why, 'question', p.question) order by p."order")
          from language_phrase p), '[]') as phrases,
        ${namesSql(Prisma.sql`person where "disabledAt" is null`)} as people,
        ${namesSql(Prisma.sql`team`)} as teams,
        ${namesSql(Prisma.sql`service`)} as services
      from language_setting s`,
  );
  const { people, teams, services, ...setting } = row!;
  return { ...setting, names: { people, teams, systems: [...services, ...setting.vendors] } };
}

/** Hints that were kept in one incident; `incident` decides which, and who may see it. */
export const keptHintsSql = (incident: Prisma.Sql, ids: readonly string[] | null = null): Prisma.Sql => Prisma.sql`
  select k.id, k.rule, k.key from incident i join kept_hint k on k."incidentId" = i.id
  where ${incident} ${ids ? Prisma.sql`and k.id = any(${ids}::uuid[])` : Prisma.empty} order by k."createdAt", k.id`;

/** What was kept in the post-mortem, the entries and the action items of one incident. NOT_FOUND for one that is not the caller's to see. */
export async function listKeptHints(ctx: Ctx, ref: string): Promise<KeptHintList> {
  const { id } = await incidentFacts(ctx, { ref });
  return { items: await readSql<KeptHint>(ctx, keptHintsSql(Prisma.sql`i.id = ${id}::uuid and ${visibleSql(ctx)}`)), nextCursor: null };
}

export async function getKeptHint(ctx: Ctx, ref: string, hintId: string): Promise<KeptHint> {
  const { id } = await incidentFacts(ctx, { ref });
  const where = Prisma.sql`i.id = ${id}::uuid and ${visibleSql(ctx)}`;
  const [row] = isId(hintId) ? await readSql<KeptHint>(ctx, keptHintsSql(where, [hintId])) : [];
  if (!row) throw notFound();
  return row;
}

/** What the policy asks about the kept hint that a path names: the incident first, whether one may know of it. */
export async function keptHintFacts(ctx: Ctx, params: Record<string, string>) {
  const facts = await incidentFacts(ctx, params);
  const found = isId(params.id) && (await read(ctx).keptHint.count({ where: { id: params.id, incidentId: facts.id } }));
  if (!found) throw notFound();
  return facts;
}
