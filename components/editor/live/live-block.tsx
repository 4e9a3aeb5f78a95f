import { NodeSelection } from "@tiptap/pm/state";
import { ReactNodeViewRenderer } from "@tiptap/react";
import { LiveBlock } from "../../../lib/documents/extensions";
import { LiveFrame, OPEN_BLOCK } from "./live-frame";

/** What is its own: its head and its rows while they are edited. All else of a block is a part of the text, chosen and moved as one. */
const OWN = "[data-live-own], dialog, [popover]";

/** Rows of the incident in the text. The name and the schema are those of the document. */
export const LiveBlockView = LiveBlock.extend({
  addNodeView: () =>
    ReactNodeViewRenderer(LiveFrame, {
      className: "live-block",
      stopEvent: ({ event }) => {
        const target = event.target instanceof Element ? event.target : null;
        // The grip moves it: that is the text's own drag.
        if (target?.closest("[data-drag-handle]")) return false;
        return target?.closest(OWN) != null || event.type === "click";
      },
    }),
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        const { selection } = editor.state;
        if (!(selection instanceof NodeSelection) || selection.node.type.name !== this.name) return false;
        const dom = editor.view.nodeDOM(selection.from);
        if (!(dom instanceof HTMLElement) || !editor.isEditable) return false;
        dom.dispatchEvent(new CustomEvent(OPEN_BLOCK));
        return true;
      },
    };
  },
});
