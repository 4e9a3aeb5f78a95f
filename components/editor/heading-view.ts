import { textblockTypeInputRule } from "@tiptap/core";
import { SectionHeading } from "../../lib/documents/extensions";

/** `#` is the page's title, which the incident has: typed here it means the first level below. */
export const HeadingView = SectionHeading.extend({
  addInputRules() {
    return [1, 2, 3, 4].map((typed) =>
      textblockTypeInputRule({ find: new RegExp(`^(#{${typed}})\\s$`), type: this.type, getAttributes: { level: Math.max(2, typed) } }),
    );
  },
});
