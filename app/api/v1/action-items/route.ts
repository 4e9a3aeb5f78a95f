import { updateActionItems } from "@/lib/actions/mutations";
import { ActionItemList, ActionItemPage, ListActionItems, UpdateActionItems } from "@/lib/actions/schema";
import { listActionItems } from "@/lib/backlog/queries";
import { resourceAt, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt("/action-items", {
  GET: route({
    summary: "Action items of all incidents: open ones by their due date, every other list with the newest first",
    query: ListActionItems,
    answer: ActionItemPage,
    run: ({ ctx, query }) => listActionItems(ctx, query),
  }),
  PATCH: route({
    summary: "Change several at once: all of them, or none",
    verb: "action.write",
    body: UpdateActionItems,
    answer: ActionItemList,
    run: ({ ctx, body }) => updateActionItems(ctx, body),
  }),
});
