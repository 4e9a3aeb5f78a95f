import { resourceAt, route } from "@/lib/http/route";
import { listInbox } from "@/lib/inbox/queries";
import { InboxPage, ListInbox } from "@/lib/inbox/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt("/inbox", {
  GET: route({
    summary: "What waits for you, newest first, and how many wait; with done=true what you ticked off",
    query: ListInbox,
    answer: InboxPage,
    run: ({ ctx, query }) => listInbox(ctx, query),
  }),
});
