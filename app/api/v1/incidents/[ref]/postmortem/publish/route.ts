import { resourceAt, route } from "@/lib/http/route";
import { getPostmortem, postmortemFacts } from "@/lib/postmortems/queries";
import { Postmortem, PublishPostmortem } from "@/lib/postmortems/schema";
import { publishPostmortem } from "@/lib/publishing/mutations";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/postmortem/publish",
  {
    POST: route({
      summary: "Freeze the draft as the next version, and thank who wrote it",
      verb: "postmortem.publish",
      body: PublishPostmortem,
      answer: Postmortem,
      run: ({ ctx, params, body, ifMatch }) => publishPostmortem(ctx, params.ref!, body, ifMatch),
      again: ({ ctx, params }) => getPostmortem(ctx, params.ref),
    }),
  },
  { locate: postmortemFacts },
);
