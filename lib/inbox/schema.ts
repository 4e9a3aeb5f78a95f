import { z } from "zod";
import { CALL_ANSWERS } from "../calls/words";
import { SEVERITIES, STATUSES } from "../incidents/words";
import { Person } from "../people/schema";
import { Flag, PageQuery } from "../scalars";
import { INBOX_KINDS } from "./words";

export const InboxItem = z.object({
  id: z.string(),
  kind: z.enum(INBOX_KINDS),
  /** One sentence, made when it is read from rows that the reader may see. */
  title: z.string(),
  /** The first line of what it is about: the message of a call, the entry with the mention. */
  excerpt: z.string().nullable(),
  /** The very place that it is about. */
  url: z.string(),
  incidentRef: z.string(),
  incidentTitle: z.string(),
  severity: z.enum(SEVERITIES).nullable(),
  status: z.enum(STATUSES),
  /** Who caused it; null where only a time has come. */
  from: Person.nullable(),
  callId: z.string().nullable(),
  /** Others who are on it already. */
  onIt: z.array(Person),
  /** What one answered to the call. */
  answer: z.enum(CALL_ANSWERS).nullable(),
  at: z.string(),
  seenAt: z.string().nullable(),
  doneAt: z.string().nullable(),
});
export type InboxItem = z.infer<typeof InboxItem>;

export const ListInbox = z.strictObject({ ...PageQuery, done: Flag.optional() });
export type ListInbox = z.infer<typeof ListInbox>;

/** Without a body it is done; `{"done": false}` takes that back. */
export const SetInboxDone = z.strictObject({ done: z.boolean().default(true) });
export type SetInboxDone = z.infer<typeof SetInboxDone>;

export const InboxPage = z.object({ items: z.array(InboxItem), nextCursor: z.string().nullable(), waiting: z.number() });
export type InboxPage = z.infer<typeof InboxPage>;
