import { readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { notFound } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { incidentFacts, numberOf } from "../incidents/queries";
import { isId } from "../timeline/queries";
import type { Factor, FactorList } from "./schema";

/** The factors of one incident; `incident` decides which, and who may see it. */
export const factorsSql = (incident: Prisma.Sql, ids: readonly string[] | null = null): Prisma.Sql => Prisma.sql`
  select f.id, f."group", t.label as tag, f."tagId", f.role, f.why, f.evidence, f."order", f.version,
    array(select case when p."oneId" = f.id then p."otherId" else p."oneId" end from factor_pair p where p."oneId" = f.id or p."otherId" = f.id order by 1)::text[] as "combinesWith"
  from incident i join factor f on f."incidentId" = i.id join factor_tag t on t.id = f."tagId"
  where ${incident} ${ids ? Prisma.sql`and f.id = any(${ids}::uuid[])` : Prisma.empty}
  order by f."order", f.id limit 500`;

/** What combined, in the order that people gave it. NOT_FOUND for an incident that is not the caller's to see. */
export async function listFactors(ctx: Ctx, ref: string | undefined): Promise<FactorList> {
  const { id } = await incidentFacts(ctx, { ref: ref ?? "" });
  return { items: await readSql<Factor>(ctx, factorsSql(Prisma.sql`i.id = ${id}::uuid and ${visibleSql(ctx)}`)), nextCursor: null };
}

/** One factor of an incident; NOT_FOUND for one of another. */
export async function getFactor(ctx: Ctx, ref: string | undefined, id: string | undefined): Promise<Factor> {
  const [row] = isId(id) ? await readSql<Factor>(ctx, factorsSql(Prisma.sql`i.number = ${numberOf(ref)} and ${visibleSql(ctx)}`, [id])) : [];
  if (!row) throw notFound();
  return row;
}

/** What the policy asks about the factor that a path names. */
export async function factorFacts(ctx: Ctx, params: Record<string, string>) {
  const facts = await incidentFacts(ctx, params);
  await getFactor(ctx, params.ref, params.id);
  return facts;
}
