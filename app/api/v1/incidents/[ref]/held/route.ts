import { listHeld } from "@/lib/held/queries";
import { HeldList } from "@/lib/held/schema";
import { resourceAt, route } from "@/lib/http/route";
import { incidentFacts } from "@/lib/incidents/queries";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/held",
  {
    GET: route({
      summary: "Did it hold? What was done after like incidents, asked once this one is over",
      answer: HeldList,
      run: ({ ctx, params }) => listHeld(ctx, params.ref),
    }),
  },
  { locate: incidentFacts },
);
