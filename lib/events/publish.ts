import type { Committed } from "./schema";

/** After the commit: to this process's own sockets, and by one gathered NOTIFY of ids to the other processes. */
export function publish(events: readonly Committed[]): void {
  const hub = (globalThis as unknown as { candorHub?: { committed(events: readonly Committed[]): void } }).candorHub;
  if (events.length) hub?.committed(events);
}
