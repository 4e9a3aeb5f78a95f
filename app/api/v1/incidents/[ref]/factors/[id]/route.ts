import { removeFactor, updateFactor } from "@/lib/factors/mutations";
import { factorFacts, getFactor } from "@/lib/factors/queries";
import { Factor, UpdateFactor } from "@/lib/factors/schema";
import { resourceAt, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/factors/{id}",
  {
    GET: route({ summary: "One factor", answer: Factor, run: ({ ctx, params }) => getFactor(ctx, params.ref, params.id) }),
    PATCH: route({
      summary: "Correct a factor, move it, or set what it combines with",
      verb: "factor.write",
      body: UpdateFactor,
      answer: Factor,
      run: ({ ctx, params, body, ifMatch }) => updateFactor(ctx, params.ref!, params.id!, body, ifMatch),
    }),
    DELETE: route({
      summary: "Take a factor out; what was made from it stays",
      verb: "factor.write",
      status: 204,
      run: ({ ctx, params, ifMatch }) => removeFactor(ctx, params.ref!, params.id!, ifMatch),
    }),
  },
  { locate: factorFacts },
);
