import { z } from "zod";
import { FACTOR_GROUPS } from "../factors/words";
import { Flag, Line } from "../scalars";

/** What people read and filters list, so it is one word of a comma list. */
const Label = Line.refine((text) => !text.includes(","), "Without a comma: filters list tags with commas");

export const AddFactorTag = z.strictObject({ group: z.enum(FACTOR_GROUPS), label: Label });
export type AddFactorTag = z.infer<typeof AddFactorTag>;

/** The group of a tag that is in use stays, for what it names stands under it. */
export const UpdateFactorTag = z.strictObject({ group: z.enum(FACTOR_GROUPS).optional(), label: Label.optional(), archived: z.boolean().optional() });
export type UpdateFactorTag = z.infer<typeof UpdateFactorTag>;

export const ListFactorTags = z.strictObject({ group: z.enum(FACTOR_GROUPS).optional(), archived: Flag.optional() });
export type ListFactorTags = z.infer<typeof ListFactorTags>;

export const FactorTag = z.object({
  id: z.string(),
  group: z.enum(FACTOR_GROUPS),
  label: z.string(),
  shipped: z.boolean(),
  archivedAt: z.string().nullable(),
  version: z.number(),
});
export type FactorTag = z.infer<typeof FactorTag>;
export const FactorTagList = z.object({ items: z.array(FactorTag), nextCursor: z.null() });
export type FactorTagList = z.infer<typeof FactorTagList>;
