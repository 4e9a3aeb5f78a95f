import { resourceAt, route } from "@/lib/http/route";
import { getPostmortem, postmortemFacts } from "@/lib/postmortems/queries";
import { Postmortem, RequestReview } from "@/lib/postmortems/schema";
import { requestReview } from "@/lib/reviews/mutations";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/postmortem/request-review",
  {
    POST: route({
      summary: "Ask people, or everyone of a team, to read the draft",
      verb: "postmortem.write",
      body: RequestReview,
      answer: Postmortem,
      run: ({ ctx, params, body, ifMatch }) => requestReview(ctx, params.ref!, body, ifMatch),
      again: ({ ctx, params }) => getPostmortem(ctx, params.ref),
    }),
  },
  { locate: postmortemFacts },
);
