import type { EntryKind } from "../timeline/words";
import type { Duration } from "./schema";
import { type Milestone, type Severity, STATUSES, type Status } from "./words";

/** What was given when declaring: the base under every entry. */
export interface Base {
  declaredAt: Date;
  givenStatus: Status;
  givenSeverity: Severity | null;
  givenStartedAt: Date | null;
  givenDetectedAt: Date | null;
  mergedIntoId: string | null;
}

/** What derivation reads of an entry. Deleted entries are not given to it. */
export interface Derivable {
  seq: number;
  kind: EntryKind;
  data: { to?: string; role?: string; verb?: string; answer?: string };
  /** Pinned by a person; null where the entry's own milestone, if any, speaks. */
  milestone: Milestone | null;
  occurredAt: Date;
}

export interface Derived {
  status: Status;
  severity: Severity | null;
  startedAt: Date | null;
  detectedAt: Date | null;
  acknowledgedAt: Date | null;
  identifiedAt: Date | null;
  mitigatedAt: Date | null;
  resolvedAt: Date | null;
}

const BACK: readonly Status[] = ["triage", "investigating", "identified"];
const OVER: readonly Status[] = ["mitigated", "resolved", "declined", "canceled"];
const SHOWS_SOMEBODY: readonly Status[] = ["investigating", "identified", "mitigated", "resolved"];

export const isReopening = (from: Status, to: Status) => OVER.includes(from) && BACK.includes(to);

export const inOrder = (a: { occurredAt: Date; seq: number }, b: { occurredAt: Date; seq: number }) =>
  a.occurredAt.getTime() - b.occurredAt.getTime() || a.seq - b.seq;

/** The milestone that an entry sets by itself, without a pin. */
export function ownMilestone(entry: Pick<Derivable, "kind" | "data">): Milestone | null {
  const to = entry.kind === "status" ? entry.data.to : undefined;
  return to === "identified" || to === "mitigated" || to === "resolved" ? to : null;
}

/** Whether the entry is the kind of thing that first shows somebody on it. */
export function acknowledges(entry: Pick<Derivable, "kind" | "data">): boolean {
  if (entry.kind === "status") return SHOWS_SOMEBODY.includes(entry.data.to as Status);
  if (entry.kind === "role") return entry.data.role === "lead" && entry.data.verb !== "left";
  return entry.kind === "comms" && entry.data.answer === "on_it";
}

/** Whether derivation reads the entry at all: most notes never move an incident. */
export const moves = (entry: Pick<Derivable, "kind" | "data" | "milestone">) =>
  entry.kind === "status" || entry.kind === "severity" || entry.milestone !== null || acknowledges(entry);

/**
 * Status, severity and milestones of an incident from its base and its timeline (`product.md`).
 * Entries may come in any order; those that are deleted must be left out.
 */
export function deriveIncident(base: Base, entries: readonly Derivable[]): Derived {
  const sorted = [...entries].sort(inOrder);
  let status: Status = base.givenStatus;
  let severity = base.givenSeverity;
  // After a reopening, what was identified, mitigated or resolved before it no longer stands, pinned or not.
  let sinceReopening = 0;
  sorted.forEach((entry, at) => {
    if (entry.kind === "severity") severity = entry.data.to as Severity;
    if (entry.kind !== "status" || !STATUSES.includes(entry.data.to as Status)) return;
    const to = entry.data.to as Status;
    if (isReopening(status, to)) sinceReopening = at;
    status = to;
  });

  const pinned = (milestone: Milestone, from = 0) => sorted.find((entry, at) => at >= from && entry.milestone === milestone)?.occurredAt;
  const first = (found: (entry: Derivable) => boolean, from = 0) => sorted.find((entry, at) => at >= from && found(entry))?.occurredAt;
  const reached = (milestone: Milestone) => pinned(milestone, sinceReopening) ?? first((entry) => ownMilestone(entry) === milestone, sinceReopening) ?? null;

  const onIt = first(acknowledges);
  const atDeclaring = base.givenStatus === "investigating" ? base.declaredAt : undefined;
  return {
    status: base.mergedIntoId ? "merged" : status,
    severity,
    startedAt: pinned("impact_started") ?? base.givenStartedAt,
    detectedAt: pinned("detected") ?? base.givenDetectedAt,
    acknowledgedAt: pinned("acknowledged") ?? earliest(onIt, atDeclaring),
    identifiedAt: reached("identified"),
    mitigatedAt: reached("mitigated"),
    resolvedAt: reached("resolved"),
  };
}

function earliest(a: Date | undefined, b: Date | undefined): Date | null {
  if (!a || !b) return a ?? b ?? null;
  return a < b ? a : b;
}

type Times = Omit<Derived, "status" | "severity"> & { declaredAt: Date };
type From = Extract<Duration, { from: unknown }>["from"];

const FROM_WORDS: Record<From, string> = { impact_started: "impact began", detected: "it was detected", declared: "it was declared" };

function between(from: From, start: Date | null, end: Date | null, missing: { start: string; end: string }): Duration {
  if (!start) return { blank: missing.start };
  if (!end) return { blank: missing.end };
  const seconds = Math.round((end.getTime() - start.getTime()) / 1000);
  return seconds < 0 ? { blank: `It lies before ${FROM_WORDS[from]}` } : { seconds, from };
}

/** The four durations, each with the milestone that it counts from, or blank with why. Seconds. */
export function durationsOf(times: Times): Record<"toDetect" | "toAcknowledge" | "toMitigate" | "toResolve", Duration> {
  const seen: [From, Date] = times.detectedAt ? ["detected", times.detectedAt] : ["declared", times.declaredAt];
  const began: [From, Date] = times.startedAt ? ["impact_started", times.startedAt] : seen;
  return {
    toDetect: between("impact_started", times.startedAt, times.detectedAt, {
      start: "When impact began is not known",
      end: "When it was detected is not known",
    }),
    toAcknowledge: between(...seen, times.acknowledgedAt, { start: "", end: "Nobody is on it yet" }),
    toMitigate: between(...began, times.mitigatedAt, { start: "", end: "Not mitigated yet" }),
    toResolve: between(...began, times.resolvedAt, { start: "", end: "Not resolved yet" }),
  };
}

export const severityRank = (severity: Severity | null) => (severity ? Number(severity.slice(3)) : 5);
