import { answerCall } from "@/lib/calls/mutations";
import { callFacts, getCall } from "@/lib/calls/queries";
import { AnswerCall, Call } from "@/lib/calls/schema";
import { resourceAt, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/calls/{id}/answer",
  {
    POST: route({
      summary: "Answer a call for help",
      verb: "call.answer",
      body: AnswerCall,
      answer: Call,
      run: ({ ctx, params, body }) => answerCall(ctx, params.id!, body),
      again: ({ ctx }, id) => getCall(ctx, id),
    }),
  },
  { locate: callFacts },
);
