import { z } from "zod";
import { Flag, Id, Line, Link, PageQuery, RefDto, ShortText, page } from "../scalars";

export const Service = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  tier: z.number().nullable(),
  team: RefDto.nullable(),
  runbookUrl: z.string().nullable(),
  repositoryUrl: z.string().nullable(),
  dependsOn: z.array(RefDto),
  dependents: z.array(RefDto),
  archivedAt: z.string().nullable(),
  version: z.number(),
});
export type Service = z.infer<typeof Service>;

const fields = {
  teamId: Id.nullable().optional(),
  tier: z.number().int().min(1).max(4).nullable().optional(),
  description: ShortText.optional(),
  runbookUrl: Link.nullable().optional(),
  repositoryUrl: Link.nullable().optional(),
  dependsOn: z.array(Id).max(100).optional(),
};

export const CreateService = z.strictObject({ name: Line, ...fields });
export type CreateService = z.infer<typeof CreateService>;

/** `archived: false` takes an archived one back. */
export const UpdateService = z.strictObject({ name: Line.optional(), ...fields, archived: z.boolean().optional() });
export type UpdateService = z.infer<typeof UpdateService>;

export const ServicePage = page(Service);
export type ServicePage = z.infer<typeof ServicePage>;

/** Archived services are listed by `archived=true` alone. */
export const ListServices = z.strictObject({ q: z.string().trim().max(200).optional(), team: Id.optional(), archived: Flag.optional(), ...PageQuery });
export type ListServices = z.infer<typeof ListServices>;

/** What its form checks while one types; choices are checked where they are chosen. */
export const ServiceForm = z.looseObject({
  name: Line,
  description: ShortText,
  runbookUrl: z.literal("").or(Link),
  repositoryUrl: z.literal("").or(Link),
});
