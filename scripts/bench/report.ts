import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";

/** What was measured against what is wanted. Being short is information: it is printed, written down, and no failure. */
interface Row {
  part: string;
  name: string;
  figure: string;
  limit: string;
  ok: boolean | null;
  beside: string;
}

export interface Plan {
  name: string;
  statement: string;
  plan: string;
}

const rows: Row[] = [];
const plans: Plan[] = [];
const notes: Record<string, unknown> = {};

const round = (value: number) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

function add(row: Row) {
  rows.push(row);
  console.log(
    `${row.ok === null ? "--   " : row.ok ? "ok   " : "short"} ${row.name} ${row.figure}${row.limit ? ` (${row.limit})` : ""}${row.beside ? `  ${row.beside}` : ""}`,
  );
}

/** At most so much. */
export const atMost = (part: string, name: string, value: number, limit: number, unit: string, beside = "") =>
  add({ part, name, figure: `${round(value)} ${unit}`, limit: `≤ ${limit} ${unit}`, ok: value <= limit, beside });

/** At least this share of a yardstick. */
export const atLeast = (part: string, name: string, value: number, limit: number, unit: string, beside = "") =>
  add({ part, name, figure: `${round(value)} ${unit}`, limit: `≥ ${limit} ${unit}`, ok: value >= limit, beside });

/** A figure without a target. */
export const seen = (part: string, name: string, figure: string) => add({ part, name, figure, limit: "", ok: null, beside: "" });

export const keepPlan = (plan: Plan) => void plans.push(plan);
export const note = (name: string, value: unknown) => void (notes[name] = value);

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function writeReport(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const machine = {
    cpu: cpus()[0]?.model ?? "",
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1e9),
    node: process.version,
    platform: process.platform,
  };
  const at = new Date().toISOString();
  writeFileSync(`${folder}/bench.json`, JSON.stringify({ at, machine, ...notes, rows, plans }, null, 2));
  const lines = [
    `Measured on ${at.slice(0, 10)} with ${machine.cores} cores (${machine.cpu}), ${machine.memoryGb} GB, Node ${machine.node}, on ${notes.history ?? "no history"}. The load generator shares the machine.`,
  ];
  for (const part of [...new Set(rows.map((row) => row.part))]) {
    lines.push("", `## ${part}`, "", "| | what | figure | wanted | beside |", "|---|---|---|---|---|");
    for (const row of rows.filter((each) => each.part === part)) {
      lines.push(`| ${row.ok === null ? "" : row.ok ? "ok" : "**short**"} | ${row.name} | ${row.figure} | ${row.limit} | ${row.beside} |`);
    }
  }
  writeFileSync(`${folder}/bench.md`, `${lines.join("\n")}\n`);
  const short = rows.filter((row) => row.ok === false).length;
  console.log(`${rows.filter((row) => row.ok).length} ok, ${short} short. The whole report, with ${plans.length} query plans: .reports/bench.json`);
}
