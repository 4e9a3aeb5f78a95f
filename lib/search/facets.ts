import { readSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { Prisma } from "../generated/prisma/client";
import type { IncidentFacets, IncidentFilters } from "../incidents/schema";
import { ENVIRONMENT_WORDS, ENVIRONMENTS, HAVING_WORDS, HAVINGS, type Having, MODE_WORDS, MODES, SEVERITIES, STATUS_WORDS, STATUSES } from "../incidents/words";
import { FACTOR_GROUP_WORDS, FACTOR_GROUPS, FACTOR_ROLE_WORDS, FACTOR_ROLES, type FactorGroup, type FactorRole } from "../factors/words";
import { tagIdsOf } from "../tags/queries";
import { fitting, type Scope, STALE, scopeOf } from "./scope";
import { readTerms } from "./terms";

const MOST = 10_000;
/** The last two blocks of 4 096 numbers, for `generate_series`: what those hold is looked at whole. */
const LATEST_BLOCKS = Prisma.sql`greatest(0, ((select max(number) from incident) >> 12) - 1), (select max(number) from incident) >> 12`;
const NOTHING: IncidentFacets = {
  status: [],
  severity: [],
  mode: [],
  environment: [],
  group: [],
  tag: [],
  role: [],
  has: [],
  service: [],
  team: [],
  total: 0,
  isExact: true,
};
type Dimension = Exclude<keyof IncidentFacets, "total" | "isExact">;

/** How the incidents that the filters find spread over statuses, services and so on: of the newest 10 000 where there are more. */
export async function facetIncidents(ctx: Ctx, filters: IncidentFilters): Promise<IncidentFacets> {
  const [terms, tagIds] = await Promise.all([filters.q ? readTerms(ctx, filters.q) : null, tagIdsOf(ctx, filters.tag)]);
  if (filters.q && !terms) return NOTHING;
  const rows = await readSql<{ dimension: Dimension | "total"; value: string; name: string | null; count: number }>(
    ctx,
    facetSql(scopeOf(ctx, { ...filters, tagIds }, terms)),
  );
  const total = rows.find((row) => row.dimension === "total")?.count ?? 0;
  const of = (dimension: Dimension) => rows.filter((row) => row.dimension === dimension);
  const worded = (dimension: Dimension, words: readonly string[], name: (word: string) => string) =>
    words.flatMap((value) =>
      of(dimension)
        .filter((row) => row.value === value)
        .map(({ count }) => ({ value, name: name(value), count })),
    );
  const named = (dimension: Dimension) => of(dimension).map(({ value, name, count }) => ({ value, name: name ?? value, count }));
  return {
    status: worded("status", STATUSES, (word) => STATUS_WORDS[word as keyof typeof STATUS_WORDS]),
    severity: worded("severity", SEVERITIES, (word) => word),
    mode: worded("mode", MODES, (word) => MODE_WORDS[word as keyof typeof MODE_WORDS]),
    environment: worded("environment", ENVIRONMENTS, (word) => ENVIRONMENT_WORDS[word as keyof typeof ENVIRONMENT_WORDS]),
    group: worded("group", FACTOR_GROUPS, (word) => FACTOR_GROUP_WORDS[word as FactorGroup]),
    tag: named("tag"),
    role: worded("role", FACTOR_ROLES, (word) => FACTOR_ROLE_WORDS[word as FactorRole]),
    has: worded("has", HAVINGS, (word) => HAVING_WORDS[word as Having]),
    service: named("service"),
    team: named("team"),
    total: Math.min(total, MOST),
    isExact: total <= MOST,
  };
}

/** Counted once by each dimension, lists as wholes: few of these are unlike, so that little has to be taken apart afterwards. */
function facetSql(scope: Scope): Prisma.Sql {
  const columns = Prisma.sql`d.number, d.status, d.severity_rank, d.mode, d.environment, d.service_ids, d.team_ids, d.groups, d.tag_ids, d.factor_roles, d.has`;
  const ref = scope.terms?.ref ?? 0;
  // Too many to look at: those among the newest incidents, which stand side by side in the index and in the table.
  const latest =
    scope.document === null
      ? Prisma.sql`select ${columns} from search.incident d where ${scope.where} order by d.declared_at desc, d.number desc limit ${MOST}`
      : Prisma.sql`select ${columns} from search.incident d
          where d.tsv @@ (select ('(' || ${scope.document} || ') & (' || string_agg('''#n' || n || '''', ' | ') || ')')::tsquery from generate_series(${LATEST_BLOCKS}) as n)
            and ${scope.where} limit ${MOST}`;
  return Prisma.sql`
    with ${STALE},
    found as materialized (${fitting(scope, columns, Prisma.sql`limit ${MOST + 1}`)}),
    n as (select count(*) as found from found),
    m as materialized (
      select * from found where (select found from n) <= ${MOST}
      union all select ${columns} from search.incident d where d.number = ${ref} and ${scope.where}
      union all select * from (${latest}) d where (select found from n) > ${MOST}),
    g as materialized (
      select status, severity_rank, mode, environment, groups, factor_roles, has, tag_ids, service_ids, team_ids, count(*)::int as count from m
      group by grouping sets ((status), (severity_rank), (mode), (environment), (groups), (factor_roles), (has), (tag_ids), (service_ids), (team_ids)))
    select 'total' as dimension, '' as value, null as name, greatest((select found from n), (select count(*) from m))::int as count
    union all
    select case when status is not null then 'status' when mode is not null then 'mode' when environment is not null then 'environment' else 'severity' end,
      coalesce(status, mode, environment, 'SEV' || severity_rank), null, count from g where coalesce(status, mode, environment, severity_rank::text) is not null
    union all select 'group', name, null, sum(count)::int from g, unnest(g.groups) as name group by name
    union all select 'role', name, null, sum(count)::int from g, unnest(g.factor_roles) as name group by name
    union all select 'has', name, null, sum(count)::int from g, unnest(g.has) as name group by name
    union all (select 'tag', t.label, t.label, c.count from (select id, sum(count)::int as count from g, unnest(g.tag_ids) as id group by id) c join factor_tag t on t.id = c.id
      order by c.count desc, t.label limit 100)
    union all (select 'service', s.id::text, s.name, c.count from (select id, sum(count)::int as count from g, unnest(g.service_ids) as id group by id) c join service s on s.id = c.id
      order by c.count desc, s.name limit 100)
    union all (select 'team', t.id::text, t.name, c.count from (select id, sum(count)::int as count from g, unnest(g.team_ids) as id group by id) c join team t on t.id = c.id
      order by c.count desc, t.name limit 100)`;
}
