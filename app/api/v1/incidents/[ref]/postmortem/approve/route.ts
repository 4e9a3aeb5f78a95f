import { resourceAt, route } from "@/lib/http/route";
import { getPostmortem, postmortemFacts } from "@/lib/postmortems/queries";
import { Postmortem, ApproveReview } from "@/lib/postmortems/schema";
import { approveReview } from "@/lib/reviews/mutations";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/postmortem/approve",
  {
    POST: route({
      summary: "Approve the draft",
      verb: "postmortem.review",
      body: ApproveReview,
      answer: Postmortem,
      run: ({ ctx, params, body, ifMatch }) => approveReview(ctx, params.ref!, body, ifMatch),
      again: ({ ctx, params }) => getPostmortem(ctx, params.ref),
    }),
  },
  { locate: postmortemFacts },
);
