import { resourceAt, route } from "@/lib/http/route";
import { incidentFacts } from "@/lib/incidents/queries";
import { SetStatus } from "@/lib/incidents/schema";
import { setStatus } from "@/lib/timeline/mutations";
import { getEntry } from "@/lib/timeline/queries";
import { Entry } from "@/lib/timeline/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/status",
  {
    POST: route({
      summary: "Set the status, also backdated; answers its timeline entry",
      verb: "incident.status",
      body: SetStatus,
      answer: Entry,
      status: 201,
      run: ({ ctx, params, body }) => setStatus(ctx, params.ref!, body),
      again: ({ ctx, params }, id) => getEntry(ctx, params.ref, id),
      location: (made: Entry, { ref }) => `/incidents/${ref}/timeline/${made.id}`,
    }),
  },
  { locate: incidentFacts },
);
