import type { DocNode } from "../../lib/documents/schema";

/** The key figures stand at the head of the page: the first block of them needs not stand again in the section that begins it. */
export function withoutFigures(doc: DocNode): DocNode {
  const content = doc.content ?? [];
  const second = content.findIndex((node, at) => at > 0 && node.type === "heading" && node.attrs?.level === 2);
  const first = content.findIndex((node) => node.type === "live" && node.attrs?.kind === "figures");
  return first < 0 || (second >= 0 && first > second) ? doc : { ...doc, content: content.filter((_, at) => at !== first) };
}
