import { Prisma } from "../generated/prisma/client";
import type { Sort } from "../incidents/words";
import { every } from "./rules";
import { ordered, type Place } from "./order";
import { fits, fitting, holds, type Scope, STALE } from "./scope";

/**
 * One page of a list as SQL. Up to 10 000 incidents are gathered, counted and sorted. Where there are more, nothing gathers them: the order's index is
 * walked from the place on, and who fits is kept; among so many the next page is never far.
 */
export interface PageQuery {
  scope: Scope;
  sort: Sort;
  place: Place | null;
  limit: number;
  /** Up to how many are gathered and counted, where it is not 10 000. */
  gather?: number;
}

/**
 * unknown: nobody counted yet. many: more than 10 000, as was seen lately. scattered: as many, but they do not stand where one would walk.
 */
export type How = "unknown" | "many" | "scattered";

export const MOST = 10_000;
const WALK = 2000;
const BEST = 1000;
/** Of phrases that only a row can tell: up to how many suspects all are asked and counted, and how many a page asks. */
export const EXACT = 400;
const PROBE = 150;

const NAMED: Record<Sort, number> = { newest: 1, oldest: 0, updated: 1, severity: 1, relevance: 9 };
const USUAL: Record<Sort, Prisma.Sql> = {
  newest: Prisma.sql`0`,
  oldest: Prisma.sql`1`,
  updated: Prisma.sql`0`,
  severity: Prisma.sql`-k.severity_rank`,
  relevance: Prisma.sql`k.title * 2 + k.together`,
};

const looseTerms = (scope: Scope) => scope.terms?.all.filter((term) => term.loose) ?? [];

/** Of an incident whose document only suspects a phrase: whether a row holds it. */
function spoken(scope: Scope, id: Prisma.Sql): Prisma.Sql {
  const each = looseTerms(scope).map(
    (term) => Prisma.sql`exists (select 1 from search.row r where r.incident_id = ${id} and ts_match_vq(r.tsv, ${term.row}::tsquery))`,
  );
  return each.length ? Prisma.sql`(${Prisma.join(each, " and ")})` : Prisma.sql`true`;
}

export function pageSql(of: PageQuery, how: How): Prisma.Sql {
  const { scope, sort, place, limit, gather = MOST } = of;
  const keys = ordered(sort, place, "k");
  const all = [STALE, ...(sort === "relevance" ? bestSql(of) : [])];
  const sources: Prisma.Sql[] = [];
  if (how !== "many") {
    const gathered = fitting(
      scope,
      Prisma.sql`d.id, d.number, d.declared_at, d.severity_rank`,
      how === "unknown" ? Prisma.sql`limit ${gather + 1}` : Prisma.empty,
    );
    all.push(Prisma.sql`gathered as materialized (${gathered})`);
    const kept = looseTerms(scope).length
      ? Prisma.sql`select * from gathered g where (select count(*) from gathered) > ${EXACT} or ${spoken(scope, Prisma.sql`g.id`)}`
      : Prisma.sql`select * from gathered`;
    all.push(Prisma.sql`m as materialized (${kept})`);
    sources.push(smallSql(of));
  }
  all.push(
    how === "unknown" ? Prisma.sql`n as (select (count(*) + (select count(*) from named))::int as total from m)` : Prisma.sql`n as (select null::int as total)`,
  );
  if (how !== "scattered")
    sources.push(...walkSql(of).map((walk) => (how === "unknown" ? Prisma.sql`(select * from ${walk} w where (select total from n) > ${gather})` : walk)));
  all.push(namedSql(of));
  sources.push(Prisma.sql`(select * from named)`);
  const rows = Prisma.sql`(${Prisma.join(
    sources.map((source) => Prisma.sql`select * from ${source} x`),
    " union all ",
  )}) k`;
  if (looseTerms(scope).length === 0) {
    all.push(Prisma.sql`page as (select k.*, true as shown from ${rows} where ${keys.past} ${keys.by} limit ${limit + 1})`);
  } else {
    const last = Prisma.raw(keys.rising ? "desc" : "asc");
    all.push(
      Prisma.sql`probe as materialized (select k.* from ${rows} where ${keys.past} ${keys.by} limit ${PROBE})`,
      Prisma.sql`page as (
        (select k.*, true as shown from probe k where k.number = ${scope.terms?.ref ?? 0} or ${spoken(scope, Prisma.sql`k.id`)} ${keys.by} limit ${limit + 1})
        union all
        (select k.*, false from probe k where (select count(*) from probe) = ${PROBE} order by k.first ${last}, k.at ${last}, k.number ${last} limit 1))`,
    );
  }
  return Prisma.join(orderedCtes(all), ", ");
}

/** `named` must stand before what counts it. */
const orderedCtes = (all: Prisma.Sql[]) => [...all].sort((a, b) => Number(b.sql.startsWith("named ")) - Number(a.sql.startsWith("named ")));

const at = (sort: Sort) => (sort === "updated" ? Prisma.sql`u."updatedAt"` : Prisma.sql`d.declared_at`);
const withUpdated = (sort: Sort) => (sort === "updated" ? Prisma.sql`join incident u on u.id = d.id` : Prisma.empty);

/** The incident that the query names by its ref stands first in every order. */
function namedSql({ scope, sort }: PageQuery): Prisma.Sql {
  const ref = scope.terms?.ref;
  const where = ref ? Prisma.sql`d.number = ${ref} and ${scope.where}` : Prisma.sql`false`;
  return Prisma.sql`named as materialized (
    select d.id, ${NAMED[sort]}::int as first, ${at(sort)} as at, d.number from search.incident d ${withUpdated(sort)} where ${where})`;
}

/** From what was gathered, when that is all there is. */
function smallSql({ scope, sort, place, limit, gather = MOST }: PageQuery): Prisma.Sql {
  const keys = ordered(sort, place, "k");
  const most = looseTerms(scope).length ? PROBE : limit + 1;
  const score =
    sort === "relevance" ? Prisma.sql`, (d.id in (select id from title))::int as title, (d.id in (select id from together))::int as together` : Prisma.empty;
  return Prisma.sql`(select * from (
      select k.id, (${USUAL[sort]})::int as first, k.at, k.number
      from (select d.id, d.number, d.severity_rank, ${at(sort)} as at ${score} from m d ${withUpdated(sort)}) k
    ) k where ${keys.past} and coalesce((select total from n), 0) <= ${gather} ${keys.by} limit ${most})`;
}

/** For relevance: whose title says it all, and where the words stand together; of each the newest thousand. */
function bestSql({ scope, sort, place, limit }: PageQuery): Prisma.Sql[] {
  const { terms, document, facts } = scope;
  const keys = ordered(sort, place, "k");
  const most = looseTerms(scope).length ? PROBE : limit + 1;
  const titled = every([...facts, ...(terms?.all.map((term) => term.title) ?? [])]);
  const rows = every(terms?.all.map((term) => term.row) ?? []);
  // "offset 0": found by their words, then sorted. Left to itself the planner may walk the whole history to save the sorting.
  const newest = Prisma.sql`order by d.declared_at desc, d.number desc limit ${BEST}`;
  const together = terms?.together ? every([document!, terms.together]) : null;
  return [
    Prisma.sql`title as materialized (
      (select * from (select d.id, d.declared_at, d.number from search.incident d where d.tsv @@ ${titled}::tsquery and d.id not in (select incident_id from stale) and ${scope.where} offset 0) d ${newest})
      union all
      (select d.id, d.declared_at, d.number from stale s join search.incident d on d.id = s.incident_id join search.row r on r.kind = 'title' and r.source_id = d.id
       where ts_match_vq(r.tsv, ${rows}::tsquery) and ${scope.where} and ${holds(scope)}))`,
    Prisma.sql`together as materialized (
      select * from (select d.id, d.declared_at, d.number from search.incident d where ${
        together ? Prisma.sql`d.tsv @@ ${together}::tsquery and d.id not in (select incident_id from stale)` : Prisma.sql`false`
      } and ${scope.where} offset 0) d ${newest})`,
    Prisma.sql`scored as materialized (
      select * from (
        select k.id, sum(k.score)::int as first, k.declared_at as at, k.number
        from (select t.*, 2 as score from title t union all select t.*, 1 from together t) k where k.number <> ${terms?.ref ?? 0} group by k.id, k.declared_at, k.number
      ) k where ${keys.past} ${keys.by} limit ${most})`,
  ];
}

/** Along an index from the place on; several walks where the order has several stretches. */
function walkSql({ scope, sort, place, limit }: PageQuery): Prisma.Sql[] {
  const back = place?.back ?? false;
  const rising = (sort === "oldest") !== back;
  const direction = Prisma.raw(rising ? "asc" : "desc");
  const past = Prisma.raw(rising ? ">" : "<");
  const other = scope.terms?.ref ? Prisma.sql`d.number <> ${scope.terms.ref}` : Prisma.sql`true`;
  const most = looseTerms(scope).length ? PROBE : limit + 1;
  const far = Prisma.sql`limit ${scope.document === null ? most : WALK}`;
  const key = place?.key;
  const beyond = (column: Prisma.Sql) =>
    key ? Prisma.sql`(${column}, d.number) ${past} (${key.at.toISOString()}::timestamptz, ${key.number})` : Prisma.sql`true`;
  const keep = (from: Prisma.Sql, columns: Prisma.Sql, where: Prisma.Sql, by: Prisma.Sql) => Prisma.sql`(
    select d.id, d.first, d.at, d.number from (
      select d.*, ${columns} ${from} where ${other} and ${scope.where} and ${where} ${by} ${far}
    ) d where ${fits(scope)} order by d.at ${direction}, d.number ${direction} limit ${most})`;

  const here = Prisma.sql`from search.incident d`;
  // "offset 0" keeps the order of the index: one look-up after the other, until there is enough.
  const fromIncident = Prisma.sql`from incident u cross join lateral (select * from search.incident d where d.id = u.id offset 0) d`;
  const byTime = Prisma.sql`order by d.declared_at ${direction}, d.number ${direction}`;
  if (sort === "severity") return severityWalks();
  if (sort === "relevance") return relevanceWalks();
  const usual = sort === "oldest" ? 1 : 0;
  if (key && key.first !== usual && back) return [];
  const where = key && key.first === usual ? beyond(sort === "updated" ? Prisma.sql`u."updatedAt"` : Prisma.sql`d.declared_at`) : Prisma.sql`true`;
  if (sort === "updated") {
    // The number that the index is ordered by is the incident's own.
    const byUpdate = Prisma.sql`order by u."updatedAt" ${direction}, u.number ${direction}`;
    const beyondUpdate =
      key && key.first === usual ? Prisma.sql`(u."updatedAt", u.number) ${past} (${key.at.toISOString()}::timestamptz, ${key.number})` : Prisma.sql`true`;
    return [keep(fromIncident, Prisma.sql`0 as first, u."updatedAt" as at`, beyondUpdate, byUpdate)];
  }
  return [keep(here, Prisma.sql`${usual}::int as first, d.declared_at as at`, where, byTime)];

  /** The stretch of the place's own severity, and those past it. */
  function severityWalks(): Prisma.Sql[] {
    const columns = Prisma.sql`-u."severityRank"::int as first, u."declaredAt" as at`;
    const rank = Prisma.raw(back ? "desc" : "asc");
    const by = Prisma.sql`order by u."severityRank" ${rank}, u."declaredAt" ${direction}, u.number ${direction}`;
    const walk = (where: Prisma.Sql) => Prisma.sql`(
      select d.id, d.first, d.at, d.number from (select d.*, ${columns} ${fromIncident} where ${other} and ${scope.where} and ${where} ${by} ${far}) d
      where ${fits(scope)} order by d.first ${direction}, d.at ${direction}, d.number ${direction} limit ${most})`;
    if (!key || key.first > 0) return back ? [] : [walk(Prisma.sql`true`)];
    const own = -key.first;
    return [
      walk(Prisma.sql`u."severityRank" = ${own} and (u."declaredAt", u.number) ${past} (${key.at.toISOString()}::timestamptz, ${key.number})`),
      walk(Prisma.sql`u."severityRank" ${Prisma.raw(back ? "<" : ">")} ${own}`),
    ];
  }

  /** What is scored is few (the words in the title, or together); the rest is walked by time where the scored ones do not fill the page. */
  function relevanceWalks(): Prisma.Sql[] {
    if (key && key.first !== 0 && back) return [Prisma.sql`(select * from scored)`];
    const where = Prisma.sql`(select count(*) from scored) < ${most} and d.id not in (select id from title union all select id from together)
      and ${key && key.first === 0 ? beyond(Prisma.sql`d.declared_at`) : Prisma.sql`true`}`;
    return [Prisma.sql`(select * from scored)`, keep(here, Prisma.sql`0 as first, d.declared_at as at`, where, byTime)];
  }
}
