import { resourceAt, route } from "@/lib/http/route";
import { endRole } from "@/lib/roles/mutations";
import { getRole, roleFacts } from "@/lib/roles/queries";
import { RoleHolding } from "@/lib/incidents/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/roles/{id}",
  {
    GET: route({ summary: "One role as it is held", answer: RoleHolding, run: ({ ctx, params }) => getRole(ctx, params.ref!, params.id!) }),
    DELETE: route({ summary: "Leave a role", verb: "role.end", status: 204, run: ({ ctx, params }) => endRole(ctx, params.ref!, params.id!) }),
  },
  { locate: roleFacts },
);
