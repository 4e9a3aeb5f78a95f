import { withCall } from "../calls/client";
import type { Call, CallList } from "../calls/schema";
import { withShared } from "../incidents/client";
import { incidentVerbs } from "../incidents/policy";
import type { Incident, SharedIncident } from "../incidents/schema";
import type { AppRole } from "../people/words";
import { type TimelineCache, withEntries } from "../timeline/client";
import type { Entry } from "../timeline/schema";
import type { EventMessage } from "./schema";

/** What the browser holds of a room. A part that is not loaded stays so: its own load will bring everything. */
export interface RoomCache {
  incident: Incident | undefined;
  timeline: TimelineCache | undefined;
  calls: CallList | undefined;
  /** For each call the number of the message that its row came with: a call has no version of its own. */
  callsAt: Readonly<Record<string, number>>;
}

export interface Me {
  id: string;
  role: AppRole;
}

/**
 * Lays live messages into what is held. Any order and any repetition of the same messages gives the same cache:
 * of two versions the later one stays (`touched`, `seq`, or the message's number). What does not change stays the same object.
 */
export function applyMessages(held: RoomCache, messages: readonly EventMessage[], me: Me): RoomCache {
  let { incident, timeline, calls, callsAt } = held;
  const entries: Entry[] = [];
  for (const { seq, type, row } of messages) {
    if (row === null) continue;
    if (type.startsWith("timeline.")) entries.push(row as Entry);
    else if (type.startsWith("call.")) {
      const call = row as Call;
      if (seq <= (callsAt[call.id] ?? 0)) continue;
      calls = withCall(calls, call);
      callsAt = { ...callsAt, [call.id]: seq };
    } else if (type.startsWith("incident.") || type.startsWith("role.")) incident = incident && applyShared(incident, row as SharedIncident, me);
  }
  if (timeline && entries.length) timeline = withEntries(timeline, entries);
  return { incident, timeline, calls, callsAt };
}

/** What one may do follows from the roles that everyone sees, so that a hand-over needs no second request. */
function applyShared(held: Incident, shared: SharedIncident, me: Me): Incident {
  const after = withShared(held, shared) ?? held;
  if (after === held) return held;
  const leads = shared.roles.some(({ role, person }) => role === "lead" && person.id === me.id);
  return { ...after, can: incidentVerbs({ role: me.role, leads }) };
}

/**
 * The entries that one sees: a live edit may concern an entry older than the part that is loaded. It is kept, so that the older part
 * is right when it comes, but shown with it and not before: it would stand above a gap that nobody can see.
 */
export function inView(held: TimelineCache): readonly Entry[] {
  const floor = held.older && placeOf(held.older);
  return floor ? held.items.filter((entry) => isFrom(entry, floor)) : held.items;
}

type Place = [at: number, seq: number];
const isFrom = (entry: Entry, [at, seq]: Place) => Date.parse(entry.occurredAt) > at || (Date.parse(entry.occurredAt) === at && entry.seq >= seq);

/** The newest part of what is held, as if no more had ever been loaded. */
export function newestOf(held: TimelineCache, most: number): TimelineCache {
  const first = held.items[held.items.length - most];
  if (!first || held.items.length <= most) return held;
  const older = btoa(JSON.stringify([Date.parse(first.occurredAt), first.seq]))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
  return { items: held.items.slice(-most), older };
}

/** The cursor names the oldest entry that was loaded, by its time and number. What cannot be read hides nothing. */
function placeOf(cursor: string): Place | null {
  try {
    const [at, seq] = JSON.parse(atob(cursor.replaceAll("-", "+").replaceAll("_", "/"))) as unknown[];
    return typeof at === "number" && typeof seq === "number" ? [at, seq] : null;
  } catch {
    return null;
  }
}
