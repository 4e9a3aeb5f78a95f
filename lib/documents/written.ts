import type { DocNode } from "./schema";
import { headingsOf, textOf } from "./text";
import type { SectionKey } from "./words";

/** What the checklist asks of the text: which sections of the template stand in it, where, and whether anything is written there. */
export interface Written {
  words: number;
  sections: { section: SectionKey; anchor: string; filled: boolean }[];
}

/** Reads it of a document; live blocks are not what people wrote. */
export function writtenOf(doc: DocNode, words: number): Written {
  const headings = headingsOf(doc);
  const sections: Written["sections"] = [];
  let at = 0;
  let open: Written["sections"][number] | null = null;
  for (const node of doc.content ?? []) {
    if (node.type !== "heading") {
      if (open && textOf(node).trim() !== "") open.filled = true;
      continue;
    }
    const { level, section, anchor } = headings[at++]!;
    if (level !== 2) {
      if (open && textOf(node).trim() !== "") open.filled = true;
      continue;
    }
    open = section ? { section: section as SectionKey, anchor, filled: false } : null;
    if (open) sections.push(open);
  }
  return { words, sections };
}
