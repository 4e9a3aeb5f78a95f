import { codeSpan, escapeInline, escapeLine, linkTarget } from "./escape";
import { isSafeHref, mentionText } from "./extensions";
import { momentText } from "./moments";
import type { DocNode } from "./schema";

/** One line of a document as Markdown. */

export interface Inline {
  zone?: string | undefined;
  /** The incident's day, on which moments are told without their date. */
  around?: string | null | undefined;
  /** Where this Candor stands: then mentions are links. */
  origin?: string | undefined;
  /** Marks or, where they would read back as other words, none. */
  marks: boolean;
}

const SIGNS: Record<string, string> = { bold: "**", italic: "*", strike: "~~" };
const ORDER = ["bold", "italic", "strike"];

/** The text of a paragraph, a heading or a cell; `lines` joins what hard breaks part. */
export function inlineOf(nodes: readonly DocNode[], how: Inline, lineBreak: string): string {
  const groups = linkGroups(nodes);
  const text = groups.map(({ href, nodes: inside }, at) => {
    const words = marked(inside, how);
    if (href === null) return groups[at + 1]?.href ? words.replace(/!$/, "\\!") : words;
    if (words.trim() === "") return words;
    // Brackets within a link are entities: parsers differ about those behind a backslash.
    const plainly = words.replace(/\\([[\]])/g, (_, sign: string) => (sign === "[" ? "&#91;" : "&#93;"));
    const [before, after] = [spaceBefore(plainly), spaceAfter(plainly)];
    const middle = plainly.slice(before.length, plainly.length - after.length);
    const plain = inside.length === 1 && inside[0]!.type === "text" && inside[0]!.text === href && /^https?:/.test(href) && !/[<>\s]/.test(href);
    return plain ? `<${href}>` : `${before}[${middle}](${linkTarget(href)})${after}`;
  });
  return text
    .join("")
    .split("\n")
    .map((words) => escapeLine(words.trim()))
    .filter((words) => words !== "")
    .join(lineBreak);
}

/** Neighbours with one address are one link. */
function linkGroups(nodes: readonly DocNode[]): { href: string | null; nodes: DocNode[] }[] {
  const groups: { href: string | null; nodes: DocNode[] }[] = [];
  for (const node of nodes) {
    const href = node.marks?.find((mark) => mark.type === "link")?.attrs?.href;
    const safe = isSafeHref(href) ? href : null;
    const last = groups.at(-1);
    if (last && last.href === safe) last.nodes.push(node);
    else groups.push({ href: safe, nodes: [node] });
  }
  return groups;
}

/** No pattern finds these: one that ends at the end of a text costs the square of a long space within it. */
const spaceBefore = (text: string) => text.slice(0, text.length - text.trimStart().length);
const spaceAfter = (text: string) => text.slice(text.trimEnd().length);

function marked(nodes: readonly DocNode[], how: Inline): string {
  let out = "";
  // Signs stand at words: a space at the end waits, and goes behind them.
  let space = "";
  let open: string[] = [];
  for (const node of nodes) {
    const text = wordsOf(node, how);
    const isSpace = text.trim() === "";
    const wanted = isSpace ? open : how.marks ? ORDER.filter((name) => node.marks?.some((mark) => mark.type === name)) : [];
    let same = 0;
    while (same < open.length && open[same] === wanted[same]) same++;
    out += signs(open.slice(same).reverse());
    if (isSpace) {
      space += text;
      continue;
    }
    const before = spaceBefore(text);
    out += space + before + signs(wanted.slice(same)) + text.trim();
    space = spaceAfter(text);
    open = wanted;
  }
  return out + signs([...open].reverse()) + space;
}
const signs = (names: readonly string[]) => names.map((name) => SIGNS[name]).join("");

function wordsOf(node: DocNode, how: Inline): string {
  switch (node.type) {
    case "text":
      return node.marks?.some((mark) => mark.type === "code") && how.marks ? codeSpan(node.text ?? "") : escapeInline(node.text ?? "");
    case "hardBreak":
      return "\n";
    case "mention": {
      const text = escapeInline(mentionText(node.attrs ?? {}));
      const place = how.origin ? placeOf(node.attrs ?? {}) : null;
      return place && how.marks ? `[${text}](${how.origin}${place})` : text;
    }
    case "moment":
      return momentText(String(node.attrs?.at ?? ""), how);
    default:
      return (node.content ?? []).map((child) => wordsOf(child, how)).join("");
  }
}

/** Where a mention leads: people are named only. */
export const placeOf = ({ kind, id }: Record<string, unknown>): string | null =>
  kind === "incident" && /^INC-\d+$/.test(String(id))
    ? `/incidents/${String(id)}`
    : kind === "action" && /^ACT-\d+$/.test(String(id))
      ? `/actions/${String(id)}`
      : null;
