import { exposedIn } from "@/lib/exposed/queries";
import { ExposedList } from "@/lib/exposed/schema";
import { resourceAt, route } from "@/lib/http/route";
import { incidentFacts } from "@/lib/incidents/queries";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/still-exposed",
  {
    GET: route({
      summary: "What past incidents of the same services or factor tags left open, the newest first",
      answer: ExposedList,
      run: ({ ctx, params }) => exposedIn(ctx, params.ref),
    }),
  },
  { locate: incidentFacts },
);
