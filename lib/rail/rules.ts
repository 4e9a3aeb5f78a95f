import type { SharedIncident } from "../incidents/schema";
import type { Milestone } from "../incidents/words";
import type { Entry } from "../timeline/schema";
import { wallAt } from "../zones";

/** The time rail as a list of things to draw: days, milestones with the phase that they end, entries, gaps. Pure. */

export type TickName = Milestone | "declared";

export type RailItem =
  | { is: "day"; key: string; at: string }
  | {
      is: "tick";
      key: string;
      name: TickName;
      at: string /** Seconds since impact began (else detection, else declaring). */;
      since: { seconds: number; from: TickName } | null;
    }
  | { is: "entry"; key: string; entry: Entry }
  | { is: "gap"; key: string; seconds: number };

type Times = Pick<SharedIncident, "startedAt" | "detectedAt" | "declaredAt" | "acknowledgedAt" | "identifiedAt" | "mitigatedAt" | "resolvedAt">;

const ORDER: TickName[] = ["impact_started", "detected", "declared", "acknowledged", "identified", "mitigated", "resolved"];

/** The milestones that stand, in time; those of one instant in the order in which an incident passes them. */
export function ticksOf(times: Times): { name: TickName; at: string }[] {
  const all: [TickName, string | null][] = [
    ["impact_started", times.startedAt],
    ["detected", times.detectedAt],
    ["declared", times.declaredAt],
    ["acknowledged", times.acknowledgedAt],
    ["identified", times.identifiedAt],
    ["mitigated", times.mitigatedAt],
    ["resolved", times.resolvedAt],
  ];
  return all
    .flatMap(([name, at]) => (at ? [{ name, at }] : []))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || ORDER.indexOf(a.name) - ORDER.indexOf(b.name));
}

/** The shortest silence that is worth a word. */
export const GAP_SECONDS = 20 * 60;

export interface RailOptions {
  zone: string;
  /** Where not all entries are there (filtered, or the older part not loaded), a silence says nothing. */
  whole: boolean;
  /** Nothing older than this is loaded: ticks before it wait for the older part. */
  from: string | null;
}

const QUARTER = 900_000;
const dayOf = new Map<string, string>();

/** The calendar day in a zone. Every zone turns its day and its clocks on a quarter of an hour, so one answer serves a quarter. */
function wallDay(at: string, zone: string): string {
  const key = `${zone} ${Math.floor(Date.parse(at) / QUARTER)}`;
  let known = dayOf.get(key);
  if (known === undefined) {
    const { year, month, day } = wallAt(new Date(at), zone);
    known = `${year}-${month}-${day}`;
    if (dayOf.size > 20_000) dayOf.clear();
    dayOf.set(key, known);
  }
  return known;
}

/** Entries must come ordered by (occurredAt, seq). */
export function railOf(times: Times, entries: readonly Entry[], { zone, whole, from }: RailOptions): RailItem[] {
  const ticks = ticksOf(times).filter((tick) => !from || Date.parse(tick.at) >= Date.parse(from));
  const start = times.startedAt ?? times.detectedAt ?? times.declaredAt;
  const startName: TickName = times.startedAt ? "impact_started" : times.detectedAt ? "detected" : "declared";
  const end = times.resolvedAt ? Date.parse(times.resolvedAt) : Number.POSITIVE_INFINITY;
  const items: RailItem[] = [];
  const days = new Set([...ticks.map((tick) => tick.at), ...entries.map((entry) => entry.occurredAt)].map((at) => wallDay(at, zone)));
  let day = "";
  let last: number | null = null;
  const pass = (at: string, silent: boolean) => {
    const now = Date.parse(at);
    if (whole && silent && last !== null && now - last >= GAP_SECONDS * 1000 && last < end)
      items.push({ is: "gap", key: `gap-${last}-${now}`, seconds: Math.round((now - last) / 1000) });
    const today = wallDay(at, zone);
    if (days.size > 1 && today !== day) items.push({ is: "day", key: `day-${today}-${items.length}`, at });
    day = today;
    last = now;
  };
  let next = 0;
  const tick = () => {
    const { name, at } = ticks[next++]!;
    pass(at, true);
    const seconds = Math.round((Date.parse(at) - Date.parse(start)) / 1000);
    items.push({ is: "tick", key: `tick-${name}`, name, at, since: name === startName || seconds < 0 ? null : { seconds, from: startName } });
  };
  for (const entry of entries) {
    while (next < ticks.length && Date.parse(ticks[next]!.at) <= Date.parse(entry.occurredAt)) tick();
    pass(entry.occurredAt, !entry.deletedAt);
    items.push({ is: "entry", key: entry.id, entry });
  }
  while (next < ticks.length) tick();
  return items;
}

/** The theories of a timeline by their state, each in the order of time. */
export function theoriesOf(entries: readonly Entry[]) {
  const theories = entries.filter((entry) => entry.kind === "hypothesis" && !entry.deletedAt);
  return {
    open: theories.filter((entry) => (entry.data.state ?? "open") === "open"),
    ruledOut: theories.filter((entry) => entry.data.state === "ruled_out"),
    confirmed: theories.filter((entry) => entry.data.state === "confirmed"),
  };
}
