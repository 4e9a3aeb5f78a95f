import type { Blocks } from "../blocks/schema";
import { blockMarkdown } from "../blocks/text";
import { liveOf } from "../blocks/words";
import { fenced } from "./escape";
import { readsAs } from "./from-markdown";
import { type Inline, inlineOf } from "./inline";
import type { DocNode } from "./schema";
import { CALLOUT_WORDS, calloutOf } from "./words";

/** A document as Markdown (GFM) that reads back as the same words. */

export interface MarkdownOptions {
  /** The zone in which moments are written; without one they are instants. */
  zone?: string | undefined;
  around?: string | null | undefined;
  origin?: string | undefined;
  /** The rows of its live blocks. Without them a block is named only, in a comment that reads back as the block. */
  blocks?: Blocks | undefined;
  /** The address of a picture. */
  picture?: ((id: string) => string) | undefined;
}

export const markdownOf = (doc: DocNode, options: MarkdownOptions = {}): string => blocksOf(doc.content ?? [], options).join("\n\n");

/** Two lists side by side would become one: the second has another sign. */
const BULLETS = ["-", "*"] as const;
const ORDERED = [".", ")"] as const;
const LISTS = ["bulletList", "orderedList", "taskList"];

interface Block {
  node: DocNode;
  markdown: string;
}

/** The blocks that have words, beside what they were written from: what is empty leaves no line, and parts no lists. */
function filledBlocks(nodes: readonly DocNode[], options: MarkdownOptions): Block[] {
  const all: Block[] = [];
  let turn = 0;
  for (const node of nodes) {
    const before = all.at(-1)?.node.type ?? "";
    const next = LISTS.includes(node.type) && LISTS.includes(before) ? 1 - turn : 0;
    const markdown = blockOf(node, options, next);
    if (markdown === "") continue;
    turn = next;
    all.push({ node, markdown });
  }
  return all;
}

const blocksOf = (nodes: readonly DocNode[], options: MarkdownOptions): string[] => filledBlocks(nodes, options).map(({ markdown }) => markdown);

function blockOf(node: DocNode, options: MarkdownOptions, turn: number): string {
  const content = node.content ?? [];
  const attrs = node.attrs ?? {};
  switch (node.type) {
    case "paragraph":
      return line(content, options, "\\\n");
    case "heading": {
      const text = line(content, options, " ").replace(/(?<=[ \t])#+$/, (signs) => `\\${signs}`);
      return text === "" ? "" : `${"#".repeat(Math.min(6, Math.max(1, Number(attrs.level) || 2)))} ${text}`;
    }
    case "codeBlock":
      return fenced(content.map(({ text }) => text ?? "").join(""), typeof attrs.language === "string" ? attrs.language : "");
    case "horizontalRule":
      return "---";
    case "picture":
      return attrs.id
        ? `![${line([{ type: "text", text: String(attrs.alt ?? "") }], options, " ")}](${(options.picture ?? ((id) => `picture:${id}`))(String(attrs.id))})`
        : "";
    case "live": {
      const { kind, filter } = liveOf(attrs);
      if (!kind) return "";
      return options.blocks
        ? blockMarkdown(kind, filter, options.blocks, options.zone ?? "UTC").trim()
        : `<!-- candor: ${kind}${kind === "timeline" ? ` ${filter}` : ""} -->`;
    }
    case "blockquote":
      return quoted(blocksOf(plainFirst(content), options));
    case "callout":
      return quoted([`**${CALLOUT_WORDS[calloutOf(attrs.kind)]}**`, ...blocksOf(content, options)]);
    case "bulletList":
      return content.map((item) => itemOf(item, `${BULLETS[turn]} `, options)).join("\n");
    case "taskList":
      return content.map((item) => itemOf(item, `${BULLETS[turn]} `, options, item.attrs?.checked ? "[x] " : "[ ] ")).join("\n");
    case "orderedList": {
      const start = Math.max(0, Number(attrs.start ?? 1) || 0);
      return content.map((item, at) => itemOf(item, `${start + at}${ORDERED[turn]} `, options)).join("\n");
    }
    case "table":
      return tableOf(node, options);
    default:
      return content.length && content.every((child) => child.type === "text") ? line(content, options, "\\\n") : blocksOf(content, options).join("\n\n");
  }
}

const quoted = (blocks: readonly string[]) =>
  blocks
    .join("\n\n")
    .split("\n")
    .map((text) => (text === "" ? ">" : `> ${text}`))
    .join("\n");

/** A quote that begins with the bold word of a callout is none. */
function plainFirst([first, ...rest]: readonly DocNode[]): DocNode[] {
  if (!first) return [];
  return [
    first.type === "paragraph"
      ? {
          ...first,
          content: (first.content ?? []).map(({ marks, ...node }) => (first.content!.length === 1 ? node : { ...node, ...(marks ? { marks } : {}) })),
        }
      : first,
    ...rest,
  ];
}

function itemOf(item: DocNode, sign: string, options: MarkdownOptions, box = ""): string {
  const text =
    box +
    filledBlocks(item.content ?? [], options).reduce(
      (all, { node, markdown }, at) => (at === 0 ? markdown : `${all}${mayFollow(node) ? "\n" : "\n\n"}${markdown}`),
      "",
    );
  const [first, ...rest] = text.split("\n");
  const indent = " ".repeat(sign.length);
  return [`${sign}${first || (box ? "" : "&#32;")}`.trimEnd(), ...rest.map((each) => (each === "" ? "" : indent + each))].join("\n");
}
/** Only a list that begins at 1 may follow a line without an empty one between. */
const mayFollow = ({ type, attrs }: DocNode) => LISTS.includes(type) && (attrs?.start ?? 1) === 1;

function tableOf(table: DocNode, options: MarkdownOptions): string {
  const rows = (table.content ?? []).map((row) =>
    (row.content ?? []).flatMap((cell) => [
      cellOf(cell, options),
      ...Array.from({ length: Math.max(0, Math.min(50, Number(cell.attrs?.colspan ?? 1)) - 1) }, () => ""),
    ]),
  );
  const width = Math.max(1, ...rows.map((row) => row.length));
  const hasHead = table.content?.[0]?.content?.every((cell) => cell.type === "tableHeader") ?? false;
  const all = hasHead ? rows : [Array.from({ length: width }, () => ""), ...rows];
  const text = (row: readonly string[]) => `| ${Array.from({ length: width }, (_, at) => row[at] ?? "").join(" | ")} |`;
  return [text(all[0]!), `|${" --- |".repeat(width)}`, ...all.slice(1).map(text)].join("\n");
}

/** A cell is one line of Markdown: its blocks stand behind each other. */
function cellOf(cell: DocNode, options: MarkdownOptions): string {
  // No Markdown has a backslash before a bar in the code of a cell: there it is no code.
  const uncoded = (node: DocNode): DocNode =>
    node.text?.includes("\\|") && node.marks ? { ...node, marks: node.marks.filter(({ type }) => type !== "code") } : node;
  const lines = (node: DocNode): string[] => {
    if (node.type === "codeBlock")
      return (node.content ?? [])
        .flatMap(({ text }) => (text ?? "").split("\n"))
        .map((text) => line([{ type: "text", text, marks: [{ type: "code" }] }].map(uncoded), options, "<br>"));
    if (node.type === "picture" || node.type === "live") return [blockOf(node, options, 0)].filter((text) => !text.includes("\n"));
    const content = node.content ?? [];
    return content.some((child) => child.type === "text" || child.type === "mention" || child.type === "moment") || node.type === "paragraph"
      ? [line(content.map(uncoded), options, "<br>")]
      : content.flatMap(lines);
  };
  return (cell.content ?? [])
    .flatMap(lines)
    .filter((text) => text !== "")
    .join("<br>")
    .replace(/(?<!\\)((?:\\\\)*)\|/g, "$1\\|");
}

/** Marks are kept where they read back; words always are. */
function line(nodes: readonly DocNode[], options: MarkdownOptions, lineBreak: string): string {
  const how: Inline = { zone: options.zone, around: options.around, origin: options.origin, marks: true };
  const bare = inlineOf(nodes, { ...how, marks: false }, lineBreak);
  if (!nodes.some((node) => node.marks?.length)) return how.origin ? inlineOf(nodes, how, lineBreak) : bare;
  const text = inlineOf(nodes, how, lineBreak);
  return readsAs(text, bare) ? text : bare;
}
