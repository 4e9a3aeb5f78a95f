import { fromOf } from "@/lib/auth/doors";
import { sessionCookie } from "@/lib/auth/session-cookie";
import { resourceAt, route } from "@/lib/http/route";
import { acceptInvitation } from "@/lib/invitations/mutations";
import { AcceptedInvitation, AcceptInvitation } from "@/lib/invitations/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/invitations/accept",
  {
    POST: route({
      summary: "Come in by an invitation's link; signs in, with a cookie",
      body: AcceptInvitation,
      answer: AcceptedInvitation,
      status: 201,
      async run({ body, request }) {
        const { personId, session } = await acceptInvitation(body, fromOf(request));
        const headers = { "set-cookie": sessionCookie(request, session), "cache-control": "no-store", location: `/api/v1/people/${personId}` };
        return Response.json({ id: personId, name: body.name } satisfies AcceptedInvitation, { status: 201, headers });
      },
    }),
  },
  { open: true },
);
