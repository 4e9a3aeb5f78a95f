import { resourceAt, route } from "@/lib/http/route";
import { getPostmortem, postmortemFacts } from "@/lib/postmortems/queries";
import { Postmortem, RedactPostmortem } from "@/lib/postmortems/schema";
import { redactPostmortem } from "@/lib/redaction/mutations";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/postmortem/redact",
  {
    POST: route({
      summary: "Purge a text from the draft, every trace of its writing, and all versions",
      verb: "postmortem.redact",
      body: RedactPostmortem,
      answer: Postmortem,
      run: ({ ctx, params, body }) => redactPostmortem(ctx, params.ref!, body),
      again: ({ ctx, params }) => getPostmortem(ctx, params.ref),
    }),
  },
  { locate: postmortemFacts },
);
