import { readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { notFound } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { decodeCursor, encodeCursor } from "../http/cursor";
import { incidentFacts } from "../incidents/queries";
import type { Environment, Status } from "../incidents/words";
import type { Person } from "../people/schema";
import { Id, type RefDto } from "../scalars";
import type { Beside, Change, ChangePage, ChangeWithIncidents, IncidentChange, IncidentChangeList, ListChanges } from "./schema";
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

/** One change beside an incident, or NOT_FOUND. */
export async function getIncidentChange(ctx: Ctx, ref: string | undefined, id: string | undefined): Promise<IncidentChange> {
  const incident = await incidentFacts(ctx, { ref: ref ?? "" });
  const mine = Prisma.sql`i.id = ${incident.id}::uuid and ${visibleSql(ctx)}`;
  const [row] = Id.safeParse(id).success ? await readSql<IncidentChangeSqlRow>(ctx, incidentChangesSql(mine, [id!])) : [];
  if (!row) throw notFound();
  return toIncidentChange(row);
}

export async function incidentChangeFacts(ctx: Ctx, params: Record<string, string>) {
  const facts = await incidentFacts(ctx, params);
  await getIncidentChange(ctx, params.ref, params.id);
  return facts;
}

/** One by itself; NOT_FOUND for what belongs to an incident that is not the caller's to see. */
export async function getChange(ctx: Ctx, id: string | undefined): Promise<Change> {
  const [row] = Id.safeParse(id).success
    ? await readSql<ChangeSqlRow>(ctx, Prisma.sql`select ${CHANGE_COLUMNS} from change c where c.id = ${id}::uuid and ${visibleChange(ctx)}`)
    : [];
  if (!row) throw notFound();
  return toChange(row);
}

export async function changeFacts(ctx: Ctx, params: Record<string, string>): Promise<Record<string, never>> {
  await getChange(ctx, params.id);
  return {};
}

/** With the incidents beside which it stands: those that the caller may see, the latest first, at most 100. */
export async function getChangeWithIncidents(ctx: Ctx, id: string | undefined): Promise<ChangeWithIncidents> {
  const change = await getChange(ctx, id);
  const rows = await readSql<Omit<Beside, "ref" | "declaredAt"> & { number: number; status: Status; declaredAt: Date }>(
    ctx,
    Prisma.sql`select i.number, i.title, i.status, i."declaredAt", x.verdict, x.why
      from incident_change x join incident i on i.id = x."incidentId" where x."changeId" = ${change.id}::uuid and ${visibleSql(ctx)}
      order by i."declaredAt" desc, i.number desc limit 100`,
  );
  const incidents = rows.map(({ number, declaredAt, ...row }) => ({ ref: `INC-${number}`, declaredAt: declaredAt.toISOString(), ...row }));
  return { ...change, incidents };
}

/** What was altered lately, the latest first. "Nothing changed" is an answer to one incident and stands in no such list. */
export async function listChanges(ctx: Ctx, { service, kind, environment, from, to, cursor, limit = 25 }: ListChanges): Promise<ChangePage> {
  const after = cursor === undefined ? null : decodeCursor(cursor, ["time", "id"]);
  const filters = [
    Prisma.sql`not c."nothingChanged" and ${visibleChange(ctx)}`,
    ...(service ? [Prisma.sql`c."serviceId" = ${service}::uuid`] : []),
    ...(environment ? [Prisma.sql`c.environment = any(${environment}::text[])`] : []),
    ...(from ? [Prisma.sql`c."occurredAt" >= ${from}`] : []),
    ...(to ? [Prisma.sql`c."occurredAt" <= ${to}`] : []),
    ...(after ? [Prisma.sql`(c."occurredAt", c.id) < (${new Date(after[0])}, ${after[1]}::uuid)`] : []),
  ];
  const some = (more: Prisma.Sql) => Prisma.sql`
    select c.id, c."occurredAt" from change c where ${Prisma.join(filters, " and ")} and ${more} order by c."occurredAt" desc, c.id desc limit ${limit + 1}`;
  // Each kind is read from its own index, so that a rare one does not walk through all the deploys.
  const page =
    kind && !service
      ? Prisma.sql`select p.* from unnest(${[...new Set(kind)]}::text[]) k cross join lateral (${some(Prisma.sql`c.kind = k`)}) p
          order by p."occurredAt" desc, p.id desc limit ${limit + 1}`
      : some(kind ? Prisma.sql`c.kind = any(${kind}::text[])` : Prisma.sql`true`);
  const rows = await readSql<ChangeSqlRow>(
    ctx,
    Prisma.sql`with page as materialized (${page}) select ${CHANGE_COLUMNS} from page join change c on c.id = page.id order by c."occurredAt" desc, c.id desc`,
  );
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items: rows.slice(0, limit).map(toChange), nextCursor: last ? encodeCursor([last.occurredAt.getTime(), last.id]) : null };
}

/** The diff to the letter, of a change that the caller has been found to see; NOT_FOUND where it has none. */
export async function diffOf(ctx: Ctx, change: Change): Promise<string> {
  const [row] = await readSql<{ text: string }>(
    ctx,
    Prisma.sql`select d.text from change_diff d join change c on c.id = d."changeId" where c.id = ${change.id}::uuid and ${visibleChange(ctx)}`,
  );
  if (!row) throw notFound("This change has no diff.");
  return row.text;
}
