import { duration, millis } from "../../lib/dates";
import { BURNING_STATUSES, type Mode, type Status } from "../../lib/incidents/words";

/** What a strip reads of an incident; an `IncidentRow` has it all. */
export interface Stripped {
  status: Status;
  mode: Mode;
  declaredAt: string;
  startedAt: string | null;
  detectedAt: string | null;
  mitigatedAt: string | null;
  resolvedAt: string | null;
}

export interface Phase {
  kind: "unseen" | "hurt" | "heal";
  seconds: number;
}

export interface Strip {
  phases: Phase[];
  /** All of it, from the first known moment to the last, or to now. */
  seconds: number;
  /** It still burns: the strip has no end yet. */
  open: boolean;
  /** "1 h 12 min, open": what stands beside it. */
  label: string;
  /** All phases in words, for those who do not see them. */
  words: string;
}

const WORDS = { unseen: "until it was detected", hurt: "until it was mitigated", heal: "until it was resolved" };

/** The phases of an incident in order: nobody knew, it hurt, it healed. What is missing or out of order takes no room. */
export function stripOf(incident: Stripped, now: number): Strip {
  const at = (text: string | null) => (text === null ? null : millis(text));
  const start = at(incident.startedAt) ?? at(incident.detectedAt) ?? millis(incident.declaredAt);
  const open = BURNING_STATUSES.includes(incident.status);
  const mitigated = at(incident.mitigatedAt);
  const resolved = at(incident.resolvedAt);
  const last = open ? now : (resolved ?? mitigated ?? (incident.status === "mitigated" ? now : start));

  let from = start;
  const phases: Phase[] = [];
  const until = (kind: Phase["kind"], end: number | null) => {
    if (end === null || end <= from) return;
    phases.push({ kind, seconds: Math.round((end - from) / 1000) });
    from = end;
  };
  until("unseen", at(incident.startedAt) === null ? null : at(incident.detectedAt));
  until("hurt", open ? now : (mitigated ?? resolved));
  if (!open) until("heal", resolved);

  const seconds = Math.max(0, Math.round((Math.max(last, from) - start) / 1000));
  const label = open ? `${duration(seconds)}, open` : seconds ? duration(seconds) : "";
  const words = phases.map((phase) => `${duration(phase.seconds)} ${open && phase.kind === "hurt" ? "and still open" : WORDS[phase.kind]}`).join(", ");
  return { phases, seconds, open, label, words: words || "No durations known" };
}

const MINUTE = 60;
const HOUR = 3600;
const STEPS = [5, 10, 15, 30, 60, 120, 240, 360, 720, 1440, 2880, 5760, 10_080, 20_160, 40_320].map((minutes) => minutes * MINUTE);

export interface Scale {
  /** What the full width stands for. */
  seconds: number;
  step: number;
}

/** So many times the middle one may the longest strip be; what is longer still is drawn broken off. */
const REACH = 6;

/** One scale for all strips of a list, so that they can be compared by eye, and one that lasted weeks does not flatten the rest. */
export function scaleOf(strips: readonly Pick<Strip, "seconds">[]): Scale {
  const sorted = strips
    .map((strip) => strip.seconds)
    .filter((seconds) => seconds > 0)
    .sort((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const longest = sorted.findLast((seconds) => seconds <= middle * REACH) ?? 0;
  const wanted = Math.max(longest, 20 * MINUTE);
  const step = STEPS.find((each) => wanted / each <= 4) ?? (STEPS.at(-1) as number);
  return { seconds: Math.ceil(wanted / step) * step, step };
}

/** "0", "2 h", "4 h": the marks of a scale. */
export function marksOf({ seconds, step }: Scale): { at: number; label: string }[] {
  const marks = [];
  for (let at = 0; at <= seconds; at += step) marks.push({ at: at / seconds, label: at === 0 ? "0" : duration(at) });
  return marks;
}

export const isLong = (strip: Pick<Strip, "seconds">, scale: Scale) => strip.seconds > scale.seconds + HOUR / 60;
