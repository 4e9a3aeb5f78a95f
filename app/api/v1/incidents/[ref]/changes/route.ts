import { addIncidentChange } from "@/lib/beside/mutations";
import { getIncidentChange, listIncidentChanges } from "@/lib/changes/queries";
import { AddIncidentChange, IncidentChange, IncidentChangeList } from "@/lib/changes/schema";
import { resourceAt, route } from "@/lib/http/route";
import { incidentFacts } from "@/lib/incidents/queries";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/changes",
  {
    GET: route({
      summary: "What changed, beside an incident: the latest first, each with its verdict",
      answer: IncidentChangeList,
      run: ({ ctx, params }) => listIncidentChanges(ctx, params.ref),
    }),
    POST: route({
      summary: "Place a change that stands already (changeId), tell of one, or say that nothing of a kind changed",
      verb: "change.record",
      body: AddIncidentChange,
      answer: IncidentChange,
      status: 201,
      run: ({ ctx, params, body }) => addIncidentChange(ctx, params.ref!, body),
      again: ({ ctx, params }, id) => getIncidentChange(ctx, params.ref, id),
      location: (made: IncidentChange, { ref }) => `/incidents/${ref}/changes/${made.id}`,
    }),
  },
  { locate: incidentFacts },
);
