import { removeIncidentChange, updateIncidentChange } from "@/lib/beside/mutations";
import { getIncidentChange, incidentChangeFacts } from "@/lib/changes/queries";
import { IncidentChange, UpdateIncidentChange } from "@/lib/changes/schema";
import { resourceAt, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/changes/{id}",
  {
    GET: route({
      summary: "A change beside an incident, with its verdict",
      answer: IncidentChange,
      run: ({ ctx, params }) => getIncidentChange(ctx, params.ref, params.id),
    }),
    PATCH: route({
      summary: "Judge a change, or correct it; who judged it and when is kept",
      verb: "change.judge",
      body: UpdateIncidentChange,
      answer: IncidentChange,
      run: ({ ctx, params, body, ifMatch }) => updateIncidentChange(ctx, params.ref!, params.id!, body, ifMatch),
    }),
    DELETE: route({
      summary: "Take a change from the incident; one that belongs to it alone is gone with it",
      verb: "change.record",
      status: 204,
      run: ({ ctx, params, ifMatch }) => removeIncidentChange(ctx, params.ref!, params.id!, ifMatch),
    }),
  },
  { locate: incidentChangeFacts },
);
