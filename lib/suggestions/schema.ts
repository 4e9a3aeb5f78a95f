import { z } from "zod";
import { Evidence } from "../factors/schema";
import { FACTOR_GROUPS, FACTOR_ROLES } from "../factors/words";

/** What the room already holds offers a factor. Nothing is written unasked; `tag` is null where only the group is plain. */
export const FactorSuggestion = z.object({
  key: z.string(),
  group: z.enum(FACTOR_GROUPS),
  tag: z.string().nullable(),
  role: z.enum(FACTOR_ROLES),
  /** Where it comes from, as people read it. */
  because: z.string(),
  evidence: z.array(Evidence),
});
export type FactorSuggestion = z.infer<typeof FactorSuggestion>;
export const FactorSuggestions = z.object({ items: z.array(FactorSuggestion), nextCursor: z.null() });
export type FactorSuggestions = z.infer<typeof FactorSuggestions>;
