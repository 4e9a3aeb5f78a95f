import { Mention, mentionText, Moment } from "../../lib/documents/extensions";
import { placeOf } from "../../lib/documents/inline";
import { momentText } from "../../lib/documents/moments";
import { timeTip } from "../times/time";

/** People, incidents, action items and times within a sentence. They stand or go as one. */

export const MentionView = Mention.extend({
  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement("a");
      dom.className = "mention";
      dom.dataset.kind = String(node.attrs.kind);
      dom.textContent = mentionText(node.attrs);
      const href = placeOf(node.attrs);
      if (href) dom.href = href;
      // A press chooses it, as in any text; with Ctrl or ⌘ it leads there.
      dom.addEventListener("click", (event) => !(event.metaKey || event.ctrlKey) && event.preventDefault());
      return { dom };
    };
  },
});

export const momentView = (zone: string, day: string) =>
  Moment.extend({
    addNodeView() {
      return ({ node }) => {
        const at = String(node.attrs.at);
        const dom = document.createElement("time");
        dom.className = "moment";
        dom.textContent = momentText(at, { zone, around: day });
        if (!Number.isNaN(Date.parse(at))) {
          dom.dateTime = at;
          dom.dataset.tip = timeTip(at, zone);
        }
        return { dom };
      };
    },
  });
