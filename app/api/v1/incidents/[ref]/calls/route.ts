import { makeCall } from "@/lib/calls/mutations";
import { getCall, listCalls } from "@/lib/calls/queries";
import { Call, CallForHelp, CallList } from "@/lib/calls/schema";
import { resourceAt, route } from "@/lib/http/route";
import { incidentFacts } from "@/lib/incidents/queries";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/calls",
  {
    GET: route({ summary: "Calls for help and their answers", answer: CallList, run: ({ ctx, params }) => listCalls(ctx, params.ref) }),
    POST: route({
      summary: "Call people or teams for help",
      verb: "call.make",
      body: CallForHelp,
      answer: Call,
      status: 201,
      run: ({ ctx, params, body }) => makeCall(ctx, params.ref!, body),
      again: ({ ctx }, id) => getCall(ctx, id),
    }),
  },
  { locate: incidentFacts },
);
