import { readOften, readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { Prisma } from "../generated/prisma/client";
import type { IncidentSqlRow } from "../incidents/queries";
import type { IncidentPage, IncidentRow, ListIncidents } from "../incidents/schema";
import { tagIdsOf } from "../tags/queries";
import { snippets } from "./snippets";
import { readTerms } from "./terms";
import { isMany, rememberMany } from "./many";
import { type Key, placeOf, toCursor } from "./order";
import { EXACT, type How, MOST, type PageQuery, pageSql } from "./page";
import { PAGE_COLUMNS, PAGE_PARTS, toIncidentRow } from "./rows";
import type { Terms } from "./rules";
import { scopeOf } from "./scope";

/** A row of the page, or the edge of what was asked (not shown); without an id where the page is empty and only the count came. */
type FoundRow = IncidentSqlRow & { total: number | null; shown: boolean; key_first: number; key_at: Date; key_number: number };

/** The incidents that the caller may see and asks for. INVALID at `cursor` for a cursor of another list. */
export async function listIncidents(ctx: Ctx, query: ListIncidents): Promise<IncidentPage> {
  const place = placeOf(query);
  const [terms, tagIds] = await Promise.all([query.q ? readTerms(ctx, query.q) : null, tagIdsOf(ctx, query.tag)]);
  if (query.q && !terms) return { items: [], nextCursor: null, prevCursor: null, total: 0, totalIsExact: true };
  const limit = query.limit ?? 25;
  const scope = scopeOf(ctx, { ...query, tagIds }, terms);
  const of: PageQuery = { scope, sort: query.sort ?? "newest", place, limit };

  const many = isMany(ctx, query);
  let rows = await pageOf(ctx, of, many ? "many" : "unknown");
  const counted = many ? MOST + 1 : (rows[0]?.total ?? 0);
  if (counted > MOST) rememberMany(ctx, query);
  let found = rows.filter(exists);
  // Few of many were found where they usually stand, and no suspects were left to ask: the rest may lie anywhere.
  if (counted > MOST && found.length <= limit && found.every((row) => row.shown) && scope.document !== null) {
    rows = await pageOf(ctx, of, "scattered");
    found = rows.filter(exists);
  }
  return toPage(ctx, query, terms, found, limit, counted);
}

const direction = ({ sort, place }: PageQuery) => Prisma.raw((sort === "oldest") !== (place?.back ?? false) ? "asc" : "desc");
const exists = (row: FoundRow) => (row.id as string | null) !== null;

async function pageOf(ctx: Ctx, of: PageQuery, how: How): Promise<FoundRow[]> {
  const statement = Prisma.sql`
    with ${pageSql(of, how)}, ${PAGE_PARTS}
    select n.total, p.shown, p.first as key_first, p.at as key_at, p.number as key_number, i.*
    from n left join page p on true
    left join lateral (select ${PAGE_COLUMNS} from incident i where i.id = p.id and ${visibleSql(ctx)}) i on true
    order by p.shown desc, p.first ${direction(of)}, p.at ${direction(of)}, p.number ${direction(of)}`;
  // Without words and filters there are few shapes of it, and nearly all that is asked are those.
  return of.scope.plain ? readOften(ctx, statement) : readSql(ctx, statement);
}

/** The best of what holds these words, and nothing counted: rows of the first `shown`, and the ids of some more. */
export async function bestIncidents(ctx: Ctx, terms: Terms, shown: number, asked: number): Promise<{ rows: IncidentRow[]; ids: string[] }> {
  const of: PageQuery = { scope: scopeOf(ctx, {}, terms), sort: "relevance", place: null, limit: asked, gather: 500 };
  const found = (await pageOf(ctx, of, "unknown")).filter(exists).filter((row) => row.shown);
  const best = found.slice(0, shown);
  const marked = await snippets(
    ctx,
    terms,
    best.map((row) => row.id),
  );
  return { rows: best.map((row) => toIncidentRow(row, marked.get(row.id) ?? null)), ids: found.map((row) => row.id) };
}

async function toPage(ctx: Ctx, query: ListIncidents, terms: Terms | null, rows: FoundRow[], limit: number, counted: number): Promise<IncidentPage> {
  const back = placeOf(query)?.back ?? false;
  const shown = rows.filter((row) => row.shown);
  const more = shown.length > limit;
  const edge = rows.find((row) => !row.shown);
  const kept = shown.slice(0, limit);
  if (back) kept.reverse();
  const marked = terms
    ? await snippets(
        ctx,
        terms,
        kept.map((row) => row.id),
      )
    : null;
  const cursor = (row: FoundRow | undefined, towards: boolean) => (row ? toCursor(query, keyOf(row), towards) : null);
  // Past the page in the direction of walking there is more where one more was read; behind it lies what the cursor came from.
  const ahead = (towards: boolean) => (more ? cursor(towards ? kept[0] : kept.at(-1), towards) : cursor(edge, towards));
  const behind = (towards: boolean) => (query.cursor === undefined ? null : cursor(towards ? kept[0] : kept.at(-1), towards));
  return {
    items: kept.map((row) => toIncidentRow(row, marked?.get(row.id) ?? null)),
    nextCursor: back ? behind(false) : ahead(false),
    prevCursor: back ? ahead(true) : behind(true),
    total: Math.min(counted, MOST),
    totalIsExact: counted <= (terms?.all.some((term) => term.loose) ? EXACT : MOST),
  };
}

const keyOf = (row: FoundRow): Key => ({ first: row.key_first, at: row.key_at, number: row.key_number });
