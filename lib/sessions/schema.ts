import { z } from "zod";
import { Id } from "../scalars";

export const Session = z.object({
  id: z.string(),
  /** The one that asks. */
  current: z.boolean(),
  userAgent: z.string(),
  address: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  expiresAt: z.string(),
});
export type Session = z.infer<typeof Session>;
export const SessionPage = z.object({ items: z.array(Session), nextCursor: z.string().nullable() });
export type SessionPage = z.infer<typeof SessionPage>;

/** Someone else's, for admins. */
export const SessionsOf = z.strictObject({ person: Id.optional() });
export type SessionsOf = z.infer<typeof SessionsOf>;
