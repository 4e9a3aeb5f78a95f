import { read, readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { Prisma } from "../generated/prisma/client";
import { INCIDENT_COLUMNS, type IncidentSqlRow, toShared } from "../incidents/queries";
import type { SharedIncident } from "../incidents/schema";
import { OPEN_STATUSES } from "../incidents/words";
import type { Draft, OpenNow, Published } from "./rules";

/** So many of the open ones are looked at, the newest: more than anyone can work on. */
const LOOKED_AT = 1000;

type Counted = IncidentSqlRow & Record<"burning" | "mitigatedNow" | "drills", number>;

/** The worst first: what still hurts before what is mitigated, incidents before drills. */
export async function openNow(ctx: Ctx, limit: number): Promise<OpenNow> {
  const rows = await readSql<Counted>(
    ctx,
    Prisma.sql`
      with o as (
        select i.id, i.mode = 'drill' as drill, i.status = 'mitigated' as mitigated, i."severityRank", i."declaredAt", i.number
        from incident i where i.status = any(${[...OPEN_STATUSES]}::text[]) and ${visibleSql(ctx)}
        order by i."declaredAt" desc, i.number desc limit ${LOOKED_AT}),
      worst as (
        select id, row_number() over (order by drill, mitigated, "severityRank", "declaredAt" desc, number desc) as place,
          (count(*) filter (where not drill and not mitigated) over ())::int as burning,
          (count(*) filter (where not drill and mitigated) over ())::int as mitigated,
          (count(*) filter (where drill) over ())::int as drills
        from o order by place limit ${limit})
      select ${INCIDENT_COLUMNS}, w.burning, w.mitigated as "mitigatedNow", w.drills from worst w join incident i on i.id = w.id order by w.place`,
  );
  const [first] = rows;
  return { items: rows.map(toShared), burning: first?.burning ?? 0, mitigated: first?.mitigatedNow ?? 0, drills: first?.drills ?? 0 };
}

/** What was resolved lately, the last first: looked for among the newest, where all but the longest fires are. */
export async function listLatelyResolved(ctx: Ctx, limit: number): Promise<SharedIncident[]> {
  const rows = await readSql<IncidentSqlRow>(
    ctx,
    Prisma.sql`
      select ${INCIDENT_COLUMNS} from (
        select n.id, n."resolvedAt" from (
          select i.id, i."resolvedAt" from incident i where i.status = 'resolved' and ${visibleSql(ctx)}
          order by i."declaredAt" desc, i.number desc limit 50) n
        order by n."resolvedAt" desc nulls last, n.id desc limit ${limit}) o
      join incident i on i.id = o.id order by o."resolvedAt" desc nulls last, i.number desc`,
  );
  return rows.map(toShared);
}

/** Whether the reader sees any incident at all. */
export const seesAny = async (ctx: Ctx): Promise<boolean> => (await read(ctx).incident.findFirst({ select: { id: true } })) !== null;

const OWN = Prisma.sql`(p."createdById" = m.me or exists (select 1 from postmortem_author a where a."postmortemId" = p.id and a."personId" = m.me))`;
const LED = Prisma.sql`exists (
  select 1 from incident_role l where l."incidentId" = i.id and l."personId" = m.me and l.role = 'lead' and l."endedAt" is null)`;

/**
 * Drafts that the reader was asked to read, those that they write in, and what they led to its end in the last days and nobody has begun to
 * write about: in this order, and what was touched last first.
 */
export function listWriting(ctx: Ctx, limit: number): Promise<Draft[]> {
  return readSql<Draft>(
    ctx,
    Prisma.sql`
      with m as (select ${ctx.actor.id}::uuid as me)
      select * from ((select 'INC-' || i.number as ref, i.title, p.status, p."updatedAt", coalesce(r.state = 'requested', false) as "isAsked",
         (select x.name from person x where x.id = r."askedById") as "askedBy"
       from m cross join postmortem p join incident i on i.id = p."incidentId" and ${visibleSql(ctx)}
       left join postmortem_review r on r."postmortemId" = p.id and r."personId" = m.me
       where p.status in ('draft', 'in_review', 'changes_requested', 'approved') and (r.state = 'requested' or ${OWN})
       order by 5 desc, 4 desc, p.id limit ${limit})
      union all
      (select 'INC-' || i.number, i.title, null, i."resolvedAt", false, null from m cross join incident i
       where i.status = 'resolved' and i.mode <> 'drill' and i."declaredAt" > now() - interval '60 days' and i."resolvedAt" > now() - interval '14 days'
         and ${visibleSql(ctx)} and ${LED} and not exists (select 1 from postmortem p where p."incidentId" = i.id)
       order by i."resolvedAt" desc limit ${limit})) w
      order by "isAsked" desc, (status is null), "updatedAt" desc limit ${limit}`,
  );
}

/** What came out lately, the newest first, by who wrote it. */
export function listLatelyPublished(ctx: Ctx, limit: number): Promise<Published[]> {
  return readSql<Published>(
    ctx,
    Prisma.sql`
      select 'INC-' || i.number as ref, v.title, v.words, p."publishedAt",
        (select coalesce(json_agg(json_build_object('id', x.id, 'name', x.name, 'avatarUrl', x."avatarUrl") order by w.place), '[]')
           from unnest(v."authorIds") with ordinality w(id, place) join person x on x.id = w.id) as authors
      from postmortem p join incident i on i.id = p."incidentId" and ${visibleSql(ctx)}
      join postmortem_version v on v."postmortemId" = p.id and v.n = p."publishedVersion"
      where p."publishedAt" is not null order by p."publishedAt" desc, p.id desc limit ${limit}`,
  );
}
