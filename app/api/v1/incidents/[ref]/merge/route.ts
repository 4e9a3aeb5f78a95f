import { resourceAt, route } from "@/lib/http/route";
import { mergeIncident } from "@/lib/merging/mutations";
import { getIncident, incidentFacts } from "@/lib/incidents/queries";
import { Incident, MergeIncident } from "@/lib/incidents/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/merge",
  {
    POST: route({
      summary: "Go on in another incident's room; final",
      verb: "incident.merge",
      body: MergeIncident,
      answer: Incident,
      run: ({ ctx, params, body }) => mergeIncident(ctx, params.ref!, body),
      again: ({ ctx, params }) => getIncident(ctx, params.ref),
    }),
  },
  { locate: incidentFacts },
);
