import { resourceAt, route } from "@/lib/http/route";
import { setInboxDone } from "@/lib/inbox/mutations";
import { getInboxItem, inboxFacts } from "@/lib/inbox/queries";
import { InboxItem, SetInboxDone } from "@/lib/inbox/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/inbox/{id}/done",
  {
    POST: route({
      summary: "Tick an item off; done: false takes that back",
      verb: "inbox.done",
      body: SetInboxDone,
      answer: InboxItem,
      run: ({ ctx, params, body }) => setInboxDone(ctx, params.id, body.done),
      again: ({ ctx }, id) => getInboxItem(ctx, id),
    }),
  },
  { locate: inboxFacts },
);
