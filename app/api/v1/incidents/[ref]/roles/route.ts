import { z } from "zod";
import { resourceAt, route } from "@/lib/http/route";
import { incidentFacts } from "@/lib/incidents/queries";
import { takeRole } from "@/lib/roles/mutations";
import { getRole, listRoles } from "@/lib/roles/queries";
import { RoleHolding, TakeRole } from "@/lib/incidents/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/roles",
  {
    GET: route({
      summary: "Who does what now",
      answer: z.object({ items: z.array(RoleHolding), nextCursor: z.null() }),
      run: ({ ctx, params }) => listRoles(ctx, params.ref!),
    }),
    POST: route({
      summary: "Take a role or give it; taking the lead hands it over",
      verb: "role.take",
      body: TakeRole,
      answer: RoleHolding,
      status: 201,
      run: ({ ctx, params, body }) => takeRole(ctx, params.ref!, body),
      again: ({ ctx, params }, id) => getRole(ctx, params.ref!, id),
      location: (made: RoleHolding, { ref }) => `/incidents/${ref}/roles/${made.id}`,
    }),
  },
  { locate: incidentFacts },
);
