import type { z } from "zod";
import type { Milestone, Mitigation } from "../incidents/words";
import type { Person } from "../people/schema";
import type { AddTimelineEntry, Entry, EntryData } from "../timeline/schema";
import type { EntryKind } from "../timeline/words";
import type { Refusal, Unsent } from "./rules";

/** An entry as a writer gives it: id and age are added when it is sent. */
export type EntryBody = Without<z.input<typeof AddTimelineEntry>, "id" | "ageMs">;
type Without<Union, Names extends string> = Union extends unknown ? Omit<Union, Names> : never;

/** An entry that stands in this browser only, shaped as the timeline shows entries. */
export interface SendingEntry extends Entry {
  /** `sending` as long as nothing speaks against it, so that a quick answer is not preceded by a warning. */
  state: "sending" | "waiting" | "refused";
  refusal: Refusal | null;
  /** What is sent, for whoever wants to change it. */
  sent: Record<string, unknown>;
}

interface Sent {
  kind?: EntryKind;
  body?: string;
  message?: string;
  data?: EntryData;
  status?: string;
  severity?: string;
  mitigation?: Mitigation;
  secondsToOff?: number;
  milestone?: Milestone | null;
  occurredAt?: string;
  precision?: Entry["precision"];
  starred?: boolean;
  knownLater?: boolean;
  sourceUrl?: string | null;
}

const to = (word: string, sent: Sent): EntryData => ({
  to: word,
  ...(sent.mitigation ? { mitigation: sent.mitigation } : {}),
  ...(sent.secondsToOff === undefined ? {} : { secondsToOff: sent.secondsToOff }),
});

/** As it will stand on the timeline, from what is known here: after everything, at the time at which it was typed. */
export function toSending(item: Unsent, author: Person, isFlowing: boolean): SendingEntry {
  const sent = item.body as Sent;
  const typedAt = new Date(item.typed.at).toISOString();
  const moved = sent.status ?? sent.severity;
  return {
    id: item.id,
    seq: item.n,
    touched: 0,
    kind: sent.kind ?? (sent.status ? "status" : "severity"),
    body: sent.body ?? sent.message ?? "",
    data: moved ? to(moved, sent) : (sent.data ?? {}),
    milestone: sent.milestone ?? null,
    pinned: Boolean(sent.milestone),
    occurredAt: sent.occurredAt ?? typedAt,
    recordedAt: typedAt,
    precision: sent.precision ?? "exact",
    author,
    starred: sent.starred ?? false,
    knownLater: sent.knownLater ?? false,
    sourceUrl: sent.sourceUrl ?? null,
    attachments: [],
    version: 1,
    editedAt: null,
    deletedAt: null,
    redactedAt: null,
    state: item.refused ? "refused" : isFlowing ? "sending" : "waiting",
    refusal: item.refused,
    sent: item.body,
  };
}

export const isEntry = (row: unknown): row is Entry => typeof row === "object" && row !== null && "kind" in row && "occurredAt" in row && "touched" in row;

/** What waits and is not on the timeline yet: the live socket may bring an entry before its own answer does. */
export function stillSending(waiting: readonly SendingEntry[], entries: readonly Entry[]): readonly SendingEntry[] {
  if (waiting.length === 0) return waiting;
  const arrived = new Set(entries.map(({ id }) => id));
  return waiting.filter(({ id }) => !arrived.has(id));
}
