import { resourceAt, route } from "@/lib/http/route";
import { incidentFacts } from "@/lib/incidents/queries";
import { listNets } from "@/lib/nets/queries";
import { SafetyNetList } from "@/lib/nets/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/safety-nets",
  {
    GET: route({
      summary: "What could have caught it, from the developer's desk to production",
      answer: SafetyNetList,
      run: ({ ctx, params }) => listNets(ctx, params.ref),
    }),
  },
  { locate: incidentFacts },
);
