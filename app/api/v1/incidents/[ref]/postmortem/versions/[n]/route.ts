import { resourceAt, route } from "@/lib/http/route";
import { PostmortemVersion } from "@/lib/postmortems/schema";
import { versionFacts, versionNumber } from "@/lib/publishing/queries";
import { getVersion } from "@/lib/versions/queries";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/postmortem/versions/{n}",
  {
    GET: route({
      summary: "A published version as it was frozen: its text, and the rows of its live blocks",
      answer: PostmortemVersion,
      run: ({ ctx, params }) => getVersion(ctx, params.ref, versionNumber(params.n)),
    }),
  },
  { locate: versionFacts },
);
