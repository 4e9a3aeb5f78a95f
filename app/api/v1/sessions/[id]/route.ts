import { resourceAt, route } from "@/lib/http/route";
import { endSession } from "@/lib/sessions/mutations";
import { sessionFacts } from "@/lib/sessions/queries";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/sessions/{id}",
  {
    DELETE: route({
      summary: "End a session at once, its open sockets too",
      verb: "session.end",
      status: 204,
      run: ({ ctx, params }) => endSession(ctx, params.id),
    }),
  },
  { locate: sessionFacts },
);
