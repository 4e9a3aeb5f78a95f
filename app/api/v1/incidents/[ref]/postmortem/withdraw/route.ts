import { resourceAt, route } from "@/lib/http/route";
import { getPostmortem, postmortemFacts } from "@/lib/postmortems/queries";
import { Postmortem, WithdrawReview } from "@/lib/postmortems/schema";
import { withdrawReview } from "@/lib/reviews/mutations";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/postmortem/withdraw",
  {
    POST: route({
      summary: "Take back what was asked, or one's own answer",
      verb: "postmortem.review",
      body: WithdrawReview,
      answer: Postmortem,
      run: ({ ctx, params, body, ifMatch }) => withdrawReview(ctx, params.ref!, body, ifMatch),
      again: ({ ctx, params }) => getPostmortem(ctx, params.ref),
    }),
  },
  { locate: postmortemFacts },
);
