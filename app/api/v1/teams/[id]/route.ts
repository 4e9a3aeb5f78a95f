import { resourceAt, route } from "@/lib/http/route";
import { deleteTeam, updateTeam } from "@/lib/teams/mutations";
import { getTeam, teamFacts } from "@/lib/teams/queries";
import { Team, UpdateTeam } from "@/lib/teams/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/teams/{id}",
  {
    GET: route({ summary: "A team: its members, its leads, what it owns", answer: Team, run: ({ ctx, params }) => getTeam(ctx, params.id) }),
    PATCH: route({
      summary: "Change a team; members, where given, replaces the list",
      verb: "team.update",
      body: UpdateTeam,
      answer: Team,
      run: ({ ctx, params, body, ifMatch }) => updateTeam(ctx, params.id, body, ifMatch),
    }),
    DELETE: route({
      summary: "Delete a team; its services stay, without an owner",
      verb: "team.delete",
      status: 204,
      run: ({ ctx, params, ifMatch }) => deleteTeam(ctx, params.id, ifMatch),
    }),
  },
  { locate: teamFacts },
);
