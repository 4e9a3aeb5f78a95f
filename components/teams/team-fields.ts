import type { TeamRole } from "@/lib/people/words";
import type { CreateTeam, Team, UpdateTeam } from "@/lib/teams/schema";
import { same } from "../directory/merge";

export interface MemberValue {
  personId: string;
  name: string;
  role: TeamRole;
}

/** A team as its form holds it. The fields have the API's names, so that a refusal finds its place. */
export interface TeamValues {
  name: string;
  description: string;
  members: MemberValue[];
}

export const TEAM_FIELDS = ["name", "description", "members"] as const;
export const TEAM_LABELS: Record<keyof TeamValues, string> = { name: "Name", description: "What it looks after", members: "Members" };

export const valuesOf = (team: Team | null): TeamValues => ({
  name: team?.name ?? "",
  description: team?.description ?? "",
  members: (team?.members ?? []).map(({ person, role }) => ({ personId: person.id, name: person.name, role })),
});

export const inputOf = ({ name, description, members }: TeamValues): CreateTeam => ({
  name,
  description,
  members: members.map(({ personId, role }) => ({ personId, role })),
});

/** Only what was changed: what someone else changed meanwhile is not written back. */
export function changesOf(values: TeamValues, before: Team): UpdateTeam {
  const [now, then] = [inputOf(values), inputOf(valuesOf(before))];
  return Object.fromEntries(TEAM_FIELDS.filter((field) => !same(now[field], then[field])).map((field) => [field, now[field]]));
}

/** How a field reads in a sentence. */
export const wordsOf = (values: TeamValues, field: keyof TeamValues): string =>
  field === "members" ? values.members.map(({ name, role }) => (role === "lead" ? `${name} (lead)` : name)).join(", ") : values[field];
