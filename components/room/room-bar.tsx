"use client";

import { useEffect, useRef, useState } from "react";
import { duration, secondsBetween } from "../../lib/dates";
import type { Incident } from "../../lib/incidents/schema";
import { SeverityBadge } from "../incidents/severity-badge";
import { StatusGlyph } from "../incidents/status-glyph";
import { clockOf } from "./running-clock";
import { useNow } from "./use-now";

/** The header in one line, once the header itself has been scrolled away: what burns, and for how long. */
export function RoomBar({ incident, serverNow }: { incident: Incident; serverNow: number }) {
  const mark = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!mark.current) return;
    const watch = new IntersectionObserver(([seen]) => setShown(!seen?.isIntersecting));
    watch.observe(mark.current);
    return () => watch.disconnect();
  }, []);
  return (
    <>
      <div className="pointer-events-none sticky top-0 z-9 -mx-8 h-0 max-md:top-12 max-md:-mx-4 print:hidden" aria-hidden={!shown} inert={!shown}>
        <div
          className={`flex h-11 items-center gap-3 border-line border-b bg-surface px-8 transition-opacity max-md:px-4 ${shown ? "pointer-events-auto" : "opacity-0"}`}
        >
          <a href="#main" className="inline-flex h-7 shrink-0 items-center font-mono text-13 text-soft hover:underline">
            {incident.ref}
          </a>
          <span className="isolate-text min-w-0 flex-1 truncate font-semibold">{incident.title}</span>
          <SeverityBadge severity={incident.severity} className="max-sm:hidden" />
          <StatusGlyph status={incident.status} className="max-sm:[&>span]:sr-only" />
          {shown ? <Elapsed incident={incident} serverNow={serverNow} /> : null}
        </div>
      </div>
      <div ref={mark} aria-hidden="true" className="absolute top-32 h-px w-px" />
    </>
  );
}

function Elapsed({ incident, serverNow }: { incident: Incident; serverNow: number }) {
  const { start, end } = clockOf(incident);
  const now = useNow(1000) || serverNow;
  return <span className="shrink-0 font-semibold tabular-nums">{duration(Math.max(0, secondsBetween(start, end ?? now)))}</span>;
}
