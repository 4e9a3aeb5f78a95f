import type { FieldError } from "../errors";

/** What was written and is not yet known to have arrived. It stands in the browser before the first request leaves. */
export interface Unsent {
  /** The order in which it was typed, given by the store. */
  n: number;
  /** The entry's own id: however often it is sent, it is one entry. */
  id: string;
  personId: string;
  ref: string;
  /** Where it goes, below `/api/v1`. */
  path: string;
  body: Record<string, unknown>;
  typed: Moment;
  refused: Refusal | null;
}

export interface Refusal {
  status: number;
  message: string;
  errors: readonly FieldError[];
}

/** A moment by the browser's clock, and by the steady one of its page. Neither is ever sent: only how long ago it was. */
export interface Moment {
  at: number;
  steady: number;
  page: string;
}

const MONTH = 2_592_000_000;

/**
 * Milliseconds since it was typed. The steady clock knows nothing of other pages and sleeps with the machine, the other one may be set back:
 * the longer of the two is the true one.
 */
export function ageOf(typed: Moment, now: Moment): number {
  const steady = typed.page === now.page ? now.steady - typed.steady : 0;
  return Math.round(Math.min(MONTH, Math.max(0, steady, now.at - typed.at)));
}

/** The body as it is sent now: with its id and its age, or without the age where the writer said the time themselves. */
export const stamped = ({ id, body, typed }: Unsent, now: Moment) => ({
  ...body,
  id,
  ...(body.occurredAt === undefined ? { ageMs: ageOf(typed, now) } : {}),
});

/** A UUIDv7. Works without a secure context too, where `crypto.randomUUID` is missing. */
export function newEntryId(now = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let n = 0; n < 6; n++) bytes[n] = Math.floor(now / 2 ** (8 * (5 - n))) & 0xff;
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** What came of a request. `network`: no answer, or one that says *not now*. */
export type Answer =
  | { kind: "sent"; row: unknown }
  | { kind: "not_now"; retryAfter: number | null }
  | { kind: "signed_out" }
  | { kind: "broken"; refusal: Refusal }
  | { kind: "refused"; refusal: Refusal };
