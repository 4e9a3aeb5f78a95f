"use client";

import { clock, duration, secondsBetween } from "../../lib/dates";
import type { Incident } from "../../lib/incidents/schema";
import { MILESTONE_WORDS } from "../../lib/incidents/words";
import { useNow } from "./use-now";

const FROM = { impact_started: "since impact began", detected: "since it was detected", declared: "since it was declared" } as const;

/** What the clock counts: from the start of impact (else detection, else declaring) until it no longer hurts. */
export function clockOf(incident: Pick<Incident, "startedAt" | "detectedAt" | "declaredAt" | "mitigatedAt" | "resolvedAt" | "status" | "updatedAt">) {
  const from = incident.startedAt ? "impact_started" : incident.detectedAt ? "detected" : "declared";
  const start = incident.startedAt ?? incident.detectedAt ?? incident.declaredAt;
  const stopped = incident.status === "mitigated" || incident.status === "resolved" ? (incident.mitigatedAt ?? incident.resolvedAt) : null;
  const over = stopped ?? (["declined", "merged", "canceled"].includes(incident.status) ? incident.updatedAt : null);
  return { from, start, end: over } as const;
}

/** The clock that people look at from across a room. It stops when the incident is mitigated. */
export function RunningClock({ incident, zone, serverNow }: { incident: Incident; zone: string; serverNow: number }) {
  const { from, start, end } = clockOf(incident);
  const now = useNow(1000) || serverNow;
  const seconds = secondsBetween(start, end ?? now);
  const running = end === null;
  const words = !running
    ? incident.status === "mitigated"
      ? "until it was mitigated"
      : `until ${MILESTONE_WORDS[incident.mitigatedAt ? "mitigated" : "resolved"].toLowerCase()}`
    : `${FROM[from]}, ${clock(start, zone)}`;
  if (["declined", "merged", "canceled"].includes(incident.status)) return null;
  return (
    <div className="sm:text-right">
      <p className="font-semibold text-28 tracking-[-0.02em] tabular-nums sm:text-36" role="timer" aria-label={`${duration(seconds)} ${words}`} aria-live="off">
        {seconds >= 0 ? seconds < 3600 && running ? <Minutes seconds={seconds} /> : duration(seconds) : "0 s"}
      </p>
      <p className="mt-0.5 text-13 text-soft">{words}</p>
    </div>
  );
}

/** In the first hour the seconds count too. */
function Minutes({ seconds }: { seconds: number }) {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 60) return <>{whole} s</>;
  return (
    <>
      {Math.floor(whole / 60)}
      <span className="text-soft">:</span>
      {String(whole % 60).padStart(2, "0")}
    </>
  );
}
