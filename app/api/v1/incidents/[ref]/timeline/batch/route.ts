import { resourceAt, route } from "@/lib/http/route";
import { incidentFacts } from "@/lib/incidents/queries";
import { addTimelineBatch, readBatch } from "@/lib/timeline/mutations";
import { AddTimelineBatch, EntryPage } from "@/lib/timeline/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/timeline/batch",
  {
    POST: route({
      summary: "Add up to 500 entries in one go: all or none",
      verb: "timeline.add",
      body: AddTimelineBatch,
      answer: EntryPage.pick({ items: true }),
      status: 201,
      limit: 5_000_000,
      run: ({ ctx, params, body }) => addTimelineBatch(ctx, params.ref!, body),
      again: ({ ctx, params }, ids) => readBatch(ctx, params.ref!, ids.split(",")),
    }),
  },
  { locate: incidentFacts },
);
