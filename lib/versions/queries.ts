import { readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { Blocks } from "../blocks/schema";
import { markdownOf } from "../documents/markdown";
import type { DocNode } from "../documents/schema";
import { notFound } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { incidentFacts, numberOf, refOf } from "../incidents/queries";
import { paths } from "../paths";
import type { PostmortemVersion, VersionList, VersionRow } from "../postmortems/schema";

/** Published versions of an incident's post-mortem, as they were frozen. */

const PERSON = Prisma.sql`json_build_object('id', x.id, 'name', x.name, 'avatarUrl', x."avatarUrl", 'role', x.role)`;

/** What is told of a version `v` without its text. */
const VERSION_COLUMNS = Prisma.sql`
  v.n, v.title, v."publishedAt", v.words, v.note, v.zone,
  (select ${PERSON} from person x where x.id = v."publishedById") as "publishedBy",
  coalesce((select json_agg(${PERSON} order by a.place) from unnest(v."authorIds") with ordinality as a(id, place) join person x on x.id = a.id), '[]') as authors,
  coalesce((select json_agg(json_build_object('person', ${PERSON}, 'state', r.value->>'state', 'at', r.value->>'at') order by r.place)
    from jsonb_array_elements(v.reviews) with ordinality as r(value, place) join person x on x.id = (r.value->>'personId')::uuid), '[]') as reviewers`;

type VersionSqlRow = Omit<VersionRow, "publishedAt"> & { publishedAt: Date };
const toRow = ({ publishedAt, ...row }: VersionSqlRow): VersionRow => ({ ...row, publishedAt: publishedAt.toISOString() });

const versionsSql = (ctx: Ctx, ref: string | undefined, columns: Prisma.Sql) => Prisma.sql`
  select ${columns} from incident i join postmortem p on p."incidentId" = i.id join postmortem_version v on v."postmortemId" = p.id
  where i.number = ${numberOf(ref)} and ${visibleSql(ctx)}`;

/** The newest first; none where nothing was published. NOT_FOUND for an incident that is not the caller's to see. */
export async function listVersions(ctx: Ctx, ref: string | undefined): Promise<VersionList> {
  await incidentFacts(ctx, { ref: ref ?? "" });
  const rows = await readSql<VersionSqlRow>(ctx, Prisma.sql`${versionsSql(ctx, ref, VERSION_COLUMNS)} order by v.n desc`);
  return { items: rows.map(toRow), nextCursor: null };
}

export interface Frozen extends VersionRow {
  incidentRef: string;
  json: DocNode;
  blocks: Blocks;
}

/** A version with what is frozen in it; the newest where no number is given. */
export async function findVersion(ctx: Ctx, ref: string | undefined, n?: number): Promise<Frozen> {
  await incidentFacts(ctx, { ref: ref ?? "" });
  const which = n === undefined ? Prisma.sql`v.n = p."publishedVersion"` : Prisma.sql`v.n = ${n}`;
  const [row] = await readSql<VersionSqlRow & { json: DocNode; blocks: unknown; number: number }>(
    ctx,
    Prisma.sql`${versionsSql(ctx, ref, Prisma.sql`${VERSION_COLUMNS}, v.json, v.blocks, i.number`)} and ${which}`,
  );
  if (!row) throw notFound(n === undefined ? "No post-mortem was published for this incident." : `There is no version ${n} of this post-mortem.`);
  const { number, blocks, ...rest } = row;
  // What was frozen by an older edition of Candor is read as far as it still says what is asked of it.
  const read = Blocks.safeParse(blocks);
  return { ...toRow(rest), json: row.json, blocks: read.success ? read.data : (blocks as Blocks), incidentRef: refOf(number) };
}

/** A version as Markdown, with the rows of its blocks, its times in its zone. */
export const versionMarkdown = ({ json, blocks, zone, incidentRef }: Frozen, more: { origin?: string } = {}): string =>
  markdownOf(json, { blocks, zone, around: aroundOf(blocks), picture: (id) => `${more.origin ?? ""}${paths.attachment(incidentRef, id)}`, ...more });

/** The day on which moments are told without their date. */
export const aroundOf = ({ incident }: Blocks): string => incident.startedAt ?? incident.detectedAt ?? incident.declaredAt;

export async function getVersion(ctx: Ctx, ref: string | undefined, n: number): Promise<PostmortemVersion> {
  const version = await findVersion(ctx, ref, n);
  return { ...version, markdown: versionMarkdown(version) };
}

/** Whether somebody wrote in it after its newest version came out. */
export async function isDraftNewer(ctx: Ctx, ref: string | undefined): Promise<boolean> {
  const [row] = await readSql<{ newer: boolean }>(
    ctx,
    Prisma.sql`
      select exists (select 1 from postmortem_author a where a."postmortemId" = p.id and a."lastAt" > p."publishedAt")
        or exists (select 1 from document_update u where u."documentId" = p.id and u.at > p."publishedAt") as newer
      from incident i join postmortem p on p."incidentId" = i.id where i.number = ${numberOf(ref)} and ${visibleSql(ctx)}`,
  );
  return row?.newer ?? false;
}
