import { resourceAt, route } from "@/lib/http/route";
import { dropKeptHint } from "@/lib/language/mutations";
import { getKeptHint, keptHintFacts } from "@/lib/language/queries";
import { KeptHint } from "@/lib/language/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/kept-hints/{id}",
  {
    GET: route({ summary: "One that is kept", answer: KeptHint, run: ({ ctx, params }) => getKeptHint(ctx, params.ref!, params.id!) }),
    DELETE: route({ summary: "Show it again", verb: "hint.keep", status: 204, run: ({ ctx, params }) => dropKeptHint(ctx, params.ref!, params.id!) }),
  },
  { locate: keptHintFacts },
);
