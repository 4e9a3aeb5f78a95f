import { resourceAt, route } from "@/lib/http/route";
import { incidentFacts } from "@/lib/incidents/queries";
import { addTimelineEntry } from "@/lib/timeline/mutations";
import { getEntry, listTimeline } from "@/lib/timeline/queries";
import { AddTimelineEntry, Entry, EntryPage, ListTimeline } from "@/lib/timeline/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/timeline",
  {
    GET: route({
      summary: "The timeline, oldest first; `after` gives what later events made or changed",
      query: ListTimeline,
      answer: EntryPage,
      run: ({ ctx, params, query }) => listTimeline(ctx, params.ref, query),
    }),
    POST: route({
      summary: "Add an entry; the same id twice is one entry",
      verb: "timeline.add",
      body: AddTimelineEntry,
      answer: Entry,
      status: 201,
      run: ({ ctx, params, body }) => addTimelineEntry(ctx, params.ref!, body),
      again: ({ ctx, params }, id) => getEntry(ctx, params.ref, id),
      location: (made: Entry, { ref }) => `/incidents/${ref}/timeline/${made.id}`,
    }),
  },
  { locate: incidentFacts },
);
