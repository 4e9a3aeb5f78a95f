"use client";

import { useWaiting } from "../../lib/live/inbox";

/** How much waits, kept true by the live socket; nothing for nothing. */
export function InboxCount({ first }: { first: number }) {
  const waiting = useWaiting(first);
  if (waiting === 0) return null;
  return waiting > 99 ? "99+" : waiting;
}
