import { read, readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { Prisma } from "../generated/prisma/client";
import { INCIDENT_COLUMNS, type IncidentSqlRow, toShared } from "../incidents/queries";
import type { SharedIncident } from "../incidents/schema";
import { OPEN_STATUSES } from "../incidents/words";
import type { OpenNow } from "./rules";

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
