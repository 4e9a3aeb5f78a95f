import { readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { readProjection } from "../collab/fold";
import { AppError, notFound } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { incidentFacts, numberOf } from "../incidents/queries";
import type { Postmortem, PostmortemState } from "./schema";

const person = (id: string, table = Prisma.raw(id)) =>
  Prisma.sql`(select json_build_object('id', x.id, 'name', x.name, 'avatarUrl', x."avatarUrl", 'role', x.role) from person x where x.id = ${table})`;
const iso = (column: string) => Prisma.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** Who wrote in a post-mortem, and since when: whose hands its document has folded, and those whose updates still wait for that. */
export const writersSql = (id: Prisma.Sql): Prisma.Sql => Prisma.sql`
  select w."personId", min(w.at) as at from (
    select "personId", "firstAt" as at from postmortem_author where "postmortemId" = ${id}
    union all select "personId", at from document_update where "documentId" = ${id} and "personId" is not null) w
  group by w."personId"`;

/** The post-mortem of an incident without its text; `incident` decides which, and who may see it. */
export const postmortemSql = (incident: Prisma.Sql): Prisma.Sql => Prisma.sql`
  select p.id, 'INC-' || i.number as "incidentRef", p.status, p.reason, p."publishedVersion", ${iso('p."publishedAt"')} as "publishedAt",
    ${iso('p."createdAt"')} as "createdAt", ${iso('p."updatedAt"')} as "updatedAt", p.version,
    coalesce((select json_agg(${person('a."personId"')} order by a.at, a."personId") from (${writersSql(Prisma.sql`p.id`)}) a), '[]') as authors,
    coalesce((select json_agg(json_build_object('person', ${person('r."personId"')}, 'state', r.state, 'note', r.note,
        'team', (select json_build_object('id', t.id, 'name', t.name) from team t where t.id = r."teamId"),
        'askedBy', ${person('r."askedById"')}, 'at', ${iso("r.at")}) order by r."askedAt", r."personId")
      from postmortem_review r where r."postmortemId" = p.id), '[]') as reviews
  from incident i join postmortem p on p."incidentId" = i.id where ${incident}`;

/** The state of the incident's post-mortem, or null where none was begun. NOT_FOUND for an incident that is not the caller's to see. */
export async function findPostmortem(ctx: Ctx, ref: string | undefined): Promise<PostmortemState | null> {
  await incidentFacts(ctx, { ref: ref ?? "" });
  const [row] = await readSql<PostmortemState>(ctx, postmortemSql(Prisma.sql`i.number = ${numberOf(ref)} and ${visibleSql(ctx)}`));
  return row ?? null;
}

/** The draft as it stands, with everything that is stored of it. */
export async function getPostmortem(ctx: Ctx, ref: string | undefined): Promise<Postmortem> {
  const state = await findPostmortem(ctx, ref);
  if (!state) throw new AppError("NOT_FOUND", "No post-mortem was begun for this incident.");
  const { json, markdown, words } = await readProjection(state.id);
  return { ...state, json, markdown, words };
}

/** What the policy asks about the post-mortem that a path names. */
export async function postmortemFacts(ctx: Ctx, params: Record<string, string>) {
  const facts = await incidentFacts(ctx, params);
  if (!(await findPostmortem(ctx, params.ref))) throw notFound("No post-mortem was begun for this incident.");
  return facts;
}
