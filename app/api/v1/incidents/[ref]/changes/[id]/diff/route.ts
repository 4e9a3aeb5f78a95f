import { putIncidentDiff } from "@/lib/beside/mutations";
import { diffOf, getIncidentChange, incidentChangeFacts } from "@/lib/changes/queries";
import { DIFF_LIMIT, IncidentChange } from "@/lib/changes/schema";
import { readText } from "@/lib/http/input";
import { resourceAt, route } from "@/lib/http/route";
import { plainText } from "@/lib/http/text";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/changes/{id}/diff",
  {
    GET: route({
      summary: "The diff of a change beside an incident, to the letter (text/plain)",
      run: async ({ ctx, params }) => plainText(await diffOf(ctx, await getIncidentChange(ctx, params.ref, params.id))),
    }),
    PUT: route({
      summary: "Put the unified diff of a change: text/plain in UTF-8, at most 1 000 000 bytes; an empty body takes it away",
      verb: "change.record",
      raw: "text/plain",
      answer: IncidentChange,
      run: async ({ ctx, params, request, ifMatch }) => putIncidentDiff(ctx, params.ref!, params.id!, await readText(request, DIFF_LIMIT), ifMatch),
    }),
  },
  { locate: incidentChangeFacts },
);
