import { OfferedChanges } from "@/lib/changes/schema";
import { resourceAt, route } from "@/lib/http/route";
import { incidentFacts } from "@/lib/incidents/queries";
import { listOffered } from "@/lib/offered/queries";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/changes/offered",
  {
    GET: route({
      summary: "Changes of its services and of what they depend on, from a day before impact until it was mitigated, that do not stand beside it yet",
      answer: OfferedChanges,
      run: ({ ctx, params }) => listOffered(ctx, params.ref),
    }),
  },
  { locate: incidentFacts },
);
