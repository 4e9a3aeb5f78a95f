import { readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { invalid } from "../errors";
import { FACTOR_GROUP_WORDS, FACTOR_GROUPS } from "../factors/words";
import { Prisma } from "../generated/prisma/client";
import { decodeCursor, encodeCursor } from "../http/cursor";
import type { IncidentSqlRow } from "../incidents/queries";
import type { Person } from "../people/schema";
import type { ListPostmortems, PostmortemFacets, PostmortemPage, PostmortemRow } from "../postmortems/schema";
import { PAGE_COLUMNS, PAGE_PARTS, toIncidentRow } from "../search/rows";
import { some, type Terms } from "../search/rules";
import { fitting, type Scope, scopeOf, STALE } from "../search/scope";
import { hitWords, sectionSnippet, termsHeld } from "../search/snippets";
import { readTerms } from "../search/terms";
import { tagIdsOf } from "../tags/queries";

/**
 * What was published, the newest first. Without a question an index is walked; with one, the incidents that fit and have a post-mortem are
 * looked up in the documents' index, and words must stand in its sections.
 */

const LIMIT = 20;
const MOST = 10_000;
const EXCERPT = 320;

interface Question {
  scope: Scope;
  terms: Terms | null;
}

/** Null where nothing in the words can be looked up. */
async function questionOf(ctx: Ctx, { q, service, tag, group }: ListPostmortems): Promise<Question | null> {
  const [terms, tagIds] = await Promise.all([q ? readTerms(ctx, q) : null, tagIdsOf(ctx, tag ? [tag] : undefined)]);
  if (q && (!terms || terms.all.length === 0)) return null;
  return { scope: scopeOf(ctx, { service, group: group ? [group] : undefined, tagIds, has: ["postmortem"] }, terms), terms };
}

const SECTIONS = Prisma.sql`postmortem_section s join search.row r on r.kind = 'section' and r.source_id = s.id and s."postmortemId" = p.id`;

/** Each of the words stands in some section. */
const said = (terms: Terms | null) =>
  terms
    ? Prisma.join(
        terms.all.map((term) => Prisma.sql`exists (select 1 from ${SECTIONS} where ts_match_vq(r.tsv, ${term.row}::tsquery))`),
        " and ",
      )
    : Prisma.sql`true`;

/** The post-mortems `p` that fit, as a part of `with` named `m`. */
const matches = ({ scope, terms }: Question) => Prisma.sql`
  ${STALE}, d as materialized (${fitting({ ...scope, terms: terms && { ...terms, ref: null } }, Prisma.sql`d.id`)}),
  m as materialized (select p.id, p."incidentId", p."publishedAt", p."publishedVersion" from d join postmortem p on p."incidentId" = d.id where p."publishedVersion" is not null and ${said(terms)})`;

/** An incident's columns, and of its post-mortem what stands beside them. */
type Row = IncidentSqlRow & {
  of: {
    postmortem: string;
    version: number;
    title: string;
    publishedAt: string;
    words: number;
    authors: Person[];
    heading: string | null;
    anchor: string | null;
    text: string | null;
    hits: string[];
  };
};

export async function listPostmortems(ctx: Ctx, query: ListPostmortems = {}): Promise<PostmortemPage> {
  const limit = query.limit ?? LIMIT;
  const place = query.cursor === undefined ? null : decodeCursor(query.cursor, ["time", "id"]);
  if (place && (place[0] < Date.UTC(2000, 0) || place[0] > Date.UTC(2300, 0))) throw invalid("cursor", "Not a cursor of this list; begin without one");
  const asked = await questionOf(ctx, query);
  if (!asked) return { items: [], nextCursor: null };
  const past = place ? Prisma.sql`(p."publishedAt", p.id) < (${new Date(place[0])}, ${place[1]}::uuid)` : Prisma.sql`true`;
  const plain = !query.q && !query.service && !query.tag && !query.group;
  const found = plain
    ? Prisma.sql`select p.id, p."incidentId", p."publishedAt", p."publishedVersion" from postmortem p
        cross join lateral (select 1 from incident i where i.id = p."incidentId" and ${visibleSql(ctx)} offset 0) seen
        where p."publishedAt" is not null and p."publishedVersion" is not null and ${past} order by p."publishedAt" desc, p.id desc limit ${limit + 1}`
    : Prisma.sql`select p.* from m p where ${past} order by p."publishedAt" desc, p.id desc limit ${limit + 1}`;
  const rows = await readSql<Row>(
    ctx,
    Prisma.sql`
      with ${plain ? Prisma.empty : Prisma.sql`${matches(asked)},`} f as materialized (${found}), page as (select "incidentId" as id from f), ${PAGE_PARTS}
      select ${PAGE_COLUMNS}, json_build_object('postmortem', p.id, 'version', v.n, 'title', v.title, 'publishedAt', p."publishedAt", 'words', v.words,
        'authors', coalesce((select json_agg(json_build_object('id', x.id, 'name', x.name, 'avatarUrl', x."avatarUrl", 'role', x.role) order by a.place)
          from unnest(v."authorIds") with ordinality as a(id, place) join person x on x.id = a.id), '[]'),
        'heading', e.heading, 'anchor', e.anchor, 'text', e.text, 'hits', e.hits) as of
      from f p join incident i on i.id = p."incidentId" and ${visibleSql(ctx)}
      join postmortem_version v on v."postmortemId" = p.id and v.n = p."publishedVersion"
      left join lateral (${bestSection(asked.terms)}) e on true
      order by p."publishedAt" desc, p.id desc`,
  );
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1)!.of : null;
  return { items: shown.map(toPostmortemRow), nextCursor: last ? encodeCursor([Date.parse(last.publishedAt), last.postmortem]) : null };
}

/** Whether a section says a word as it was asked for, not only one that begins alike. */
const asWritten = (terms: Terms) => Prisma.sql`(string_to_array(search.plain(left(r.text, 20000)), ' ') && ${terms.words}::text[])`;

/** The section to quote: the one that holds most of the words, else the first that is more than a title. */
const bestSection = (terms: Terms | null) =>
  terms
    ? Prisma.sql`select s.heading, s.anchor, r.text, ${hitWords(terms, Prisma.sql`r.text`)} as hits from ${SECTIONS}
        where ts_match_vq(r.tsv, ${some(terms.all.map((term) => term.row))}::tsquery) order by ${termsHeld(terms)} desc, ${asWritten(terms)} desc, s.place limit 1`
    : Prisma.sql`select s.heading, s.anchor, left(r.text, 2000) as text, '{}'::text[] as hits from ${SECTIONS} order by length(r.text) <= length(s.heading) + 1, s.place limit 1`;

function toPostmortemRow({ of, ...incident }: Row): PostmortemRow {
  const { version, title, publishedAt, authors, words } = of;
  const [heading, anchor] = [of.heading ?? "", of.anchor ?? ""];
  const excerpt = !of.text
    ? ""
    : of.hits.length
      ? sectionSnippet({ text: of.text, hits: of.hits }, heading)
      : beginning(of.text.slice(heading ? heading.length + 1 : 0));
  return { incident: toIncidentRow(incident), title, version, publishedAt: new Date(publishedAt).toISOString(), authors, words, excerpt, heading, anchor };
}

/** As many whole sentences as fit, else words. */
function beginning(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= EXCERPT) return line;
  const cut = line.slice(0, EXCERPT);
  const sentence = Math.max(cut.lastIndexOf(". "), cut.lastIndexOf("? "), cut.lastIndexOf("! "));
  return sentence > EXCERPT / 3 ? cut.slice(0, sentence + 1) : `${cut.replace(/\s+\S*$/, "").replace(/[\ud800-\udbff]$/, "")} …`;
}

/** What the library could be narrowed by, beside what it is narrowed by already. */
export async function facetPostmortems(ctx: Ctx, query: Omit<ListPostmortems, "cursor" | "limit"> = {}): Promise<PostmortemFacets> {
  const asked = await questionOf(ctx, query);
  if (!asked) return { total: 0, service: [], group: [], tag: [] };
  const rows = await readSql<{ dimension: string; value: string; name: string; count: number }>(
    ctx,
    Prisma.sql`
      with ${matches(asked)}, n as materialized (select * from m order by "publishedAt" desc limit ${MOST}),
      f as materialized (select distinct f."incidentId", f."group", f."tagId" from factor f where f."incidentId" in (select "incidentId" from n))
      select 'total' as dimension, '' as value, '' as name, count(*)::int as count from n
      union all select 'group', f."group", '', count(distinct f."incidentId")::int from f group by 2
      union all (select 'tag', t.label, t.label, count(*)::int as c from (select distinct "incidentId", "tagId" from f) f join factor_tag t on t.id = f."tagId" group by t.id, t.label order by c desc, t.label limit 40)
      union all (select 'service', s.id::text, s.name, count(*)::int as c from n join incident_service x on x."incidentId" = n."incidentId" join service s on s.id = x."serviceId"
        group by s.id, s.name order by c desc, s.name limit 40)`,
  );
  const of = (dimension: string) => rows.filter((row) => row.dimension === dimension).map(({ value, name, count }) => ({ value, name, count }));
  return {
    total: rows.find(({ dimension }) => dimension === "total")?.count ?? 0,
    service: of("service"),
    group: FACTOR_GROUPS.flatMap((value) => of("group").filter((row) => row.value === value)).map((row) => ({
      ...row,
      name: FACTOR_GROUP_WORDS[row.value as (typeof FACTOR_GROUPS)[number]],
    })),
    tag: of("tag"),
  };
}
