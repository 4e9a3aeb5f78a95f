import { readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { Prisma } from "../generated/prisma/client";
import type { Snippet } from "../incidents/schema";
import type { RefDto } from "../scalars";
import { bestIncidents } from "./queries";
import { some, snippetOf, type Terms, every } from "./rules";
import type { SearchHits, SearchQuery } from "./schema";
import { type Hit, hitWords, sectionSnippet, termsHeld } from "./snippets";
import { readTerms } from "./terms";

const MOST = 8;
/** Entries are taken from that many of the best incidents, and from the newest rows of each. */
const INCIDENTS = 30;
const ROWS = 300;

/** Whatever answers a query, by kind: for the palette, and for whoever does not know yet what they look for. */
export async function searchAll(ctx: Ctx, { q, limit = MOST }: SearchQuery): Promise<SearchHits> {
  const terms = await readTerms(ctx, q);
  if (!terms) return { incidents: [], entries: [], sections: [], services: [], people: [], teams: [] };
  const [found, names] = await Promise.all([bestIncidents(ctx, terms, limit, Math.max(limit, INCIDENTS)), namesLike(ctx, terms, limit)]);
  const [entries, sections] = await Promise.all([entriesIn(ctx, terms, found.ids, limit), sectionsIn(ctx, terms, found.ids, limit)]);
  const of = (kind: string) => names.filter((row) => row.kind === kind).map(({ id, name }) => ({ id, name }));
  return { incidents: found.rows, entries, sections, services: of("service"), people: of("person"), teams: of("team") };
}

/** The entries that hold most of the words, the newest first among equals. */
async function entriesIn(ctx: Ctx, terms: Terms, incidentIds: readonly string[], limit: number): Promise<SearchHits["entries"]> {
  if (incidentIds.length === 0) return [];
  const rows = await readSql<Hit & { number: number; title: string }>(
    ctx,
    Prisma.sql`
      select r.*, ${hitWords(terms, Prisma.sql`r.text`)} as hits from (
        select i.number, i.title, r.kind, r.source_id, r.at, r.text, r.held
        from incident i cross join lateral (
          select r.*, ${termsHeld(terms)} as held
          from (select * from search.row r where r.incident_id = i.id and r.kind = 'entry' order by r.at desc limit ${ROWS}) r
          where ts_match_vq(r.tsv, ${some(terms.all.map((term) => term.row))}::tsquery) order by held desc, r.at desc limit 2
        ) r where i.id = any(${incidentIds}::uuid[]) and ${visibleSql(ctx)}
        order by r.held desc, r.at desc limit ${limit}
      ) r order by r.held desc, r.at desc`,
  );
  return rows.map((row) => ({
    entryId: row.source_id,
    incidentRef: `INC-${row.number}`,
    incidentTitle: row.title,
    at: row.at.toISOString(),
    text: snippetOf(row.text, new Set(row.hits)),
  }));
}

/** The sections of post-mortems that hold most of the words. */
async function sectionsIn(ctx: Ctx, terms: Terms, incidentIds: readonly string[], limit: number): Promise<SearchHits["sections"]> {
  if (incidentIds.length === 0) return [];
  const rows = await readSql<Hit & { number: number; title: string; section: NonNullable<Snippet["section"]> }>(
    ctx,
    Prisma.sql`
      select r.*, ${hitWords(terms, Prisma.sql`r.text`)} as hits from (
        select i.number, i.title, r.kind, r.source_id, r.at, r.text, ${termsHeld(terms)} as held,
          json_build_object('heading', s.heading, 'anchor', s.anchor, 'published', p."publishedVersion" is not null) as section, s.place
        from incident i join postmortem p on p."incidentId" = i.id join postmortem_section s on s."postmortemId" = p.id
        join search.row r on r.kind = 'section' and r.source_id = s.id
        where i.id = any(${incidentIds}::uuid[]) and ${visibleSql(ctx)} and ts_match_vq(r.tsv, ${some(terms.all.map((term) => term.row))}::tsquery)
        order by held desc, r.at desc, s.place limit ${limit}
      ) r order by r.held desc, r.at desc, r.place`,
  );
  return rows.map((row) => ({ incidentRef: `INC-${row.number}`, incidentTitle: row.title, ...row.section, text: sectionSnippet(row, row.section.heading) }));
}

/** Services, people and teams whose names hold the words; the last one may be its beginning. Who left and what is archived is left out. */
const namesLike = (ctx: Ctx, terms: Terms, limit: number) =>
  readSql<RefDto & { kind: string }>(
    ctx,
    Prisma.sql`
      select kind, id, name from (
        select n.kind, n.id, n.name, row_number() over (partition by n.kind order by length(n.name), n.name, n.id) as place
        from search.name n
        where n.tsv @@ ${every(terms.all.map((term) => term.row))}::tsquery
          and not exists (select 1 from person p where n.kind = 'person' and p.id = n.id and p."disabledAt" is not null)
          and not exists (select 1 from service s where n.kind = 'service' and s.id = n.id and s."archivedAt" is not null)
      ) n where place <= ${limit} order by kind, place`,
  );
