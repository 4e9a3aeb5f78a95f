import { snoozeActionItem } from "@/lib/actions/mutations";
import { actionFacts, getActionItem } from "@/lib/actions/queries";
import { ActionItem, SnoozeActionItem } from "@/lib/actions/schema";
import { resourceAt, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/action-items/{id}/snooze",
  {
    POST: route({
      summary: "Say why it waits, and until when it asks for nobody; `until: null` wakes it",
      verb: "action.write",
      body: SnoozeActionItem,
      answer: ActionItem,
      run: ({ ctx, params, body }) => snoozeActionItem(ctx, params.id, body),
      again: ({ ctx }, id) => getActionItem(ctx, id),
    }),
  },
  { locate: actionFacts },
);
