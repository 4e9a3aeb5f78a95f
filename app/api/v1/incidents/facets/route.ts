import { resourceAt, route } from "@/lib/http/route";
import { IncidentFacets, IncidentFilters } from "@/lib/incidents/schema";
import { facetIncidents } from "@/lib/search/facets";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt("/incidents/facets", {
  GET: route({
    summary: "How the incidents that the same filters list spread over statuses, severities, services and teams",
    query: IncidentFilters,
    answer: IncidentFacets,
    run: ({ ctx, query }) => facetIncidents(ctx, query),
  }),
});
