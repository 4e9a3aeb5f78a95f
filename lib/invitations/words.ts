import type { AppRole } from "../people/words";

/** What the invited may do, said to them. */
export const WELCOME_WORDS: Record<AppRole, string> = {
  viewer: "You come as a viewer: you can read, declare incidents, and answer calls for help.",
  member: "You come as a member: you can declare incidents and work on them with everyone else.",
  admin: "You come as an admin: beside the incidents you also look after people, teams and settings.",
};

export const inTeams = (teams: readonly string[]) => (teams.length ? ` You will be in ${new Intl.ListFormat("en").format(teams)}.` : "");
