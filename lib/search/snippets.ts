import { readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { Prisma } from "../generated/prisma/client";
import type { Snippet } from "../incidents/schema";
import { OPEN_MARK, some, snippetOf, type Terms } from "./rules";

export interface Hit {
  incident_id: string;
  kind: Snippet["kind"];
  source_id: string;
  at: Date;
  text: string;
  hits: string[];
}

/** A section of a post-mortem, beside a row `r`; null for what is none. */
export const SECTION = Prisma.sql`(
  select json_build_object('heading', s.heading, 'anchor', s.anchor, 'published', p."publishedVersion" is not null)
  from postmortem_section s join postmortem p on p.id = s."postmortemId" where r.kind = 'section' and s.id = r.source_id) as section`;

/** The words of a text that answer the query: as they are written, by their stem, or by how the last one begins. */
export const hitWords = (terms: Terms, text: Prisma.Sql) => Prisma.sql`array(
  select distinct w from unnest(string_to_array(search.plain(left(${text}, 20000)), ' ')) as w
  where w = any(${terms.words}::text[]) or (ts_lexize('pg_catalog.english_stem', w))[1] = any(${terms.stems}::text[])
    or ${terms.prefix === null ? Prisma.sql`false` : Prisma.sql`starts_with(w, ${terms.prefix})`})`;

/** How many of the query's terms a row `r` holds. */
export const termsHeld = (terms: Terms) =>
  Prisma.join(
    terms.all.map((term) => Prisma.sql`ts_match_vq(r.tsv, ${term.row}::tsquery)::int`),
    " + ",
  );

/** For each of these incidents its best row: most of the words, the title before the rest, then the newest. Of a giant timeline the newest thousand rows are read. */
export async function snippets(ctx: Ctx, terms: Terms, ids: readonly string[]): Promise<Map<string, Snippet>> {
  if (ids.length === 0) return new Map();
  const rows = await readSql<Hit & { section: Snippet["section"] }>(
    ctx,
    Prisma.sql`
      select r.incident_id, r.kind, r.source_id, r.at, r.text, ${SECTION}, ${hitWords(terms, Prisma.sql`r.text`)} as hits
      from incident i cross join lateral (
        select r.* from (
          (select * from search.row r where r.incident_id = i.id order by r.at desc limit 1000)
          union all select * from search.row r where r.kind = 'title' and r.source_id = i.id
        ) r where ts_match_vq(r.tsv, ${some(terms.all.map((term) => term.row))}::tsquery)
        order by ${termsHeld(terms)} desc, r.kind = 'title' desc, r.at desc limit 1
      ) r where i.id = any(${ids}::uuid[]) and ${visibleSql(ctx, "i")}`,
  );
  return new Map(rows.map((row) => [row.incident_id, toSnippet(row)]));
}

/** Of a section the words beneath its heading, unless only that holds what was looked for. */
export function sectionSnippet({ text, hits }: Pick<Hit, "text" | "hits">, heading: string): string {
  const words = new Set(hits);
  const beneath = snippetOf(text.slice(heading ? heading.length + 1 : 0), words);
  return beneath.includes(OPEN_MARK) || !heading ? beneath : snippetOf(text, words);
}

const toSnippet = (hit: Hit & { section: Snippet["section"] }): Snippet => ({
  kind: hit.kind,
  entryId: hit.kind === "entry" ? hit.source_id : null,
  at: hit.kind === "entry" ? hit.at.toISOString() : null,
  section: hit.section,
  text: hit.section ? sectionSnippet(hit, hit.section.heading) : snippetOf(hit.text, new Set(hit.hits)),
});
