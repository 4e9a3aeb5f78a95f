import { originOf } from "@/lib/auth/origin";
import { resourceAt, route } from "@/lib/http/route";
import { invite } from "@/lib/invitations/mutations";
import { getInvitation, listInvitations } from "@/lib/invitations/queries";
import { InvitationPage, Invite, ListInvitations, type NewInvitation, NewInvitation as NewInvitationSchema } from "@/lib/invitations/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt("/invitations", {
  GET: route({
    summary: "Who was invited",
    verb: "invitation.write",
    query: ListInvitations,
    answer: InvitationPage,
    run: ({ ctx, query }) => listInvitations(ctx, query),
  }),
  POST: route({
    summary: "Invite someone; the answer shows the link this once, and it is mailed where mail is set up",
    verb: "invitation.write",
    body: Invite,
    answer: NewInvitationSchema,
    status: 201,
    run: ({ ctx, body, request }) => invite(ctx, body, originOf(request)),
    again: async ({ ctx }, id) => ({ ...(await getInvitation(ctx, id)), mailed: false }),
    location: (made: NewInvitation) => `/invitations/${made.id}`,
  }),
});
