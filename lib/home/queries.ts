import { readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { Prisma } from "../generated/prisma/client";
import { INCIDENT_COLUMNS, type IncidentSqlRow, toShared } from "../incidents/queries";
import type { SharedIncident } from "../incidents/schema";
import { OPEN_STATUSES } from "../incidents/words";

/** What is open now, the worst first: what still hurts before what is mitigated, incidents before drills. */
export async function listOpen(ctx: Ctx, limit = 25): Promise<SharedIncident[]> {
  const rows = await readSql<IncidentSqlRow>(
    ctx,
    Prisma.sql`
      select ${INCIDENT_COLUMNS} from (
        select i.id, row_number() over (order by i.mode = 'drill', i.status = 'mitigated', i."severityRank", i."declaredAt" desc, i.number desc) as place
        from incident i where i.status = any(${[...OPEN_STATUSES]}) and ${visibleSql(ctx)}
        order by place limit ${limit}) o
      join incident i on i.id = o.id order by o.place`,
  );
  return rows.map(toShared);
}

/** What was resolved lately, the last first: looked for among the newest, where all but the oldest fires are. */
export async function listLatelyResolved(ctx: Ctx, limit = 6): Promise<SharedIncident[]> {
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
