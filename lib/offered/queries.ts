import { readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { CHANGE_COLUMNS, type ChangeSqlRow, toChange, visibleChange } from "../changes/queries";
import type { OfferedChanges } from "../changes/schema";
import { Prisma } from "../generated/prisma/client";
import { incidentFacts } from "../incidents/queries";
import type { RefDto } from "../scalars";

const MOST = 50;

/** For each service one walk of the index by time, on either side of the moment when impact began; nothing else is read. */
export const offeredSql = (ctx: Ctx, incidentId: string): Prisma.Sql => Prisma.sql`
  with room as materialized (
    select i.id, coalesce(i."startedAt", i."detectedAt", i."declaredAt") as impact, coalesce(i."mitigatedAt", i."resolvedAt", now()) as until
    from incident i where i.id = ${incidentId}::uuid and ${visibleSql(ctx)}
  ), reach as materialized (
    select x."serviceId" as id, null::uuid as via from room join incident_service x on x."incidentId" = room.id
    union all
    (select distinct on (d."dependsOnId") d."dependsOnId", d."serviceId" from room
      join incident_service x on x."incidentId" = room.id join service_dependency d on d."serviceId" = x."serviceId"
      where not exists (select 1 from incident_service own where own."incidentId" = room.id and own."serviceId" = d."dependsOnId")
      order by d."dependsOnId", d."serviceId")
  ), near as materialized (
    select found.id, found."occurredAt", reach.via, room.impact from room cross join reach cross join lateral (
      (select c.id, c."occurredAt" from change c
        where c."serviceId" = reach.id and c."occurredAt" <= room.impact and c."occurredAt" >= room.impact - interval '24 hours' and ${fits(ctx)}
        order by c."occurredAt" desc, c.id desc limit ${MOST})
      union all
      (select c.id, c."occurredAt" from change c
        where c."serviceId" = reach.id and c."occurredAt" > room.impact and c."occurredAt" <= room.until and ${fits(ctx)}
        order by c."occurredAt", c.id limit ${MOST})
    ) found
    order by found."occurredAt" > room.impact, abs(extract(epoch from found."occurredAt" - room.impact)), found.id limit ${MOST}
  )
  select ${CHANGE_COLUMNS}, extract(epoch from near.impact - near."occurredAt")::float8 as "secondsBefore",
    (select json_build_object('id', s.id, 'name', s.name) from service s where s.id = near.via) as via
  from near join change c on c.id = near.id
  order by c."occurredAt" > near.impact, abs(extract(epoch from c."occurredAt" - near.impact)), c.id`;

const fits = (ctx: Ctx) => Prisma.sql`not c."nothingChanged" and ${visibleChange(ctx)}
  and not exists (select 1 from incident_change x where x."incidentId" = room.id and x."changeId" = c.id)`;

/**
 * What may belong beside an incident: changes of its services and of what they depend on, from a day before impact until it was mitigated.
 * Those before impact come first, the nearest first; what stands beside it already is left out.
 */
export async function listOffered(ctx: Ctx, ref: string | undefined): Promise<OfferedChanges> {
  const { id } = await incidentFacts(ctx, { ref: ref ?? "" });
  const rows = await readSql<ChangeSqlRow & { secondsBefore: number; via: RefDto | null }>(ctx, offeredSql(ctx, id));
  return { items: rows.map((row) => ({ ...toChange(row), secondsBefore: Math.round(row.secondsBefore), via: row.via })), nextCursor: null };
}
