import { resourceAt, route } from "@/lib/http/route";
import { endSessions } from "@/lib/sessions/mutations";
import { listSessions } from "@/lib/sessions/queries";
import { SessionPage, SessionsOf } from "@/lib/sessions/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt("/sessions", {
  GET: route({
    summary: "Where you are signed in; with `person`, for admins, where they are",
    query: SessionsOf,
    answer: SessionPage,
    run: ({ ctx, query }) => listSessions(ctx, query),
  }),
  DELETE: route({
    summary: "Sign out everywhere else; with `person`, for admins, sign them out everywhere",
    query: SessionsOf,
    status: 204,
    run: ({ ctx, query }) => endSessions(ctx, query),
  }),
});
