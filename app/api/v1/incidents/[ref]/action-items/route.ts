import { addActionItem } from "@/lib/actions/mutations";
import { getActionItem, listIncidentActions } from "@/lib/actions/queries";
import { ActionItem, ActionItemList, AddActionItem } from "@/lib/actions/schema";
import { resourceAt, route } from "@/lib/http/route";
import { incidentFacts } from "@/lib/incidents/queries";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/action-items",
  {
    GET: route({
      summary: "What follows: its action items, the oldest first",
      answer: ActionItemList,
      run: ({ ctx, params }) => listIncidentActions(ctx, params.ref),
    }),
    POST: route({
      summary: "Add an action item, by hand or from a factor, a net's hole or an entry",
      verb: "action.write",
      body: AddActionItem,
      answer: ActionItem,
      status: 201,
      run: ({ ctx, params, body }) => addActionItem(ctx, params.ref!, body),
      again: ({ ctx }, id) => getActionItem(ctx, id),
      location: (made: ActionItem) => `/action-items/${made.ref}`,
    }),
  },
  { locate: incidentFacts },
);
