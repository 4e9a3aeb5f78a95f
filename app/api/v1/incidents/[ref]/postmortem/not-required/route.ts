import { resourceAt, route } from "@/lib/http/route";
import { incidentFacts } from "@/lib/incidents/queries";
import { getPostmortem } from "@/lib/postmortems/queries";
import { NotRequired, Postmortem } from "@/lib/postmortems/schema";
import { requireNone } from "@/lib/postmortems/mutations";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/postmortem/not-required",
  {
    POST: route({
      summary: "Say that none is required, and why",
      verb: "postmortem.write",
      body: NotRequired,
      answer: Postmortem,
      run: ({ ctx, params, body, ifMatch }) => requireNone(ctx, params.ref!, body, ifMatch),
      again: ({ ctx, params }) => getPostmortem(ctx, params.ref),
    }),
  },
  { locate: incidentFacts },
);
