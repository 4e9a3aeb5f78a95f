import { z } from "zod";

const Piece = z.object({ is: z.enum(["same", "added", "removed"]), text: z.string() });

/** Two versions word by word. `to` is null for the draft as it stands. */
export const Comparison = z.object({
  incidentRef: z.string(),
  from: z.object({ n: z.number(), title: z.string(), publishedAt: z.string() }),
  to: z.object({ n: z.number().nullable(), title: z.string(), publishedAt: z.string().nullable() }),
  title: z.array(Piece),
  blocks: z.array(
    z.object({ is: z.enum(["same", "changed", "added", "removed", "moved"]), kind: z.string(), level: z.number().optional(), pieces: z.array(Piece) }),
  ),
  words: z.object({ added: z.number(), removed: z.number() }),
});
export type Comparison = z.infer<typeof Comparison>;
