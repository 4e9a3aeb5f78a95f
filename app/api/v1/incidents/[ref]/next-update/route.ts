import { resourceAt, route } from "@/lib/http/route";
import { setNextUpdate } from "@/lib/incidents/mutations";
import { getIncident, incidentFacts } from "@/lib/incidents/queries";
import { Incident, SetNextUpdate } from "@/lib/incidents/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/next-update",
  {
    POST: route({
      summary: "Promise the next update; the lead is reminded",
      verb: "incident.next_update",
      body: SetNextUpdate,
      answer: Incident,
      run: ({ ctx, params, body }) => setNextUpdate(ctx, params.ref!, body),
      again: ({ ctx, params }) => getIncident(ctx, params.ref),
    }),
  },
  { locate: incidentFacts },
);
