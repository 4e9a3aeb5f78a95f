import { removeActionItem, updateActionItem } from "@/lib/actions/mutations";
import { actionFacts, getActionItem } from "@/lib/actions/queries";
import { ActionItem, UpdateActionItem } from "@/lib/actions/schema";
import { resourceAt, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/action-items/{id}",
  {
    GET: route({ summary: "One action item, by its id or as ACT-7", answer: ActionItem, run: ({ ctx, params }) => getActionItem(ctx, params.id) }),
    PATCH: route({
      summary: "Change an action item; `wont_do` takes a reason",
      verb: "action.write",
      body: UpdateActionItem,
      answer: ActionItem,
      run: ({ ctx, params, body, ifMatch }) => updateActionItem(ctx, params.id, body, ifMatch),
    }),
    DELETE: route({
      summary: "Take an action item out; its number is not given again",
      verb: "action.write",
      status: 204,
      run: ({ ctx, params, ifMatch }) => removeActionItem(ctx, params.id, ifMatch),
    }),
  },
  { locate: actionFacts },
);
