import { recordChange } from "@/lib/changes/mutations";
import { getChange, listChanges } from "@/lib/changes/queries";
import { Change, ChangePage, ListChanges, RecordChange } from "@/lib/changes/schema";
import { resourceAt, route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt("/changes", {
  GET: route({
    summary: "What was altered lately, the latest first",
    query: ListChanges,
    answer: ChangePage,
    run: ({ ctx, query }) => listChanges(ctx, query),
  }),
  POST: route({
    summary: "Tell of a change, as a deploy script does; the rooms that it concerns are offered it",
    verb: "change.record",
    body: RecordChange,
    answer: Change,
    status: 201,
    run: ({ ctx, body }) => recordChange(ctx, body),
    again: ({ ctx }, id) => getChange(ctx, id),
    location: (made: Change) => `/changes/${made.id}`,
  }),
});
