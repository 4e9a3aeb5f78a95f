import { db } from "../../lib/db";
import { keepPlan } from "./report";

interface Node {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Loops"?: number;
  "Rows Removed by Filter"?: number;
  Plans?: Node[];
}

type Asked = string | { text: string; values: unknown[] };

interface Explained {
  name: string;
  root: Node;
}

export interface Growing {
  name: string;
  relation: string;
}

/** What has a row for each incident or each thing in one; a scan over all of it takes the longer the older the history. */
const GROWS = new Set([
  "incident",
  "row",
  "timeline_entry",
  "timeline_revision",
  "event",
  "incident_service",
  "incident_team",
  "incident_role",
  "incident_person",
  "incident_seen",
  "call",
  "call_person",
  "inbox_item",
  "attachment",
  "change",
  "change_diff",
  "incident_change",
  "factor",
  "factor_pair",
  "safety_net",
  "action_item",
  "action_item_held",
]);

/** Every statement that a question sends to the database is explained, with what it really did, into the report. */
export async function collectPlans(name: string, ask: () => Promise<unknown>): Promise<Explained[]> {
  const { reads } = db();
  const plain = reads.query.bind(reads) as unknown as (asked: Asked, values?: unknown[]) => Promise<unknown>;
  const before = reads.query;
  const sent: [string, unknown[]][] = [];
  reads.query = ((asked: Asked, values: unknown[] = []) => {
    sent.push(typeof asked === "string" ? [asked, values] : [asked.text, asked.values]);
    return typeof asked === "string" ? plain(asked, values) : plain(asked);
  }) as unknown as typeof reads.query;
  try {
    await ask();
  } finally {
    reads.query = before;
  }
  const explained: Explained[] = [];
  for (const [statement, values] of sent) {
    const text = await reads.query<{ "QUERY PLAN": string }>(`explain (analyze, buffers, costs off) ${statement}`, values);
    keepPlan({ name, statement: statement.replace(/\s+/g, " ").trim(), plan: text.rows.map((row) => row["QUERY PLAN"]).join("\n") });
    const json = await reads.query<{ "QUERY PLAN": [{ Plan: Node }] }>(`explain (analyze, format json) ${statement}`, values);
    explained.push({ name, root: json.rows[0]!["QUERY PLAN"][0].Plan });
  }
  return explained;
}

/** A walk along an index that throws away more than this looks for something that is not there. */
const MOST_THROWN_AWAY = 10_000;

/** The scans in these plans over all of what grows, where they were really run: sequential ones, and walks that find nothing. */
export function growingScans(explained: Explained[]): Growing[] {
  const found: Growing[] = [];
  const walk = (name: string, node: Node) => {
    const relation = node["Relation Name"] ?? "";
    const loops = node["Actual Loops"] ?? 1;
    const thrownAway = (node["Rows Removed by Filter"] ?? 0) * loops;
    if (GROWS.has(relation) && ((node["Node Type"] === "Seq Scan" && loops > 0) || thrownAway > MOST_THROWN_AWAY)) found.push({ name, relation });
    for (const inner of node.Plans ?? []) walk(name, inner);
  };
  for (const { name, root } of explained) walk(name, root);
  return found;
}
