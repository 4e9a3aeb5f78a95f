import { resourceAt, route } from "@/lib/http/route";
import { incidentFacts } from "@/lib/incidents/queries";
import { MarkSeen } from "@/lib/incidents/schema";
import { markSeen } from "@/lib/seen/mutations";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/seen",
  {
    POST: route({
      summary: "Say how far you have read",
      verb: "incident.seen",
      body: MarkSeen,
      status: 204,
      run: ({ ctx, params, body }) => markSeen(ctx, params.ref!, body.seq),
    }),
  },
  { locate: incidentFacts },
);
