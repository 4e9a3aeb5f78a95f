import { Prisma } from "../generated/prisma/client";
import { type IncidentSqlRow, MERGED_INTO, toShared } from "../incidents/queries";
import type { IncidentRow, Snippet } from "../incidents/schema";

/**
 * What a list shows of its incidents, made for all of a page at once: CTEs that give services, teams and roles of the incidents of `page`,
 * and the columns to take from them for an incident `i`. A list shows no "where are we" and no note on access, so these stay where they are.
 */
export const PAGE_PARTS = Prisma.sql`
  page_services as materialized (
    select x."incidentId" as id, json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name) as list
    from incident_service x join service s on s.id = x."serviceId" where x."incidentId" in (select id from page) group by 1),
  page_teams as materialized (
    select x."incidentId" as id, json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name) as list
    from incident_team x join team t on t.id = x."teamId" where x."incidentId" in (select id from page) group by 1),
  page_roles as materialized (
    select r."incidentId" as id, json_agg(json_build_object('id', r.id, 'role', r.role, 'since', r.since,
      'person', json_build_object('id', p.id, 'name', p.name, 'avatarUrl', p."avatarUrl", 'role', p.role)) order by r.since, r.id) as list
    from incident_role r join person p on p.id = r."personId" where r."incidentId" in (select id from page) and r."endedAt" is null group by 1)`;

export const PAGE_COLUMNS = Prisma.sql`
  i.id, i.number, i.title, i.summary, i.status, i.severity, i.mode, i.environment, i.visibility, i.detection, i."externalId",
  i."startedAt", i."detectedAt", i."declaredAt", i."acknowledgedAt", i."identifiedAt", i."mitigatedAt", i."resolvedAt",
  null as known, null as impact, null as trying, null as "nextUpdateAt", null as "onePersonCould", null as "onePersonShould", '' as "accessNote", i.seq, i.version, i."updatedAt",
  ${MERGED_INTO},
  coalesce((select list from page_services x where x.id = i.id), '[]') as services,
  coalesce((select list from page_teams x where x.id = i.id), '[]') as teams,
  coalesce((select list from page_roles x where x.id = i.id), '[]') as roles,
  (select json_build_object('id', p.id, 'name', p.name, 'avatarUrl', p."avatarUrl", 'role', p.role) from person p where p.id = i."declaredById") as "declaredBy"`;

/** An incident in a list, from such a row. */
export function toIncidentRow(row: IncidentSqlRow, snippet: Snippet | null = null): IncidentRow {
  const { now: _, access: __, ...shared } = toShared(row);
  return { ...shared, snippet };
}
