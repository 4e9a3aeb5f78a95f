import type { Node } from "@tiptap/pm/model";
import { SECTION_WORDS, type SectionKey } from "../../lib/documents/words";
import { MENTIONED } from "../../lib/blameless/words";
import { checker } from "../hints/checker";
import type { Hint } from "../hints/texts";

/** The blocks of a document as texts that are read for hints. A place in a text is the same place in its block. */

const textOfBlock = new WeakMap<Node, string>();
const hintsOfBlock = new WeakMap<Node, { edition: number; hints: readonly Hint[] }>();

/** What is not read: a moment or another incident is one character, and code a word that says nothing, as long as it is. */
const LEAF = "\ufffc";
const NO_WORD = "x";

/** What stands for what is no text. */
export const leafText = ({ type, attrs, nodeSize }: Node): string => (type.name === "mention" && attrs.kind === "person" ? MENTIONED : LEAF.repeat(nodeSize));

export function textOf(block: Node): string {
  const held = textOfBlock.get(block);
  if (held !== undefined) return held;
  let text = "";
  block.forEach((inline) => {
    if (inline.type.name === "hardBreak") text += "\n";
    else if (!inline.isText) text += leafText(inline);
    else text += inline.marks.some(({ type }) => type.name === "code") ? NO_WORD.repeat(inline.nodeSize) : (inline.text ?? "");
  });
  textOfBlock.set(block, text);
  return text;
}

/** Quotes are others' words, code and live blocks are none, and the template's headings are nobody's. */
export function eachBlock(doc: Node, visit: (block: Node, at: number) => unknown): void {
  doc.descendants((node, at) => {
    if (node.type.name === "blockquote" || node.type.spec.code || node.isAtom) return false;
    if (!node.isTextblock) return true;
    if (node.attrs.section && SECTION_WORDS[node.attrs.section as SectionKey] === node.textContent) return false;
    visit(node, at);
    return false;
  });
}

/** Undefined until it has been read. */
export function hintsIn(block: Node): readonly Hint[] | undefined {
  const held = hintsOfBlock.get(block);
  if (held?.edition === checker.edition) return held.hints;
  const hints = checker.of(textOf(block), "narrative");
  if (hints) hintsOfBlock.set(block, { edition: checker.edition, hints });
  return hints;
}
