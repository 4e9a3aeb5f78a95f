import { resourceAt, route } from "@/lib/http/route";
import { postmortemFacts } from "@/lib/postmortems/queries";
import { VersionList } from "@/lib/postmortems/schema";
import { listVersions } from "@/lib/versions/queries";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/postmortem/versions",
  {
    GET: route({ summary: "Its published versions, the newest first", answer: VersionList, run: ({ ctx, params }) => listVersions(ctx, params.ref) }),
  },
  { locate: postmortemFacts },
);
