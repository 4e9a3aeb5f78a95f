import { z } from "zod";

export const Session = z.object({
  id: z.string(),
  current: z.boolean(),
  userAgent: z.string(),
  address: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
});
export type Session = z.infer<typeof Session>;
export const SessionPage = z.object({ items: z.array(Session), nextCursor: z.string().nullable() });
