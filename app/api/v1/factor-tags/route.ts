import { resourceAt, route } from "@/lib/http/route";
import { addTag } from "@/lib/tags/mutations";
import { getTag, listTags } from "@/lib/tags/queries";
import { AddFactorTag, FactorTag, FactorTagList, ListFactorTags } from "@/lib/tags/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt("/factor-tags", {
  GET: route({
    summary: "Tags for contributing factors, by group; archived ones with `archived=true`",
    query: ListFactorTags,
    answer: FactorTagList,
    run: ({ ctx, query }) => listTags(ctx, query),
  }),
  POST: route({
    summary: "Add a tag (admins)",
    verb: "tag.write",
    body: AddFactorTag,
    answer: FactorTag,
    status: 201,
    run: ({ ctx, body }) => addTag(ctx, body),
    again: ({ ctx }, id) => getTag(ctx, id),
    location: (made: FactorTag) => `/factor-tags/${made.id}`,
  }),
});
