import { resourceAt, route } from "@/lib/http/route";
import { incidentFacts } from "@/lib/incidents/queries";
import { keepHint } from "@/lib/language/mutations";
import { listKeptHints } from "@/lib/language/queries";
import { KeepHint, KeptHint, KeptHintList } from "@/lib/language/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/kept-hints",
  {
    GET: route({
      summary: "Wording hints that were kept as they are, in the post-mortem, the entries and the action items; by nobody's name",
      answer: KeptHintList,
      run: ({ ctx, params }) => listKeptHints(ctx, params.ref!),
    }),
    POST: route({
      summary: "Keep one, for everyone, by rule and text; one that is kept already is the same",
      verb: "hint.keep",
      body: KeepHint,
      answer: KeptHint,
      status: 201,
      run: ({ ctx, params, body }) => keepHint(ctx, params.ref!, body),
      location: (made: KeptHint, { ref }) => `/incidents/${ref}/kept-hints/${made.id}`,
    }),
  },
  { locate: incidentFacts },
);
