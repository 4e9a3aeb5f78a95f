import { updateChange } from "@/lib/changes/mutations";
import { changeFacts, getChangeWithIncidents } from "@/lib/changes/queries";
import { Change, ChangeWithIncidents, UpdateChange } from "@/lib/changes/schema";
import { resourceAt, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/changes/{id}",
  {
    GET: route({
      summary: "A change, with the incidents beside which it stands",
      answer: ChangeWithIncidents,
      run: ({ ctx, params }) => getChangeWithIncidents(ctx, params.id),
    }),
    PATCH: route({
      summary: "Correct a change, wherever it stands",
      verb: "change.record",
      body: UpdateChange,
      answer: Change,
      run: ({ ctx, params, body, ifMatch }) => updateChange(ctx, params.id!, body, ifMatch),
    }),
  },
  { locate: changeFacts },
);
