import { resourceAt, route } from "@/lib/http/route";
import { deleteTimelineEntry, updateTimelineEntry } from "@/lib/timeline/mutations";
import { entryFacts, getEntry } from "@/lib/timeline/queries";
import { Entry, UpdateTimelineEntry } from "@/lib/timeline/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/timeline/{id}",
  {
    GET: route({ summary: "One entry", answer: Entry, run: ({ ctx, params }) => getEntry(ctx, params.ref, params.id) }),
    PATCH: route({
      summary: "Correct an entry; its history is kept",
      verb: "timeline.edit",
      body: UpdateTimelineEntry,
      answer: Entry,
      run: ({ ctx, params, body, ifMatch }) => updateTimelineEntry(ctx, params.ref!, params.id!, body, ifMatch),
    }),
    DELETE: route({
      summary: "Leave a tombstone",
      verb: "timeline.delete",
      answer: Entry,
      run: ({ ctx, params, ifMatch }) => deleteTimelineEntry(ctx, params.ref!, params.id!, ifMatch),
    }),
  },
  { locate: entryFacts },
);
