import { resourceAt, route } from "@/lib/http/route";
import { incidentFacts } from "@/lib/incidents/queries";
import { suggestFactors } from "@/lib/suggestions/queries";
import { FactorSuggestions } from "@/lib/suggestions/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/factors/suggested",
  {
    GET: route({
      summary: "Factors that the room already hints at: verdicts, mitigation, nets, and tags used lately for the same services. Nothing is written",
      answer: FactorSuggestions,
      run: ({ ctx, params }) => suggestFactors(ctx, params.ref),
    }),
  },
  { locate: incidentFacts },
);
