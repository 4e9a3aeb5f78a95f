import { resourceAt, route } from "@/lib/http/route";
import { listPeople } from "@/lib/people/queries";
import { ListPeople, PersonPage } from "@/lib/people/schema";

/** People come by invitation only, so there is no POST. */
export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt("/people", {
  GET: route({ summary: "People, by name", query: ListPeople, answer: PersonPage, run: ({ ctx, query }) => listPeople(ctx, query) }),
});
