import { resourceAt, route } from "@/lib/http/route";
import { incidentFacts } from "@/lib/incidents/queries";
import { SetSeverity } from "@/lib/incidents/schema";
import { setSeverity } from "@/lib/timeline/mutations";
import { getEntry } from "@/lib/timeline/queries";
import { Entry } from "@/lib/timeline/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/severity",
  {
    POST: route({
      summary: "Set the severity; answers its timeline entry",
      verb: "incident.severity",
      body: SetSeverity,
      answer: Entry,
      status: 201,
      run: ({ ctx, params, body }) => setSeverity(ctx, params.ref!, body),
      again: ({ ctx, params }, id) => getEntry(ctx, params.ref, id),
      location: (made: Entry, { ref }) => `/incidents/${ref}/timeline/${made.id}`,
    }),
  },
  { locate: incidentFacts },
);
