import { resourceAt, route } from "@/lib/http/route";
import { revokeInvitation, updateInvitation } from "@/lib/invitations/mutations";
import { getInvitation, invitationFacts } from "@/lib/invitations/queries";
import { Invitation, UpdateInvitation } from "@/lib/invitations/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/invitations/{id}",
  {
    GET: route({ summary: "An invitation", answer: Invitation, run: ({ ctx, params }) => getInvitation(ctx, params.id) }),
    PATCH: route({
      summary: "Another role for one who has not come yet",
      verb: "invitation.write",
      body: UpdateInvitation,
      answer: Invitation,
      run: ({ ctx, params, body }) => updateInvitation(ctx, params.id, body),
    }),
    DELETE: route({
      summary: "Withdraw an invitation; its link stops working",
      verb: "invitation.write",
      status: 204,
      run: ({ ctx, params }) => revokeInvitation(ctx, params.id),
    }),
  },
  { locate: invitationFacts },
);
