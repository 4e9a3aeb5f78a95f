"use client";

import { duration, secondsBetween } from "../../lib/dates";
import { useNow } from "../room/use-now";

/** How long it has burned, counting; the whole time once it no longer does. In the first hour the seconds count too. */
export function OpenClock({ since, until, now: drawn }: { since: string; until: string | null; now: number }) {
  const now = useNow(1000) || drawn;
  const seconds = Math.max(0, Math.floor(secondsBetween(since, until ?? now)));
  const ticks = until === null && seconds >= 60 && seconds < 3600;
  return (
    <span
      role="timer"
      aria-label={duration(seconds)}
      className={`text-22 leading-none tracking-[-0.02em] whitespace-nowrap ${until === null ? "font-semibold sm:text-28" : "text-soft"}`}
    >
      {ticks ? `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}` : duration(seconds)}
    </span>
  );
}
