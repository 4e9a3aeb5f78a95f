import { z } from "zod";
import { Person } from "../people/schema";
import { TEAM_ROLES } from "../people/words";
import { Id, Line, PageQuery, RefDto, ShortText, page } from "../scalars";

export const TeamMember = z.object({ person: Person, role: z.enum(TEAM_ROLES) });
export type TeamMember = z.infer<typeof TeamMember>;

export const Team = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  members: z.array(TeamMember),
  services: z.array(RefDto),
  version: z.number(),
  /** Verbs that the caller may do: `team.update`, `team.delete`. */
  can: z.array(z.string()),
});
export type Team = z.infer<typeof Team>;

const members = z.array(z.strictObject({ personId: Id, role: z.enum(TEAM_ROLES).default("member") })).max(500);

export const CreateTeam = z.strictObject({ name: Line, description: ShortText.optional(), members: members.optional() });
export type CreateTeam = z.infer<typeof CreateTeam>;

/** `members`, where given, replaces the whole list. */
export const UpdateTeam = z.strictObject({ name: Line.optional(), description: ShortText.optional(), members: members.optional() });
export type UpdateTeam = z.infer<typeof UpdateTeam>;

export const TeamPage = page(Team);
export type TeamPage = z.infer<typeof TeamPage>;

export const ListTeams = z.strictObject({ q: z.string().trim().max(200).optional(), ...PageQuery });
export type ListTeams = z.infer<typeof ListTeams>;

/** What its form checks while one types. */
export const TeamForm = z.looseObject({ name: Line, description: ShortText });
