import { putDiff } from "@/lib/changes/mutations";
import { changeFacts, diffOf, getChange } from "@/lib/changes/queries";
import { Change, DIFF_LIMIT } from "@/lib/changes/schema";
import { readText } from "@/lib/http/input";
import { resourceAt, route } from "@/lib/http/route";
import { plainText } from "@/lib/http/text";

export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(
  "/changes/{id}/diff",
  {
    GET: route({
      summary: "The diff of a change, to the letter (text/plain)",
      run: async ({ ctx, params }) => plainText(await diffOf(ctx, await getChange(ctx, params.id))),
    }),
    PUT: route({
      summary: "Put the unified diff of a change: text/plain in UTF-8, at most 1 000 000 bytes; an empty body takes it away",
      verb: "change.record",
      raw: "text/plain",
      answer: Change,
      run: async ({ ctx, params, request, ifMatch }) => putDiff(ctx, params.id!, await readText(request, DIFF_LIMIT), ifMatch),
    }),
  },
  { locate: changeFacts },
);
