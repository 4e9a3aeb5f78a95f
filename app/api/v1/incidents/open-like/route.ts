import { resourceAt, route } from "@/lib/http/route";
import { OpenLike, OpenLikeQuery } from "@/lib/incidents/schema";
import { openLike } from "@/lib/search/alike";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt("/incidents/open-like", {
  GET: route({
    summary: "Incidents like the one that is being declared: open ones of the last 24 hours, then past ones",
    query: OpenLikeQuery,
    answer: OpenLike,
    run: ({ ctx, query }) => openLike(ctx, query),
  }),
});
