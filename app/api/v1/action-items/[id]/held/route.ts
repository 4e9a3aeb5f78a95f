import { actionFacts, getActionItem } from "@/lib/actions/queries";
import { ActionItem } from "@/lib/actions/schema";
import { answerHeld } from "@/lib/held/mutations";
import { AnswerHeld } from "@/lib/held/schema";
import { resourceAt, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/action-items/{id}/held",
  {
    POST: route({
      summary: "Say whether it held when a like incident came; it may be said again",
      verb: "action.held",
      body: AnswerHeld,
      answer: ActionItem,
      run: ({ ctx, params, body }) => answerHeld(ctx, params.id, body),
      again: ({ ctx }, id) => getActionItem(ctx, id),
    }),
  },
  { locate: actionFacts },
);
