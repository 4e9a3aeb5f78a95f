import pg from "pg";
import { visibleSql } from "../../lib/auth/access";
import { type Ctx, mint } from "../../lib/auth/ctx";
import { closeDb, db } from "../../lib/db";
import { Prisma } from "../../lib/generated/prisma/client";
import { INCIDENT_COLUMNS } from "../../lib/incidents/queries";
import { ListIncidents } from "../../lib/incidents/schema";
import { facetIncidents } from "../../lib/search/facets";
import { listIncidents } from "../../lib/search/queries";
import { scopeOf } from "../../lib/search/scope";
import { FACTOR_GROUPS } from "../../lib/factors/words";
import { collectPlans, type Growing, growingScans } from "./plans";
import { atMost, note, percentile, seen } from "./report";
import type { World } from "./world";

/** History asked for combinations, and the lists of changes and action items, when there are many of them. */
const PART = "Combinations, changes and action items";
const TIMES = 40;
type Query = Record<string, string>;

const groups = (nth: number) => [FACTOR_GROUPS[Math.abs(nth) % 3]!, FACTOR_GROUPS[(Math.abs(nth) + 1 + (Math.abs(nth) % 4)) % 6]!].join(",");
const KINDS: { name: string; query(nth: number, tags: readonly string[]): Query }[] = [
  { name: "code and environment", query: () => ({ group: "code,environment" }) },
  { name: "two groups", query: (nth) => ({ group: groups(nth) }) },
  { name: "two groups and a tag", query: (nth, tags) => ({ group: groups(nth), tag: tags[Math.abs(nth) % tags.length]! }) },
  { name: "two tags", query: (nth, tags) => ({ tag: `${tags[Math.abs(nth) % tags.length]},${tags[(Math.abs(nth) + 5) % tags.length]}` }) },
  { name: "two groups, a word, a severity", query: () => ({ group: "code,infrastructure", severity: "SEV1,SEV2", q: "latency" }) },
  { name: "what is still open", query: (nth) => ({ has: "open_actions", group: groups(nth) }) },
];

async function timed(run: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await run();
  return performance.now() - from;
}

export async function benchCombined(world: World, ours: string): Promise<void> {
  const known = await ids(world.url);
  await besidePlainSql(world, known.tags);
  await overHttp(ours, world, known);
}

async function ids(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tags } = await client.query<{ label: string }>("select label from factor_tag where label !~ ',' order by md5(label)");
    const { rows: services } = await client.query<{ id: string }>(`select "serviceId" as id from incident_service group by 1 order by count(*) desc limit 20`);
    const { rows: teams } = await client.query<{ id: string }>("select id from team order by name limit 20");
    const { rows: sizes } = await client.query<{ what: string; n: string }>(
      "select 'changes' as what, count(*) as n from change union all select 'factors', count(*) from factor union all select 'action items', count(*) from action_item",
    );
    seen(PART, "in the history", sizes.map(({ what, n }) => `${n} ${what}`).join(", "));
    return { tags: tags.map((row) => row.label), services: services.map((row) => row.id), teams: teams.map((row) => row.id) };
  } finally {
    await client.end();
  }
}

/** In this process: the list and its facets, beside the statements that one would write first for the same answer. */
async function besidePlainSql(world: World, tags: readonly string[]) {
  process.env.DATABASE_URL = world.url;
  const ctx = mint({ actor: { id: world.person.id, name: world.person.name, role: "member", avatarUrl: null }, requestId: "bench" });
  const growing: Growing[] = [];
  for (const kind of KINDS) {
    const [mine, theirs, facets]: number[][] = [[], [], []];
    for (let nth = -3; nth < TIMES; nth++) {
      const query = ListIncidents.parse(kind.query(nth, tags));
      const a = await timed(() => listIncidents(ctx, query));
      const b = await timed(() => plainly(ctx, query));
      const c = await timed(() => facetIncidents(ctx, query));
      if (nth < 0) continue;
      mine!.push(a);
      theirs!.push(b);
      facets!.push(c);
    }
    const [p, q] = [percentile(mine!, 0.95), percentile(theirs!, 0.95)];
    if (!kind.query(0, tags).q) atMost(PART, `${kind.name}, beside plain SQL`, p / q, 1.5, "×", `p95 ${p.toFixed(1)} ms, plain ${q.toFixed(1)} ms`);
    atMost(PART, `${kind.name}, its facets in process`, percentile(facets!, 0.95), 50, "ms", `median ${percentile(facets!, 0.5).toFixed(1)} ms`);
    const query = ListIncidents.parse(kind.query(1, tags));
    growing.push(...growingScans(await collectPlans(kind.name, () => listIncidents(ctx, query))));
    growing.push(...growingScans(await collectPlans(`${kind.name}, facets`, () => facetIncidents(ctx, query))));
  }
  atMost(PART, "plans of combinations with a scan that grows", growing.length, 0, "plans", growing.map((scan) => `${scan.name}: ${scan.relation}`).join(", "));
  note("growingScansCombined", growing);
  await closeDb();
}

/** A count up to the same bound, and a page. */
async function plainly(ctx: Ctx, query: ListIncidents): Promise<void> {
  const { q: _, ...filters } = query;
  const scope = scopeOf(ctx, filters, null);
  const ask = (sql: Prisma.Sql) => db().reads.query(sql.text, sql.values as unknown[]);
  const match = Prisma.sql`d.tsv @@ ${scope.document}::tsquery and ${scope.where}`;
  await ask(Prisma.sql`select count(*) from (select 1 from search.incident d where ${match} limit 10001) as n`);
  await ask(Prisma.sql`
    with m as materialized (select d.id, d.declared_at, d.number from search.incident d where ${match}),
    page as (select * from m order by declared_at desc, number desc limit 25)
    select ${INCIDENT_COLUMNS} from page join incident i on i.id = page.id where ${visibleSql(ctx)} order by page.declared_at desc, page.number desc`);
}

async function overHttp(ours: string, world: World, { tags, services, teams }: Awaited<ReturnType<typeof ids>>) {
  const headers = { cookie: world.cookies[1]! };
  const measure = async (name: string, path: (nth: number) => string, most?: number) => {
    const times: number[] = [];
    let size = 0;
    for (let nth = -5; nth < TIMES; nth++) {
      const from = performance.now();
      const response = await fetch(`${ours}${path(Math.abs(nth))}`, { headers });
      const text = await response.text();
      if (response.status !== 200) throw new Error(`${name}: ${response.status} at ${path(Math.abs(nth))}`);
      if (nth < 0) continue;
      times.push(performance.now() - from);
      size = Math.max(size, Buffer.byteLength(text));
    }
    atMost(PART, `${name}, over HTTP`, percentile(times, 0.95), 50, "ms", `p95 of one caller alone, median ${percentile(times, 0.5).toFixed(1)} ms`);
    if (most) atMost(PART, `${name}, its HTML`, size / 1000, most, "kB");
  };
  const at = (list: readonly string[], nth: number) => list[nth % list.length]!;
  for (const kind of KINDS) {
    await measure(kind.name, (nth) => `/api/v1/incidents?${new URLSearchParams(kind.query(nth, tags))}`);
    await measure(`${kind.name}, facets`, (nth) => `/api/v1/incidents/facets?${new URLSearchParams(kind.query(nth, tags))}`);
  }
  const lists: [string, (nth: number) => string][] = [
    ["my action items", () => "/action-items?owner=me&status=open,in_progress"],
    ["a team's action items", (nth) => `/action-items?team=${at(teams, nth)}`],
    ["a service's action items", (nth) => `/action-items?service=${at(services, nth)}&status=open,in_progress`],
    ["overdue action items", () => "/action-items?overdue=true"],
    ["all action items", () => "/action-items"],
    ["action items with a word", (nth) => `/action-items?q=${["rehearse", "alert on the", "zz-none", "pool"][nth % 4]!.replaceAll(" ", "%20")}`],
    ["all changes", () => "/changes"],
    ["a service's changes", (nth) => `/changes?service=${at(services, nth)}`],
    ["a kind's changes", (nth) => `/changes?kind=${["flag", "config", "access"][nth % 3]}`],
    ["offered beside an incident", (nth) => `/incidents/INC-${world.numbers[nth % world.numbers.length]}/changes/offered`],
    ["still exposed, in a room", (nth) => `/incidents/INC-${world.numbers[nth % world.numbers.length]}/still-exposed`],
    ["still exposed, while declaring", (nth) => `/incidents/open-like?title=checkout%20latency&serviceIds=${at(services, nth)}`],
  ];
  for (const [name, path] of lists) await measure(name, (nth) => `/api/v1${path(nth)}`);
  await measure("/actions as a page", () => "/actions", 200);
  await measure("/changes as a page", () => "/changes", 200);
  await measure("a service's page", (nth) => `/services/${at(services, nth)}`, 200);
}
