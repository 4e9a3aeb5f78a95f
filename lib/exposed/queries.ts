import { actionRefOf } from "../actions/queries";
import { readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { Prisma } from "../generated/prisma/client";
import { incidentFacts, refOf } from "../incidents/queries";
import type { Person } from "../people/schema";
import type { RefDto } from "../scalars";
import type { Exposed, ExposedList } from "./schema";

const SHOWN = 10;
const COUNTED = 100;
/** Of each service and tag that many past incidents are looked at, the newest first, and that many with a risk are kept. */
const LOOKED_AT = 5000;
const KEPT = 60;
const TAG_INCIDENTS = 1000;

export interface Where {
  serviceIds: readonly string[];
  tagIds?: readonly string[];
  /** The incident that asks: its own are no news to it, and what came after it is not its past. */
  asking?: { id: string; declaredAt: Date };
}

interface Row {
  incidentNumber: number;
  incidentTitle: string;
  declaredAt: Date;
  actionId: string | null;
  actionNumber: number | null;
  actionTitle: string | null;
  owner: Person | null;
  team: RefDto | null;
  dueOn: string | null;
  factorId: string | null;
  group: string | null;
  tag: string | null;
  why: string | null;
}

const OPEN = (alias: string) => Prisma.sql`${Prisma.raw(alias)}.status in ('open', 'in_progress')`;
/** A factor that nothing protects from: it did not soften, none of its items is done, and none is open (that one is shown itself). */
const BARE = Prisma.sql`f.role <> 'softened' and not exists (select 1 from action_item d where d."factorId" = f.id and d.status <> 'wont_do')`;

/** Whether the incident whose id this is left something open. "offset 0": looked up for the few that are asked about; a hash of all factors would grow with the history. */
const leftOpen = (id: string) => Prisma.sql`(
  exists (select 1 from action_item a where a."incidentId" = ${Prisma.raw(id)} and ${OPEN("a")} offset 0)
  or exists (select 1 from factor f where f."incidentId" = ${Prisma.raw(id)} and ${BARE} offset 0))`;

/** Still exposed: what past incidents like this left open, of those that the reader may see. */
export async function stillExposed(ctx: Ctx, { serviceIds, tagIds = [], asking }: Where, now = new Date()): Promise<ExposedList> {
  if (serviceIds.length === 0 && tagIds.length === 0) return { items: [], nextCursor: null, more: 0 };
  const seen = Prisma.sql`
    cross join lateral (select 1 from incident i where i.id = x."incidentId" and i.status not in ('declined', 'canceled', 'merged') and ${visibleSql(ctx)}
      and ${asking ? Prisma.sql`i."declaredAt" < ${asking.declaredAt.toISOString()}::timestamptz` : Prisma.sql`true`} offset 0) seen
    where ${leftOpen('x."incidentId"')} and x."incidentId" is distinct from ${asking?.id ?? null}::uuid limit ${KEPT}`;
  const rows = await readSql<Row>(
    ctx,
    Prisma.sql`
      with places as materialized (
        select p."incidentId" from unnest(${[...serviceIds]}::uuid[]) as service cross join lateral (
          select x."incidentId" from (
            select s."incidentId" from incident_service s where s."serviceId" = service order by s."declaredAt" desc limit ${LOOKED_AT}) x ${seen}) p
        union
        select p."incidentId" from unnest(${[...tagIds]}::uuid[]) as tag cross join lateral (
          select x."incidentId" from (
            select t."incidentId" from factor t where t."tagId" = tag order by t."incidentId" desc limit ${TAG_INCIDENTS}) x ${seen}) p),
      risks as materialized (
        select a."incidentId", a.id as "actionId", a."factorId", a."createdAt" as at, a.id as tie from places p join action_item a on a."incidentId" = p."incidentId" and ${OPEN("a")}
        union all
        select f."incidentId", null, f.id, f."addedAt", f.id from places p join factor f on f."incidentId" = p."incidentId" and ${BARE})
      select i.number as "incidentNumber", i.title as "incidentTitle", i."declaredAt", a.id as "actionId", a.number as "actionNumber", a.title as "actionTitle", a."dueOn"::text as "dueOn",
        (select json_build_object('id', p.id, 'name', p.name, 'avatarUrl', p."avatarUrl", 'role', p.role) from person p where p.id = a."ownerId" and p."disabledAt" is null) as owner,
        (select json_build_object('id', t.id, 'name', t.name) from team t where t.id = a."teamId") as team,
        f.id as "factorId", f."group", t.label as tag, f.why
      from (select * from risks limit 2000) r join incident i on i.id = r."incidentId" and ${visibleSql(ctx)}
      left join action_item a on a.id = r."actionId" left join factor f on f.id = r."factorId" left join factor_tag t on t.id = f."tagId"
      order by i."declaredAt" desc, i.number desc, (a.id is null), r.at desc, r.tie limit ${SHOWN + COUNTED}`,
  );
  return { items: rows.slice(0, SHOWN).map((row) => toExposed(row, now)), nextCursor: null, more: Math.max(0, rows.length - SHOWN) };
}

const toExposed = (row: Row, now: Date): Exposed => ({
  ...(row.actionId
    ? {
        actionItem: { id: row.actionId, ref: actionRefOf(row.actionNumber!), title: row.actionTitle!, owner: row.owner, team: row.team, dueOn: row.dueOn },
      }
    : {}),
  ...(row.factorId ? { factor: { id: row.factorId, group: row.group!, tag: row.tag!, why: row.why! } } : {}),
  incidentRef: refOf(row.incidentNumber),
  incidentTitle: row.incidentTitle,
  days: Math.max(0, Math.floor((now.getTime() - row.declaredAt.getTime()) / 86_400_000)),
});

/** What past incidents of this one's services or factor tags left open. */
export async function exposedIn(ctx: Ctx, ref: string | undefined): Promise<ExposedList> {
  const { id } = await incidentFacts(ctx, { ref: ref ?? "" });
  const [row] = await readSql<{ services: string[]; tags: string[]; declaredAt: Date }>(
    ctx,
    Prisma.sql`select i."declaredAt",
      array(select x."serviceId" from incident_service x where x."incidentId" = i.id)::text[] as services,
      array(select distinct f."tagId" from factor f where f."incidentId" = i.id)::text[] as tags
      from incident i where i.id = ${id}::uuid and ${visibleSql(ctx)}`,
  );
  return stillExposed(ctx, { serviceIds: row?.services ?? [], tagIds: row?.tags ?? [], ...(row ? { asking: { id, declaredAt: row.declaredAt } } : {}) });
}
