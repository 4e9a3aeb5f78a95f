import type { Committed } from "./schema";

/** Where lib/live puts its hub when the server starts: modules exist twice in the process, so it is found by this one key. */
const home = globalThis as unknown as { candorHub?: { committed(events: readonly Committed[]): void } };

/**
 * After the commit: to this process's own sockets, and by one gathered NOTIFY of ids to the other processes.
 * Never throws, for the commit stands. A process without a hub (a script) says nothing; the poll of those that have one finds it.
 */
export function publish(events: readonly Committed[]): void {
  if (events.length === 0) return;
  try {
    home.candorHub?.committed(events);
  } catch {
    // The poll beneath brings it within seconds.
  }
}
