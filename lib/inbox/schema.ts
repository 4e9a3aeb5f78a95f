import { z } from "zod";
import { PageQuery } from "../scalars";
import { INBOX_KINDS } from "./words";

export const InboxItem = z.object({
  id: z.string(),
  kind: z.enum(INBOX_KINDS),
  title: z.string(),
  url: z.string(),
  incidentRef: z.string(),
  callId: z.string().nullable(),
  at: z.string(),
  seenAt: z.string().nullable(),
  doneAt: z.string().nullable(),
});
export type InboxItem = z.infer<typeof InboxItem>;

export const ListInbox = z.strictObject({ ...PageQuery, done: z.enum(["true", "false"]).optional() });
export type ListInbox = z.infer<typeof ListInbox>;

export const InboxPage = z.object({ items: z.array(InboxItem), nextCursor: z.string().nullable(), waiting: z.number() });
export type InboxPage = z.infer<typeof InboxPage>;
