"use client";

import { useSyncExternalStore } from "react";
import type { When } from "../../lib/dates";
import { Time } from "./time";

const EVERY = 15_000;
let present = 0;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all that says "5 min ago". It stands still while nobody looks. */
function subscribe(listener: () => void) {
  listeners.add(listener);
  present = Date.now();
  timer ??= setInterval(() => {
    if (document.hidden) return;
    present = Date.now();
    for (const each of listeners) each();
  }, EVERY);
  return () => {
    listeners.delete(listener);
    if (listeners.size) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** "5 min ago", kept true. `now` is the server's present at the time of drawing, so that both sides say the same first. */
export function RelativeTime({ at, zone, now, className }: { at: When; zone: string; now: number; className?: string }) {
  const seen = useSyncExternalStore(
    subscribe,
    () => present || now,
    () => now,
  );
  return <Time at={at} zone={zone} now={Math.max(seen, now)} look="relative" {...(className ? { className } : {})} />;
}
