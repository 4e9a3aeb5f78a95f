"use client";

import { clock, relative } from "../../lib/dates";
import { useNow } from "../room/use-now";

/** When one hears of it next; said without blame when that time has passed. */
export function NextUpdate({ at, zone, now: drawn }: { at: string; zone: string; now: number }) {
  const now = useNow(15_000) || drawn;
  const due = Date.parse(at) <= now;
  return (
    <span className={due ? "font-[550] text-caution" : undefined}>
      {due ? `An update was due ${relative(at, now)}` : `Next update ${clock(at, zone)}, ${relative(at, now)}`}
    </span>
  );
}
