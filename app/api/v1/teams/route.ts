import { resourceAt, route } from "@/lib/http/route";
import { createTeam } from "@/lib/teams/mutations";
import { getTeam, listTeams } from "@/lib/teams/queries";
import { CreateTeam, ListTeams, Team, TeamPage } from "@/lib/teams/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt("/teams", {
  GET: route({ summary: "Teams, by name", query: ListTeams, answer: TeamPage, run: ({ ctx, query }) => listTeams(ctx, query) }),
  POST: route({
    summary: "Make a team",
    verb: "team.create",
    body: CreateTeam,
    answer: Team,
    status: 201,
    run: ({ ctx, body }) => createTeam(ctx, body),
    again: ({ ctx }, id) => getTeam(ctx, id),
    location: (made: Team) => `/teams/${made.id}`,
  }),
});
