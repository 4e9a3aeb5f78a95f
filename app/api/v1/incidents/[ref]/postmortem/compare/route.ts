import { compareVersions } from "@/lib/compare/queries";
import { Comparison } from "@/lib/compare/schema";
import { resourceAt, route } from "@/lib/http/route";
import { postmortemFacts } from "@/lib/postmortems/queries";
import { CompareQuery } from "@/lib/postmortems/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/postmortem/compare",
  {
    GET: route({
      summary: "What changed between two versions, word by word; without `to` up to the draft as it stands",
      query: CompareQuery,
      answer: Comparison,
      run: ({ ctx, params, query }) => compareVersions(ctx, params.ref, query),
    }),
  },
  { locate: postmortemFacts },
);
