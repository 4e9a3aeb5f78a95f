import { mentionText } from "./extensions";
import { momentText } from "./moments";
import type { DocNode, Section } from "./schema";

/** The plain text of a document, and its sections. */

const BLOCKS = new Set(["paragraph", "heading", "codeBlock", "listItem", "taskItem", "tableRow", "blockquote", "callout", "picture", "horizontalRule"]);

/** All words of a node as one reads them, a line a block. Live blocks are not in it, and moments are instants unless they are told otherwise. */
export function textOf(node: DocNode, moment: (at: string) => string = (at) => at): string {
  if (node.type === "text") return node.text ?? "";
  if (node.type === "hardBreak") return "\n";
  if (node.type === "mention") return mentionText(node.attrs ?? {});
  if (node.type === "moment") return moment(String(node.attrs?.at ?? ""));
  if (node.type === "picture") return String(node.attrs?.alt ?? "");
  if (node.type === "live") return "";
  const parts = (node.content ?? []).map((child) => textOf(child, moment));
  if (node.type === "tableCell" || node.type === "tableHeader") return parts.join(" ");
  if (node.type === "tableRow") return parts.join("\t");
  return parts.join((node.content ?? []).some((child) => BLOCKS.has(child.type) || child.content?.some((inner) => BLOCKS.has(inner.type))) ? "\n" : "");
}

/** Letters and digits joined by hyphens; never empty, never twice in one document. */
export function anchors(headings: readonly string[]): string[] {
  const times = new Map<string, number>();
  const taken = new Set<string>();
  return headings.map((heading) => {
    const plain = heading
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-+|-+$/g, "");
    const base = [...plain].slice(0, 60).join("") || "section";
    let time = times.get(base) ?? 0;
    let name: string;
    // "Try", "Try 2", "Try": the third is no second "try-2".
    do name = ++time === 1 ? base : `${base}-${time}`;
    while (taken.has(name));
    times.set(base, time);
    taken.add(name);
    return name;
  });
}

/** The headings of a document in order, each with its level and anchor. */
export function headingsOf(doc: DocNode): { level: number; text: string; anchor: string; section: string | null }[] {
  const found = (doc.content ?? []).filter((node) => node.type === "heading");
  const names = anchors(found.map((heading) => textOf(heading)));
  return found.map((node, at) => ({
    level: Number(node.attrs?.level ?? 2),
    text: textOf(node),
    anchor: names[at]!,
    section: (node.attrs?.section as string | null | undefined) ?? null,
  }));
}

/** A search finds a time as people write it. */
const inUtc = (at: string) => [momentText(at, { zone: "UTC" }), "UTC"].join(" ");

/** One a heading of the second level. A section without a word of its own is left out. */
export function sectionsOf(doc: DocNode): Section[] {
  const headings = headingsOf(doc);
  const sections: Section[] = [];
  let at = 0;
  let open: { anchor: string; heading: string; text: string[] } = { anchor: "", heading: "", text: [] };
  const close = () => {
    const text = open.text.filter((line) => line.trim() !== "").join("\n");
    if (text !== "") sections.push({ anchor: open.anchor, heading: open.heading, text });
  };
  for (const node of doc.content ?? []) {
    if (node.type === "heading") {
      const heading = headings[at++]!;
      if (heading.level === 2) {
        close();
        open = { anchor: heading.anchor, heading: heading.text, text: [] };
        continue;
      }
    }
    open.text.push(textOf(node, inUtc));
  }
  close();
  return sections;
}
