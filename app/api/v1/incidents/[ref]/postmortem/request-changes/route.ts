import { resourceAt, route } from "@/lib/http/route";
import { getPostmortem, postmortemFacts } from "@/lib/postmortems/queries";
import { Postmortem, RequestChanges } from "@/lib/postmortems/schema";
import { requestChanges } from "@/lib/reviews/mutations";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/postmortem/request-changes",
  {
    POST: route({
      summary: "Ask for changes of the draft",
      verb: "postmortem.review",
      body: RequestChanges,
      answer: Postmortem,
      run: ({ ctx, params, body, ifMatch }) => requestChanges(ctx, params.ref!, body, ifMatch),
      again: ({ ctx, params }) => getPostmortem(ctx, params.ref),
    }),
  },
  { locate: postmortemFacts },
);
