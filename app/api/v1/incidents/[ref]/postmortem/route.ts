import { resourceAt, route } from "@/lib/http/route";
import { incidentFacts } from "@/lib/incidents/queries";
import { startPostmortem } from "@/lib/postmortems/mutations";
import { getPostmortem } from "@/lib/postmortems/queries";
import { Postmortem, StartPostmortem } from "@/lib/postmortems/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/postmortem",
  {
    GET: route({ summary: "The draft of its post-mortem as it stands", answer: Postmortem, run: ({ ctx, params }) => getPostmortem(ctx, params.ref) }),
    POST: route({
      summary: "Begin its post-mortem",
      verb: "postmortem.write",
      body: StartPostmortem,
      answer: Postmortem,
      status: 201,
      run: ({ ctx, params, body }) => startPostmortem(ctx, params.ref!, body),
      again: ({ ctx, params }) => getPostmortem(ctx, params.ref),
      location: (made: Postmortem) => `/incidents/${made.incidentRef}/postmortem`,
    }),
  },
  { locate: incidentFacts },
);
