import { resourceAt, route } from "@/lib/http/route";
import { getPostmortem } from "@/lib/postmortems/queries";
import { Postmortem } from "@/lib/postmortems/schema";
import { restoreVersion } from "@/lib/publishing/mutations";
import { versionFacts, versionNumber } from "@/lib/publishing/queries";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/postmortem/versions/{n}/restore",
  {
    POST: route({
      summary: "Make the draft read as this version did; whoever writes at the moment keeps their place",
      verb: "postmortem.write",
      answer: Postmortem,
      run: ({ ctx, params, ifMatch }) => restoreVersion(ctx, params.ref!, versionNumber(params.n), ifMatch),
      again: ({ ctx, params }) => getPostmortem(ctx, params.ref),
    }),
  },
  { locate: versionFacts },
);
