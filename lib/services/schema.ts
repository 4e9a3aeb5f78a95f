import { z } from "zod";
import { Id, Line, Link, RefDto, ShortText, page } from "../scalars";

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

export const UpdateService = z.strictObject({ name: Line.optional(), ...fields });
export type UpdateService = z.infer<typeof UpdateService>;

export const ServicePage = page(Service);
