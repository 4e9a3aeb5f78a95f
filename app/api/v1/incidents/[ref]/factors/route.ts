import { addFactor } from "@/lib/factors/mutations";
import { getFactor, listFactors } from "@/lib/factors/queries";
import { AddFactor, Factor, FactorList } from "@/lib/factors/schema";
import { resourceAt, route } from "@/lib/http/route";
import { incidentFacts } from "@/lib/incidents/queries";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/factors",
  {
    GET: route({
      summary: "What combined: the contributing factors, in their order",
      answer: FactorList,
      run: ({ ctx, params }) => listFactors(ctx, params.ref),
    }),
    POST: route({
      summary: "Add a contributing factor; `tag` is its label as people read it",
      verb: "factor.write",
      body: AddFactor,
      answer: Factor,
      status: 201,
      run: ({ ctx, params, body }) => addFactor(ctx, params.ref!, body),
      again: ({ ctx, params }, id) => getFactor(ctx, params.ref, id),
      location: (made: Factor, { ref }) => `/incidents/${ref}/factors/${made.id}`,
    }),
  },
  { locate: incidentFacts },
);
