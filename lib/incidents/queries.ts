import { read, readOften, readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { notFound } from "../errors";
import { Prisma } from "../generated/prisma/client";
import type { Person } from "../people/schema";
import type { RefDto } from "../scalars";
import { incidentVerbs } from "./policy";
import { durationsOf } from "./rules";
import type { Incident, RoleHolding, SharedIncident } from "./schema";
import { type Detection, type Environment, type Mode, OPEN_STATUSES, type Severity, type Status, type Visibility } from "./words";

/** What `i` was merged into. It is read alike by all who see `i`, so it is not named once it has turned private. */
export const MERGED_INTO = Prisma.sql`
  (select m.number from incident m where m.id = i."mergedIntoId" and (m.visibility = 'organisation' or i.visibility = 'private')) as "mergedIntoNumber"`;

/** One statement a page: an incident `i` with everything that its DTO names, as columns and JSON. */
export const INCIDENT_COLUMNS = Prisma.sql`
  i.id, i.number, i.title, i.summary, i.status, i.severity, i.mode, i.environment, i.visibility, i.detection, i."externalId",
  i."startedAt", i."detectedAt", i."declaredAt", i."acknowledgedAt", i."identifiedAt", i."mitigatedAt", i."resolvedAt",
  i.known, i.impact, i.trying, i."nextUpdateAt", i."onePersonCould", i."onePersonShould", i."accessNote", i.seq, i.version, i."updatedAt",
  ${MERGED_INTO},
  (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name), '[]')
     from incident_service x join service s on s.id = x."serviceId" where x."incidentId" = i.id) as services,
  (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name), '[]')
     from incident_team x join team t on t.id = x."teamId" where x."incidentId" = i.id) as teams,
  (select coalesce(json_agg(json_build_object('id', r.id, 'role', r.role, 'since', r.since,
       'person', json_build_object('id', p.id, 'name', p.name, 'avatarUrl', p."avatarUrl", 'role', p.role)) order by r.since, r.id), '[]')
     from incident_role r join person p on p.id = r."personId" where r."incidentId" = i.id and r."endedAt" is null) as roles,
  (select json_build_object('id', p.id, 'name', p.name, 'avatarUrl', p."avatarUrl", 'role', p.role) from person p where p.id = i."declaredById") as "declaredBy"`;

export interface IncidentSqlRow {
  id: string;
  number: number;
  title: string;
  summary: string;
  status: Status;
  severity: Severity | null;
  mode: Mode;
  environment: Environment;
  visibility: Visibility;
  detection: Detection | null;
  externalId: string | null;
  startedAt: Date | null;
  detectedAt: Date | null;
  declaredAt: Date;
  acknowledgedAt: Date | null;
  identifiedAt: Date | null;
  mitigatedAt: Date | null;
  resolvedAt: Date | null;
  known: string | null;
  impact: string | null;
  trying: string[] | null;
  nextUpdateAt: Date | null;
  onePersonCould: boolean | null;
  onePersonShould: boolean | null;
  accessNote: string;
  seq: number;
  version: number;
  updatedAt: Date;
  mergedIntoNumber: number | null;
  services: RefDto[];
  teams: RefDto[];
  roles: RoleHolding[];
  declaredBy: Person;
}

export const refOf = (number: number) => `INC-${number}`;

/** The number in `INC-42`; NOT_FOUND for anything else, for a ref that cannot exist is not there. */
export function numberOf(ref: string | undefined): number {
  const number = /^INC-([1-9]\d{0,8})$/.exec(ref ?? "")?.[1];
  if (!number) throw notFound();
  return Number(number);
}

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** The DTO that is the same for everyone who may see the incident. */
export function toShared(row: IncidentSqlRow): SharedIncident {
  return {
    id: row.id,
    ref: refOf(row.number),
    title: row.title,
    summary: row.summary,
    status: row.status,
    severity: row.severity,
    mode: row.mode,
    environment: row.environment,
    visibility: row.visibility,
    detection: row.detection,
    services: row.services,
    teams: row.teams,
    roles: row.roles.map((held) => ({ ...held, since: new Date(held.since).toISOString() })),
    startedAt: iso(row.startedAt),
    detectedAt: iso(row.detectedAt),
    declaredAt: row.declaredAt.toISOString(),
    acknowledgedAt: iso(row.acknowledgedAt),
    identifiedAt: iso(row.identifiedAt),
    mitigatedAt: iso(row.mitigatedAt),
    resolvedAt: iso(row.resolvedAt),
    durations: durationsOf(row),
    now: { known: row.known, impact: row.impact, trying: row.trying ?? [], nextUpdateAt: iso(row.nextUpdateAt) },
    access: { onePersonCould: row.onePersonCould, onePersonShould: row.onePersonShould, note: row.accessNote },
    declaredBy: row.declaredBy,
    externalId: row.externalId,
    mergedInto: row.mergedIntoNumber === null ? null : refOf(row.mergedIntoNumber),
    seq: row.seq,
    version: row.version,
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** The incident as its caller sees it; NOT_FOUND for what is not there or not theirs to see. */
export async function getIncident(ctx: Ctx, ref: string | undefined): Promise<Incident> {
  const me = ctx.actor.id;
  const [row] = await readOften<IncidentSqlRow & { seenSeq: number | null; leads: boolean }>(
    ctx,
    Prisma.sql`
      select ${INCIDENT_COLUMNS},
        (select v.seq from incident_seen v where v."incidentId" = i.id and v."personId" = ${me}::uuid) as "seenSeq",
        exists (select 1 from incident_role l where l."incidentId" = i.id and l."personId" = ${me}::uuid and l.role = 'lead' and l."endedAt" is null) as leads
      from incident i where i.number = ${numberOf(ref)} and ${visibleSql(ctx)}`,
  );
  if (!row) throw notFound();
  return { ...toShared(row), seenSeq: row.seenSeq ?? 0, can: incidentVerbs({ role: ctx.actor.role, leads: row.leads }) };
}

/** How many incidents are open, at most 100: what the navigation shows. */
export async function countOpen(ctx: Ctx): Promise<number> {
  const [row] = await readSql<{ open: number }>(
    ctx,
    Prisma.sql`select count(*)::int as open from (select 1 from incident i where i.status = any(${[...OPEN_STATUSES]}::text[]) and ${visibleSql(ctx)} limit 100) as o`,
  );
  return row?.open ?? 0;
}

/** What the policy asks about the incident that a path names; NOT_FOUND where it cannot be seen. */
export async function incidentFacts(ctx: Ctx, params: Record<string, string>): Promise<{ id: string; leads: boolean }> {
  const found = await read(ctx).incident.findUnique({
    where: { number: numberOf(params.ref) },
    select: { id: true, roles: { where: { personId: ctx.actor.id, role: "lead", endedAt: null }, select: { id: true } } },
  });
  if (!found) throw notFound();
  return { id: found.id, leads: found.roles.length > 0 };
}
