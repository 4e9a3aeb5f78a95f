import type { Token, Tokens } from "marked";
import { BLOCKS, TIMELINE_FILTERS } from "../blocks/words";
import { decodeEntities, lexMarkdown } from "../markdown";
import { isSafeHref } from "./extensions";
import type { DocNode } from "./schema";
import { CALLOUT_WORDS, CALLOUTS, SECTION_WORDS, SECTIONS } from "./words";

/** Markdown as a document: what a script brings, and what is pasted. There is no HTML in it at any moment; raw HTML is text. */

type Mark = NonNullable<DocNode["marks"]>[number];
const MOST_DEPTH = 24;

export function documentFromMarkdown(markdown: string): DocNode {
  const content = blocks(lexMarkdown(markdown.replace(/\u0000/g, "\ufffd"), false), 0);
  return { type: "doc", content: content.length ? content : [{ type: "paragraph" }] };
}

/** Whether two texts read as the same words. */
export const readsAs = (text: string, other: string): boolean => wordsOf(text) === wordsOf(other);
const wordsOf = (markdown: string) => {
  const words = (node: DocNode): string => node.text ?? (node.type === "hardBreak" ? " " : (node.content ?? []).map(words).join(""));
  return words(documentFromMarkdown(markdown)).replace(/\s+/g, " ").trim();
};

const LIVE = /^<!--\s*candor:\s*(\w+)(?:\s+(\w+))?\s*-->$/;
const ALERTS: Record<string, string> = { note: "note", tip: "learned", important: "note", warning: "caution", caution: "caution" };
const PICTURE = /^(?:picture:|\/api\/v1\/incidents\/INC-\d+\/attachments\/)([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})$/;

function blocks(tokens: readonly Token[], depth: number): DocNode[] {
  if (depth > MOST_DEPTH)
    return paragraphs([
      {
        type: "text",
        text:
          tokens
            .map(({ raw }) => raw)
            .join("")
            .trim() || " ",
      },
    ]);
  return tokens.flatMap((token) => block(token as Tokens.Generic, depth + 1));
}

function block(token: Tokens.Generic, depth: number): DocNode[] {
  switch (token.type) {
    case "space":
    case "def":
      return [];
    case "heading": {
      const text = String(token.text).trim();
      const section = SECTIONS.find((key) => SECTION_WORDS[key].toLowerCase() === text.toLowerCase()) ?? null;
      const content = inline(token.tokens).filter(({ type }) => type !== "picture");
      return [{ type: "heading", attrs: { level: Math.min(4, Math.max(2, Number(token.depth))), section }, ...(content.length ? { content } : {}) }];
    }
    case "code":
      return [{ type: "codeBlock", attrs: { language: languageOf(token.lang) }, ...(token.text ? { content: [{ type: "text", text: token.text }] } : {}) }];
    case "hr":
      return [{ type: "horizontalRule" }];
    case "html": {
      const text = String(token.text).trim();
      const live = LIVE.exec(text);
      const kind = BLOCKS.find((name) => name === live?.[1]);
      if (kind) return [{ type: "live", attrs: { kind, filter: TIMELINE_FILTERS.find((name) => name === live?.[2]) ?? "key" } }];
      return /^(?:<!--[^>]*-->\s*)*$/.test(text) ? [] : paragraphs([{ type: "text", text }]);
    }
    case "blockquote":
      return quote(blocks(token.tokens ?? [], depth));
    case "list":
      return list(token as unknown as Tokens.List, depth);
    case "table":
      return [table(token as unknown as Tokens.Table)];
    default:
      return paragraphs(inline(token.tokens ?? [{ type: "text", raw: token.raw, text: token.raw.trim() } as Token]));
  }
}

const languageOf = (lang: unknown) => (typeof lang === "string" && /^[\w+#.-]{1,40}/.exec(lang)?.[0]) || null;

/** Pictures are blocks: they part the paragraph that they stand in. */
function paragraphs(nodes: readonly DocNode[]): DocNode[] {
  const all: DocNode[] = [];
  let open: DocNode[] = [];
  const close = () => {
    while (open[0]?.type === "hardBreak") open.shift();
    while (open.at(-1)?.type === "hardBreak") open.pop();
    if (open.some((node) => node.type !== "text" || node.text!.trim() !== "")) all.push({ type: "paragraph", content: open });
    open = [];
  };
  for (const node of nodes) {
    if (node.type !== "picture") open.push(node);
    else {
      close();
      all.push(node);
    }
  }
  close();
  return all;
}

/** A quote that begins with the word of a callout, as `markdownOf` writes it or as GitHub does. */
function quote(content: DocNode[]): DocNode[] {
  if (!content.length) return [];
  const [first, ...rest] = content as [DocNode, ...DocNode[]];
  const words = first.content ?? [];
  const bold = words.length === 1 && words[0]!.marks?.some(({ type }) => type === "bold") ? words[0]!.text : null;
  const named = CALLOUTS.find((kind) => CALLOUT_WORDS[kind] === bold);
  if (first.type === "paragraph" && named) return callout(named, rest);
  const alert = /^\[!(\w+)\]\s*/.exec(words[0]?.text ?? "");
  const kind = ALERTS[alert?.[1]?.toLowerCase() ?? ""];
  if (first.type !== "paragraph" || !kind) return [{ type: "blockquote", content }];
  const [head, ...others] = words;
  const left = head!.text!.slice(alert![0].length);
  const line = paragraphs([...(left ? [{ ...head!, text: left }] : []), ...others]);
  return callout(kind, [...line, ...rest]);
}

/** What a callout cannot hold stands behind it. */
function callout(kind: string, content: DocNode[]): DocNode[] {
  const fits = (node: DocNode) => ["paragraph", "bulletList", "orderedList", "taskList"].includes(node.type);
  const inside = content.filter(fits);
  return [{ type: "callout", attrs: { kind }, content: inside.length ? inside : [{ type: "paragraph" }] }, ...content.filter((node) => !fits(node))];
}

/** An item begins with a paragraph; a list is one of tasks where all of its items are. */
function list(token: Tokens.List, depth: number): DocNode[] {
  const tasks = token.items.length > 0 && token.items.every((item) => item.task);
  const items = token.items.map((item): DocNode => {
    const inside = blocks(
      item.tokens.filter(({ type }) => type !== "checkbox"),
      depth,
    );
    const content = inside[0]?.type === "paragraph" ? inside : [{ type: "paragraph" }, ...inside];
    if (!tasks && item.task)
      content[0] = { type: "paragraph", content: joined([{ type: "text", text: item.checked ? "[x] " : "[ ] " }, ...(content[0]!.content ?? [])]) };
    return tasks ? { type: "taskItem", attrs: { checked: Boolean(item.checked) }, content } : { type: "listItem", content };
  });
  if (!items.length) return [];
  if (tasks) return [{ type: "taskList", content: items }];
  return [token.ordered ? { type: "orderedList", attrs: { start: Number(token.start) || 1 }, content: items } : { type: "bulletList", content: items }];
}

function table({ header, rows }: Tokens.Table): DocNode {
  const cell =
    (type: string) =>
    (of: Tokens.TableCell): DocNode => {
      const content = paragraphs(inline(of.tokens));
      return { type, content: content.length ? content : [{ type: "paragraph" }] };
    };
  const row = (cells: Tokens.TableCell[], type: string): DocNode => ({ type: "tableRow", content: cells.map(cell(type)) });
  return { type: "table", content: [row(header, "tableHeader"), ...rows.map((cells) => row(cells, "tableCell"))] };
}

function inline(tokens: readonly Token[] | undefined, marks: readonly Mark[] = [], depth = 0): DocNode[] {
  const all: DocNode[] = [];
  const say = (text: string, more: readonly Mark[] = marks) => {
    const words = text.replace(/\n/g, " ");
    if (words) all.push({ type: "text", text: words, ...(more.length ? { marks: [...more] } : {}) });
  };
  const into = (token: Tokens.Generic, mark: Mark) => {
    const has = marks.some(({ type }) => type === mark.type);
    all.push(...inline(token.tokens, has ? marks : [...marks, mark], depth + 1));
  };
  for (const token of (tokens ?? []) as Tokens.Generic[]) {
    if (depth > MOST_DEPTH) say(token.raw);
    else if (token.type === "strong") into(token, { type: "bold" });
    else if (token.type === "em") into(token, { type: "italic" });
    else if (token.type === "del") into(token, { type: "strike" });
    else if (token.type === "codespan") say(token.text, [...marks.filter(({ type }) => type === "link"), { type: "code" }]);
    else if (token.type === "br") all.push({ type: "hardBreak" });
    else if (token.type === "escape") say(token.text);
    else if (token.type === "link") {
      const href = decodeEntities(String(token.href)).trim();
      if (isSafeHref(href)) into(token, { type: "link", attrs: { href } });
      else all.push(...inline(token.tokens, marks, depth + 1));
    } else if (token.type === "image") {
      const id = PICTURE.exec(String(token.href))?.[1];
      if (id) all.push({ type: "picture", attrs: { id, alt: decodeEntities(String(token.text)), width: null, height: null } });
      else say(decodeEntities(String(token.text || token.href)), isSafeHref(token.href) ? [...marks, { type: "link", attrs: { href: token.href } }] : marks);
    } else if (token.type === "html") {
      if (/^<br\s*\/?>$/i.test(token.raw)) all.push({ type: "hardBreak" });
      else if (!/^<!--/.test(token.raw)) say(token.raw);
    } else if (token.tokens) all.push(...inline(token.tokens, marks, depth));
    else say(decodeEntities(token.text ?? token.raw));
  }
  return joined(all);
}

/** Neighbours with the same marks are one text. */
function joined(nodes: readonly DocNode[]): DocNode[] {
  const all: DocNode[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (node.type === "text" && last?.type === "text" && JSON.stringify(last.marks ?? []) === JSON.stringify(node.marks ?? []))
      all[all.length - 1] = { ...last, text: last.text! + node.text! };
    else all.push(node);
  }
  return all;
}
