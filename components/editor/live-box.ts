import { BLOCK_WORDS, type BlockKind } from "../../lib/blocks/words";
import { LiveBlock } from "../../lib/documents/extensions";

// Stands in until components/editor/live is there.
export const LiveBlockView = LiveBlock.extend({
  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement("div");
      dom.className = "live";
      const name = document.createElement("p");
      name.className = "live-name";
      name.textContent = BLOCK_WORDS[node.attrs.kind as BlockKind];
      dom.append(name);
      return { dom };
    };
  },
});
