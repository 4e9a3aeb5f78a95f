import { resourceAt, route } from "@/lib/http/route";
import { searchAll } from "@/lib/search/everything";
import { SearchHits, SearchQuery } from "@/lib/search/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt("/search", {
  GET: route({
    summary: "Incidents, timeline entries, services, people and teams that answer a query, with marked snippets",
    query: SearchQuery,
    answer: SearchHits,
    run: ({ ctx, query }) => searchAll(ctx, query),
  }),
});
