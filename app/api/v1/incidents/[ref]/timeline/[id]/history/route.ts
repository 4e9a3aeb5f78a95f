import { z } from "zod";
import { resourceAt, route } from "@/lib/http/route";
import { entryFacts, entryHistory } from "@/lib/timeline/queries";
import { EntryRevision } from "@/lib/timeline/schema";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/incidents/{ref}/timeline/{id}/history",
  {
    GET: route({
      summary: "What the entry said before each edit",
      answer: z.object({ items: z.array(EntryRevision), nextCursor: z.null() }),
      run: ({ ctx, params }) => entryHistory(ctx, params.ref, params.id),
    }),
  },
  { locate: entryFacts },
);
