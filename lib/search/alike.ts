import { readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { stillExposed } from "../exposed/queries";
import { Prisma } from "../generated/prisma/client";
import { INCIDENT_COLUMNS, type IncidentSqlRow } from "../incidents/queries";
import type { OpenLike, OpenLikeQuery } from "../incidents/schema";
import { OPEN_STATUSES } from "../incidents/words";
import { toIncidentRow } from "./rows";
import { every, type Term, termsOf } from "./rules";
import { STALE } from "./scope";

/** While a title is typed: is this fire burning already, and has it burnt before? */

const MOST = 5;
const WORDS = 8;
/** Of each word that many incidents are looked at; one that more hold tells little. */
const EACH = 2000;
const OPEN_LOOKED_AT = 200;
/** Of how many services of like incidents the open risks are shown, while none is chosen. */
const GUESSED = 5;
/** A service in common weighs as much as a word that one incident in seven holds; a word of the other's title weighs double. */
const SERVICE = 2;
const IN_TITLE = 2;

interface Word extends Term {
  share: number;
}

/** The words of a title that may tell incidents apart, the rarest first. Stop words say nothing, and what stands in three of ten incidents hardly more. */
async function tellingWords(ctx: Ctx, title: string): Promise<Word[]> {
  const rows = await readSql<{ word: string; stem: string; share: number; last: boolean }>(
    ctx,
    Prisma.sql`
      select distinct on (stem) word, stem, last, greatest(
        (select max(share) from search.common c where c.word in (w.word, w.stem, '=' || w.stem)), 0)::float as share
      from (
        select word, (ts_lexize('pg_catalog.english_stem', word))[1] as stem, at = max(at) over () as last
        from unnest(string_to_array(search.plain(${title}), ' ')) with ordinality as u(word, at)
      ) w where stem is not null and length(word) >= 2 order by stem, last desc`,
  );
  return rows
    .filter((row) => row.share <= 0.3)
    .sort((a, b) => a.share - b.share || b.word.length - a.word.length)
    .slice(0, WORDS)
    .map(({ word, stem, share, last }) => {
      // Only the last word may still be being typed.
      const parts = [{ quoted: false, words: [word], stems: [stem], pairs: [] }];
      return { ...termsOf(last ? parts : [...parts, { quoted: true, words: ["x"], stems: [], pairs: [] }], null, []).all[0]!, share };
    });
}

/**
 * Open incidents of the last 24 hours that share a telling word or a service, and past ones like them. A word tells the more the fewer
 * of the incidents that the caller may see hold it.
 */
export async function openLike(ctx: Ctx, { title, serviceIds = [] }: OpenLikeQuery): Promise<OpenLike> {
  const words = title ? await tellingWords(ctx, title) : [];
  if (words.length === 0 && serviceIds.length === 0) return { open: [], past: [], stillExposed: [] };
  const rows = await readSql<IncidentSqlRow & { part: "open" | "past" }>(ctx, alikeSql(ctx, words, serviceIds));
  const of = (part: string) => rows.filter((row) => row.part === part).map((row) => toIncidentRow(row));
  const [open, past] = [of("open"), of("past")];
  // Until a service is chosen, those of the like ones are where it probably burns.
  const services = serviceIds.length ? serviceIds : [...new Set([...open, ...past].flatMap((row) => row.services.map(({ id }) => id)))].slice(0, GUESSED);
  return { open, past, stillExposed: (await stillExposed(ctx, { serviceIds: services })).items };
}

/** Incidents of these services whose words tell of the same, the most alike first. */
export async function alikeByWords(ctx: Ctx, title: string, serviceIds: readonly string[]): Promise<string[]> {
  const words = await tellingWords(ctx, title);
  if (words.length === 0) return [];
  const rows = await readSql<{ id: string }>(
    ctx,
    Prisma.sql`${alikeParts(ctx, words, serviceIds)}
      select d.id from alike a join search.incident d on d.id = a.id
      where a.score > 0 and d.service_ids && ${[...serviceIds]}::uuid[] and ${visibleSql(ctx, "d")} order by a.score desc limit 50`,
  );
  return rows.map(({ id }) => id);
}

function alikeSql(ctx: Ctx, words: readonly Word[], serviceIds: readonly string[]): Prisma.Sql {
  const shared = (alias: string) =>
    Prisma.sql`(select count(*) from unnest(${Prisma.raw(alias)}.service_ids) as id where id = any(${serviceIds}::uuid[]))::int`;
  return Prisma.sql`${alikeParts(ctx, words, serviceIds)},
    open as (
      select y.id, y.number, coalesce(m.score, 0) + ${SERVICE} * ${shared("y")} as score from young y cross join lateral (
        select sum(greatest(x.weight, case when x.telling then ${SERVICE} else 0 end)) as score from weighed x
        where case when exists (select 1 from stale s where s.incident_id = y.id)
          then (select search.holds(row(s.*)::search.stale, y.tsv, array[x.document], array[x.in_row]) from stale s where s.incident_id = y.id)
          else ts_match_vq(y.tsv, x.document) end) m
      where coalesce(m.score, 0) + ${SERVICE} * ${shared("y")} >= ${SERVICE}
      order by score desc, y.number desc limit ${MOST}),
    past as (
      select d.id, d.number, a.score + ${SERVICE} * ${shared("d")} as score from alike a join search.incident d on d.id = a.id
      where ${visibleSql(ctx, "d")} and d.status <> 'canceled' and d.id not in (select id from young) and d.id not in (select incident_id from stale where whole)
      order by score desc, d.declared_at desc, d.number desc limit ${MOST})
    select p.part, ${INCIDENT_COLUMNS}
    from (select 'open' as part, * from open union all select 'past', * from past) p join incident i on i.id = p.id and ${visibleSql(ctx)}
    order by p.part, p.score desc, i.number desc`;
}

/** The words weighed, the young open incidents, and the past ones that hold a telling word or a service, with their score of words. */
function alikeParts(ctx: Ctx, words: readonly Word[], serviceIds: readonly string[]): Prisma.Sql {
  const column = (of: (word: Word) => string) => Prisma.sql`${words.map(of)}::tsquery[]`;
  return Prisma.sql`
    with ${STALE},
    w as materialized (
      select *, row_number() over () as at from unnest(${column((word) => word.document)}, ${column((word) => word.row)}, ${column((word) => word.title)}, ${words.map((word) => word.share)}::float[])
        as w(document, in_row, title, share)),
    held as materialized (
      select w.at, d.id from w cross join lateral (
        select d.id from search.incident d where w.share <= 0.05 and d.tsv @@ w.document and ${visibleSql(ctx, "d")} limit ${EACH + 1}) d),
    size as (select greatest(100, reltuples)::float as n from pg_class where oid = 'search.incident'::regclass),
    weighed as materialized (
      select w.*, greatest(0.1, ln(case when w.share > 0 then 1 / w.share else (select n from size) / greatest(1, c.n) end)) as weight,
        w.share <= 0.05 and c.n between 1 and greatest(5, 0.05 * (select n from size)) as telling
      from w cross join lateral (select count(*)::float as n from held where held.at = w.at) c),
    young as materialized (
      select d.* from search.incident d where d.declared_at > now() - interval '24 hours' and d.status = any(${OPEN_STATUSES as readonly string[]}::text[]) and ${visibleSql(ctx, "d")}
      order by d.declared_at desc, d.number desc limit ${OPEN_LOOKED_AT}),
    alike as (
      select id, sum(weight) as score from (
        select held.id, x.weight from held join weighed x on x.at = held.at and x.telling
        union all
        select d.id, x.weight * ${IN_TITLE - 1} from weighed x cross join lateral (
          select d.id from search.incident d where x.telling and d.tsv @@ x.title and ${visibleSql(ctx, "d")} limit ${EACH}) d
        union all
        select d.id, (select sum(weight) from weighed) from (
          select * from (
            select d.id, d.declared_at, d.number from search.incident d where d.tsv @@ ${every(words.map((word) => word.title))}::tsquery and ${visibleSql(ctx, "d")}
              and (select count(*) from weighed where telling) < 2 offset 0) d
          order by d.declared_at desc, d.number desc limit ${2 * MOST}) d
        union all
        select x."incidentId", 0 from unnest(${serviceIds}::uuid[]) as service cross join lateral (
          select x."incidentId" from incident_service x where x."serviceId" = service order by x."declaredAt" desc limit 30) x
      ) h group by id order by score desc limit 200)`;
}
