import type { Handler } from "../jobs/worker";
import { retellTag } from "../search/factors";

/** Search finds what a renamed tag names by its new label. */
export const tagRenamed: Handler<"tag.renamed"> = {
  atOnce: 1,
  run: ({ tagId }, { signal }) => retellTag(tagId, signal),
};
