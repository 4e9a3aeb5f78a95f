import { resourceAt, route } from "@/lib/http/route";
import { updateIncident } from "@/lib/incidents/mutations";
import { getIncident, incidentFacts } from "@/lib/incidents/queries";
import { Incident, UpdateIncident } from "@/lib/incidents/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}",
  {
    GET: route({ summary: "One incident", answer: Incident, run: ({ ctx, params }) => getIncident(ctx, params.ref) }),
    PATCH: route({
      summary: "Change what was given when declaring",
      verb: "incident.update",
      body: UpdateIncident,
      answer: Incident,
      run: ({ ctx, params, body, ifMatch }) => updateIncident(ctx, params.ref!, body, ifMatch),
    }),
  },
  { locate: incidentFacts },
);
