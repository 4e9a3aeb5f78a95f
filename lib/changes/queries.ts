import { readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { Prisma } from "../generated/prisma/client";
import { incidentFacts } from "../incidents/queries";
import type { Environment } from "../incidents/words";
import type { Person } from "../people/schema";
import type { RefDto } from "../scalars";
import type { Change, IncidentChange, IncidentChangeList } from "./schema";
import type { ChangeKind, Verdict } from "./words";

const person = (alias: string) => {
  const p = Prisma.raw(alias);
  return Prisma.sql`case when ${p}.id is null then null else json_build_object('id', ${p}.id, 'name', ${p}.name, 'avatarUrl', ${p}."avatarUrl", 'role', ${p}.role) end`;
};

/** A change `c` with what its DTO names, as columns and JSON. */
export const CHANGE_COLUMNS = Prisma.sql`
  c.id, c.kind, c.summary, c."serviceId", c.environment, c."occurredAt", c.actor, c.before, c.after, c.url, c."nothingChanged", c."recordedAt", c.version,
  c."diffFiles", c."diffAdded", c."diffRemoved", c."diffBytes",
  (select json_build_object('id', s.id, 'name', s.name) from service s where s.id = c."serviceId") as service,
  (select ${person("p")} from person p where p.id = c."recordedById") as "recordedBy"`;

/** As visibleSql, over a change `c`: one that belongs to an incident alone is seen by those who see that incident. */
export const visibleChange = (ctx: Ctx): Prisma.Sql =>
  Prisma.sql`(c."incidentId" is null or exists (select 1 from incident o where o.id = c."incidentId" and ${visibleSql(ctx, "o")}))`;

export interface ChangeSqlRow {
  id: string;
  kind: ChangeKind;
  summary: string;
  serviceId: string | null;
  service: RefDto | null;
  environment: Environment;
  occurredAt: Date;
  actor: string | null;
  before: string | null;
  after: string | null;
  url: string | null;
  nothingChanged: boolean;
  recordedAt: Date;
  recordedBy: Person;
  version: number;
  diffFiles: number | null;
  diffAdded: number | null;
  diffRemoved: number | null;
  diffBytes: number | null;
}
export type IncidentChangeSqlRow = ChangeSqlRow & {
  verdict: Verdict | null;
  why: string;
  judgedBy: Person | null;
  judgedAt: Date | null;
  judgedVersion: number;
};

export function toChange(row: ChangeSqlRow): Change {
  const { diffFiles, diffAdded, diffRemoved, diffBytes } = row;
  return {
    id: row.id,
    kind: row.kind,
    summary: row.summary,
    serviceId: row.serviceId,
    service: row.service,
    environment: row.environment,
    occurredAt: row.occurredAt.toISOString(),
    actor: row.actor,
    before: row.before,
    after: row.after,
    url: row.url,
    hasDiff: diffBytes !== null,
    diff: diffBytes === null ? null : { files: diffFiles ?? 0, added: diffAdded ?? 0, removed: diffRemoved ?? 0, bytes: diffBytes },
    nothingChanged: row.nothingChanged,
    recordedBy: row.recordedBy,
    recordedAt: row.recordedAt.toISOString(),
    version: row.version,
  };
}

/** Both count up and neither down, so their sum is a version of the two. */
export const toIncidentChange = (row: IncidentChangeSqlRow): IncidentChange => ({
  ...toChange(row),
  verdict: row.verdict,
  why: row.why,
  judgedBy: row.judgedBy,
  judgedAt: row.judgedAt?.toISOString() ?? null,
  version: row.version + row.judgedVersion - 1,
});

/** The changes beside one incident; `incident` decides which, and who may see it. Those of another's own are never among them. */
export const incidentChangesSql = (incident: Prisma.Sql, ids: readonly string[] | null = null): Prisma.Sql => Prisma.sql`
  select ${CHANGE_COLUMNS}, x.verdict, x.why, x."judgedAt", x.version as "judgedVersion",
    (select ${person("p")} from person p where p.id = x."judgedById") as "judgedBy"
  from incident i join incident_change x on x."incidentId" = i.id join change c on c.id = x."changeId" and (c."incidentId" is null or c."incidentId" = i.id)
  where ${incident} ${ids ? Prisma.sql`and x."changeId" = any(${ids}::uuid[])` : Prisma.empty}
  order by c."occurredAt" desc, c.id desc limit 500`;

/** What changed, beside an incident: the latest first. NOT_FOUND for an incident that is not the caller's to see. */
export async function listIncidentChanges(ctx: Ctx, ref: string | undefined): Promise<IncidentChangeList> {
  const { id } = await incidentFacts(ctx, { ref: ref ?? "" });
  const rows = await readSql<IncidentChangeSqlRow>(ctx, incidentChangesSql(Prisma.sql`i.id = ${id}::uuid and ${visibleSql(ctx)}`));
  return { items: rows.map(toIncidentChange), nextCursor: null };
}
