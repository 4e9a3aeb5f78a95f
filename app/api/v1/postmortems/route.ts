import { resourceAt, route } from "@/lib/http/route";
import { listPostmortems } from "@/lib/library/queries";
import { ListPostmortems, PostmortemPage } from "@/lib/postmortems/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt("/postmortems", {
  GET: route({
    summary: "What was published, the newest first: by words, service, and what combined",
    query: ListPostmortems,
    answer: PostmortemPage,
    run: ({ ctx, query }) => listPostmortems(ctx, query),
  }),
});
