import { resourceAt, route } from "@/lib/http/route";
import { removeTag, updateTag } from "@/lib/tags/mutations";
import { getTag, tagFacts } from "@/lib/tags/queries";
import { FactorTag, UpdateFactorTag } from "@/lib/tags/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/factor-tags/{id}",
  {
    GET: route({ summary: "One tag", answer: FactorTag, run: ({ ctx, params }) => getTag(ctx, params.id) }),
    PATCH: route({
      summary: "Rename a tag, archive it or take it back (admins)",
      verb: "tag.write",
      body: UpdateFactorTag,
      answer: FactorTag,
      run: ({ ctx, params, body, ifMatch }) => updateTag(ctx, params.id, body, ifMatch),
    }),
    DELETE: route({
      summary: "Delete a tag; one that is in use or came with Candor is archived (admins)",
      verb: "tag.write",
      status: 204,
      run: ({ ctx, params, ifMatch }) => removeTag(ctx, params.id, ifMatch),
    }),
  },
  { locate: tagFacts },
);
