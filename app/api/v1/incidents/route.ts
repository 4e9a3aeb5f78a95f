import { resourceAt, route } from "@/lib/http/route";
import { declareIncident } from "@/lib/incidents/mutations";
import { getIncident } from "@/lib/incidents/queries";
import { DeclareIncident, Incident, IncidentPage, ListIncidents } from "@/lib/incidents/schema";
import { listIncidents } from "@/lib/search/queries";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt("/incidents", {
  GET: route({
    summary: "Incidents that you may see, filtered, searched, newest first; several groups, tags or havings mean all of them in one incident",
    query: ListIncidents,
    answer: IncidentPage,
    run: ({ ctx, query }) => listIncidents(ctx, query),
  }),
  POST: route({
    summary: "Declare an incident; a title is enough",
    verb: "incident.declare",
    body: DeclareIncident,
    answer: Incident,
    status: 201,
    run: ({ ctx, body }) => declareIncident(ctx, body),
    again: ({ ctx }, ref) => getIncident(ctx, ref),
    location: (made: Incident) => `/incidents/${made.ref}`,
  }),
});
