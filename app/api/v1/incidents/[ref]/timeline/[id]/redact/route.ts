import { resourceAt, route } from "@/lib/http/route";
import { entryFacts, getEntry } from "@/lib/timeline/queries";
import { redactEntry } from "@/lib/redaction/mutations";
import { Entry, RedactEntry } from "@/lib/timeline/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/timeline/{id}/redact",
  {
    POST: route({
      summary: "Purge words from an entry, its history and search (lead, admin)",
      verb: "timeline.redact",
      body: RedactEntry,
      answer: Entry,
      run: ({ ctx, params, body, ifMatch }) => redactEntry(ctx, params.ref!, params.id!, body, ifMatch),
      again: ({ ctx, params }) => getEntry(ctx, params.ref, params.id),
    }),
  },
  { locate: entryFacts },
);
