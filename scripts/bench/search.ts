import { mint } from "../../lib/auth/ctx";
import { visibleSql } from "../../lib/auth/access";
import { closeDb, db } from "../../lib/db";
import { Prisma } from "../../lib/generated/prisma/client";
import { INCIDENT_COLUMNS } from "../../lib/incidents/queries";
import { ListIncidents } from "../../lib/incidents/schema";
import { openLike } from "../../lib/search/alike";
import { searchAll } from "../../lib/search/everything";
import { facetIncidents } from "../../lib/search/facets";
import { countCommonWords } from "../../lib/search/fold";
import { listIncidents } from "../../lib/search/queries";
import { scopeOf } from "../../lib/search/scope";
import { some } from "../../lib/search/rules";
import { readTerms } from "../../lib/search/terms";
import type { Ctx } from "../../lib/auth/ctx";
import { KINDS, kindOf, type Query } from "./kinds";
import { collectPlans, type Growing, growingScans } from "./plans";
import { atMost, note, percentile } from "./report";
import type { World } from "./world";

const PART = "Lists and searches beside plain SQL";
const TIMES = 40;

/** In this process, on the same pool as the server has: each kind beside the plain statements that give the same answer, taking turns. */
export async function benchSearch(world: World): Promise<void> {
  process.env.DATABASE_URL = world.url;
  const ctx = mint({ actor: { id: world.person.id, name: world.person.name, role: "member", avatarUrl: null }, requestId: "bench" });
  await countCommonWords();
  for (const kind of KINDS.filter((each) => each.plain)) {
    const ours: number[] = [];
    const plain: number[] = [];
    for (let nth = -3; nth < TIMES; nth++) {
      const query = kind.query(nth);
      const a = await timed(() => list(ctx, query));
      const b = await timed(() => plainly(ctx, query));
      if (nth >= 0) {
        ours.push(a);
        plain.push(b);
      }
    }
    const [mine, theirs] = [percentile(ours, 0.95), percentile(plain, 0.95)];
    atMost(PART, `${kind.name}, beside plain SQL`, mine / theirs, 1.5, "×", `p95 ${mine.toFixed(1)} ms, plain ${theirs.toFixed(1)} ms`);
  }

  const growing: Growing[] = [];
  const explain = async (name: string, ask: () => Promise<unknown>) => void growing.push(...growingScans(await collectPlans(name, ask)));
  for (const kind of KINDS) for (const nth of [0, 1]) await explain(kind.name, () => list(ctx, kind.query(nth)));
  await explain("facets", () => facetIncidents(ctx, {}));
  await explain("facets of a common word", () => facetIncidents(ctx, { q: "latency" }));
  for (const title of ["checkout-api latency flapping", kindOf("rare word").query(0).q!, `${kindOf("a rare and a common word").query(0).q} che`])
    await explain("incidents like a title", () => openLike(ctx, { title, serviceIds: [] }));
  for (const q of ["latency pool", kindOf("rare word").query(0).q!]) await explain("everything", () => searchAll(ctx, { q }));
  atMost(PART, "plans with a scan that grows with the history", growing.length, 0, "plans", growing.map((scan) => `${scan.name}: ${scan.relation}`).join(", "));
  note("growingScans", growing);
  await closeDb();
}

const list = (ctx: Ctx, query: Query) => listIncidents(ctx, ListIncidents.parse(query));

async function timed(run: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await run();
  return performance.now() - from;
}

/** What one would write first for the same answer: a count up to the same bound, a page, and PostgreSQL's own headlines for it. */
async function plainly(ctx: Ctx, query: Query): Promise<void> {
  const { q, ...filters } = ListIncidents.parse(query);
  const terms = q ? await readTerms(ctx, q) : null;
  const scope = scopeOf(ctx, filters, terms);
  const reads = db().reads;
  const ask = (sql: Prisma.Sql) => reads.query(sql.text, sql.values as unknown[]);
  const match = Prisma.sql`d.tsv @@ ${scope.document}::tsquery and ${scope.where}`;
  await ask(Prisma.sql`select count(*) from (select 1 from search.incident d where ${match} limit 10001) as n`);
  // All that fit are found by their words and then sorted: left to itself the planner walks the whole history for a rare word.
  const { rows } = await ask(Prisma.sql`
    with m as materialized (select d.id, d.declared_at, d.number from search.incident d where ${match}),
    page as (select * from m order by declared_at desc, number desc limit 25)
    select ${INCIDENT_COLUMNS} from page join incident i on i.id = page.id where ${visibleSql(ctx)} order by page.declared_at desc, page.number desc`);
  await ask(Prisma.sql`
    select distinct on (r.incident_id) r.*, ts_headline('simple', r.text, ${some(terms!.all.map((term) => term.row))}::tsquery)
    from search.row r where r.incident_id = any(${rows.map((row) => row.id)}::uuid[]) and r.tsv @@ ${some(terms!.all.map((term) => term.row))}::tsquery
    order by r.incident_id, ts_rank(r.tsv, ${some(terms!.all.map((term) => term.row))}::tsquery) desc`);
}
