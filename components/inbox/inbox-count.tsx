"use client";

import { useWaiting } from "../../lib/live/client";

/** How much waits in one's inbox, as it changes. */
export function InboxCount({ first }: { first: number }) {
  const waiting = useWaiting(first);
  return waiting > 0 ? <>{waiting}</> : null;
}
