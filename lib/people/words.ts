/** Roles in the app and in a team, as `api.md` names them. */
export const APP_ROLES = ["viewer", "member", "admin"] as const;
export type AppRole = (typeof APP_ROLES)[number];

export const TEAM_ROLES = ["member", "lead"] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

export const APP_ROLE_WORDS: Record<AppRole, string> = { viewer: "Viewer", member: "Member", admin: "Admin" };
export const APP_ROLE_HINTS: Record<AppRole, string> = {
  viewer: "Reads, declares, answers calls for help",
  member: "Does everything in an incident",
  admin: "Also people, teams, settings, and every private incident",
};

export const TOKEN_SCOPES = ["read", "write"] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];
