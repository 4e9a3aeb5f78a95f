import { z } from "zod";
import type { ActionItem } from "../actions/schema";
import type { Call } from "../calls/schema";
import type { IncidentChange } from "../changes/schema";
import type { EventType } from "../events/schema";
import type { Factor } from "../factors/schema";
import type { KeptHint } from "../language/schema";
import type { SharedIncident } from "../incidents/schema";
import type { SafetyNet } from "../nets/schema";
import type { PostmortemState } from "../postmortems/schema";
import type { Person } from "../people/schema";
import type { Entry } from "../timeline/schema";
import type { INBOX } from "./words";

const Room = z.string().min(1).max(40);

/** What a browser says on the live socket. `after` is the incident's `seq` at the last load; without it, only what comes. */
export const LiveAsk = z.union([
  z.strictObject({ subscribe: Room, after: z.number().int().min(0).max(2_147_483_647).optional() }),
  z.strictObject({ unsubscribe: Room }),
  z.strictObject({ here: Room, typing: z.boolean().optional() }),
  z.strictObject({ ping: z.literal(true) }),
]);
export type LiveAsk = z.infer<typeof LiveAsk>;

type Typed<Prefix extends string> = Extract<EventType, `${Prefix}.${string}`>;

/** One event of an incident with the row that it left, as it stands now. A row that is gone is null; so is that of an event which only counts. */
export type EventMessage =
  | { ref: string; seq: number; type: Typed<"timeline">; row: Entry | null }
  | { ref: string; seq: number; type: Typed<"incident"> | Typed<"role">; row: SharedIncident | null }
  | { ref: string; seq: number; type: Typed<"call">; row: Call | null }
  | { ref: string; seq: number; type: Typed<"change">; row: IncidentChange | Gone | null }
  | { ref: string; seq: number; type: Typed<"factor">; row: Factor | Gone | null }
  | { ref: string; seq: number; type: Typed<"net">; row: SafetyNet | null }
  | { ref: string; seq: number; type: Typed<"action">; row: ActionItem | Gone | null }
  | { ref: string; seq: number; type: Typed<"postmortem">; row: PostmortemState | null }
  | { ref: string; seq: number; type: Typed<"hint">; row: KeptHint | Gone | null }
  | {
      ref: string;
      seq: number;
      type: Exclude<EventType, Typed<"timeline" | "incident" | "role" | "call" | "change" | "factor" | "net" | "action" | "postmortem" | "hint">>;
      row: null;
    };

/** A row of a short list that is no more. */
export interface Gone {
  id: string;
  gone: true;
}

/** Who is in the room: at most the first fifty, `count` says how many; `typing` holds ids. */
export interface PresenceMessage {
  ref: string;
  type: "presence";
  people: Person[];
  count: number;
  typing: string[];
}

/**
 * What the socket says of a room itself. `reload`: too much is missing to send, load the room again.
 * `offered`: a change was told or corrected elsewhere that concerns it, so ask again what is offered; `beside`: it stands beside it, list and timeline know it otherwise now.
 */
export type RoomNotice =
  | { ref: string; type: "not_found" }
  | { ref: string; type: "offered"; beside: boolean }
  | { ref: string; type: "reload" | "caught_up"; seq: number };

export type LiveMessage = EventMessage | PresenceMessage | RoomNotice | { type: typeof INBOX; waiting: number } | { type: "pong" };
