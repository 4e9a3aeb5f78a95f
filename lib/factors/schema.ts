import { z } from "zod";
import { Id, Line, Link, ShortText } from "../scalars";
import { EVIDENCE_KINDS, FACTOR_GROUPS, FACTOR_ROLES } from "./words";

/** An entry, a change (or one line of its diff: `file` and `line`), or a link. */
export const Evidence = z
  .strictObject({
    kind: z.enum(EVIDENCE_KINDS),
    id: Id.optional(),
    url: Link.optional(),
    file: z.string().trim().max(1000).optional(),
    line: z.number().int().min(1).max(10_000_000).optional(),
    label: Line.optional(),
  })
  .refine((given) => (given.kind === "url") === (given.url !== undefined), { message: "A link, for evidence of kind url and no other", path: ["url"] })
  .refine((given) => (given.kind === "url") !== (given.id !== undefined), { message: "The id of the entry or the change", path: ["id"] })
  .refine((given) => given.kind === "change" || (given.file === undefined && given.line === undefined), { message: "Lines are of changes", path: ["line"] });
export type Evidence = z.infer<typeof Evidence>;

const fields = {
  group: z.enum(FACTOR_GROUPS).optional(),
  role: z.enum(FACTOR_ROLES).optional(),
  why: ShortText.optional(),
  evidence: z.array(Evidence).max(50).optional(),
  combinesWith: z.array(Id).max(50).optional(),
  order: z.number().int().min(0).max(10_000).optional(),
};

/** `tag`: its label, whatever its case. `group` may be left out: it is the tag's. With the `id` of one that was taken out, it is that one again. */
export const AddFactor = z.strictObject({ id: Id.optional(), tag: Line, ...fields });
export type AddFactor = z.infer<typeof AddFactor>;
export const UpdateFactor = z.strictObject({ tag: Line.optional(), ...fields });
export type UpdateFactor = z.infer<typeof UpdateFactor>;

export const Factor = z.object({
  id: z.string(),
  group: z.enum(FACTOR_GROUPS),
  tag: z.string(),
  tagId: z.string(),
  role: z.enum(FACTOR_ROLES),
  why: z.string(),
  evidence: z.array(Evidence),
  combinesWith: z.array(z.string()),
  order: z.number(),
  version: z.number(),
});
export type Factor = z.infer<typeof Factor>;
export const FactorList = z.object({ items: z.array(Factor), nextCursor: z.null() });
export type FactorList = z.infer<typeof FactorList>;
