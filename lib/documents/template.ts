import type { BlockKind } from "../blocks/words";
import type { DocNode } from "./schema";
import { SECTION_WORDS, SECTIONS, type SectionKey } from "./words";

/** Which live blocks stand in which section from the beginning. */
const BLOCKS_IN: Partial<Record<SectionKey, BlockKind[]>> = {
  summary: ["figures"],
  what_changed: ["changes"],
  what_happened: ["timeline"],
  response: ["ruled_out"],
  factors: ["factors"],
  nets: ["nets"],
  actions: ["actions"],
};

/** The document that a post-mortem begins with: its sections, each with room to write and the rows that belong there. */
export function templateDocument(): DocNode {
  return {
    type: "doc",
    content: SECTIONS.flatMap((section): DocNode[] => [
      { type: "heading", attrs: { level: 2, section }, content: [{ type: "text", text: SECTION_WORDS[section] }] },
      { type: "paragraph" },
      ...(BLOCKS_IN[section] ?? []).map((kind): DocNode => ({ type: "live", attrs: { kind, filter: "key" } })),
    ]),
  };
}
