import type { Blocks } from "../blocks/schema";
import { blockMarkdown } from "../blocks/text";
import { BLOCK_WORDS, liveOf } from "../blocks/words";
import { isSafeHref, mentionText } from "./extensions";
import { documentFromMarkdown } from "./from-markdown";
import { highlighted } from "./highlight";
import { placeOf } from "./inline";
import { momentText } from "./moments";
import type { DocNode } from "./schema";
import { headingsOf } from "./text";
import { CALLOUT_WORDS, calloutOf } from "./words";

/** A document as HTML for a file that is read elsewhere. Every letter of it goes through `text`; there are no scripts, and nothing is fetched. */

export interface HtmlOptions {
  zone: string;
  around: string;
  blocks: Blocks;
  /** Where this Candor stands: what links into it begins with. */
  origin: string;
  /** The picture as a `data:` address, or null where it is left out. */
  picture(id: string): string | null;
}

export const text = (words: unknown): string =>
  String(words ?? "")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "")
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export function htmlOf(doc: DocNode, options: HtmlOptions): string {
  const anchors = headingsOf(doc).map(({ anchor }) => anchor);
  return (doc.content ?? []).map((node) => block(node, options, node.type === "heading" ? anchors.shift() : undefined)).join("\n");
}

const MARKS: Record<string, string> = { bold: "strong", italic: "em", strike: "del", underline: "u", code: "code" };

function inline(nodes: readonly DocNode[] = [], options: HtmlOptions): string {
  return nodes
    .map((node) => {
      if (node.type === "hardBreak") return "<br>";
      if (node.type === "moment") {
        const at = String(node.attrs?.at ?? "");
        return Number.isFinite(Date.parse(at)) ? `<time datetime="${text(at)}">${text(momentText(at, options))}</time>` : "";
      }
      if (node.type === "mention") {
        const place = placeOf(node.attrs ?? {});
        const words = text(mentionText(node.attrs ?? {}));
        return place ? `<a href="${text(options.origin + place)}">${words}</a>` : `<span class="name">${words}</span>`;
      }
      if (node.type !== "text") return inline(node.content, options);
      return (node.marks ?? []).reduceRight((inside, mark) => {
        if (mark.type === "link") return link(mark.attrs?.href, inside, options);
        const tag = MARKS[mark.type];
        return tag ? `<${tag}>${inside}</${tag}>` : inside;
      }, text(node.text));
    })
    .join("");
}

function link(href: unknown, inside: string, { origin }: HtmlOptions): string {
  if (!isSafeHref(href)) return inside;
  return `<a href="${text(href.startsWith("/") ? origin + href : href)}" rel="noopener noreferrer nofollow">${inside}</a>`;
}

function block(node: DocNode, options: HtmlOptions, anchor?: string): string {
  const within = () => (node.content ?? []).map((child) => block(child, options)).join("\n");
  const attrs = node.attrs ?? {};
  switch (node.type) {
    case "paragraph":
      return node.content?.length ? `<p>${inline(node.content, options)}</p>` : "";
    case "heading": {
      const level = Math.min(4, Math.max(2, Number(attrs.level) || 2));
      return `<h${level}${anchor ? ` id="${text(anchor)}"` : ""}>${inline(node.content, options)}</h${level}>`;
    }
    case "codeBlock": {
      const code = (node.content ?? []).map((child) => child.text ?? "").join("");
      const runs = highlighted(code, attrs.language).map(({ text: words, name }) => (name ? `<span class="${text(name)}">${text(words)}</span>` : text(words)));
      return `<pre><code>${runs.join("")}</code></pre>`;
    }
    case "horizontalRule":
      return "<hr>";
    case "blockquote":
      return `<blockquote>${within()}</blockquote>`;
    case "callout":
      return `<aside><p class="kind">${text(CALLOUT_WORDS[calloutOf(attrs.kind)])}</p>${within()}</aside>`;
    case "bulletList":
      return `<ul>${within()}</ul>`;
    case "orderedList":
      return `<ol start="${Math.max(0, Number(attrs.start ?? 1) || 0)}">${within()}</ol>`;
    case "taskList":
      return `<ul class="tasks">${within()}</ul>`;
    case "listItem":
      return `<li>${within()}</li>`;
    case "taskItem":
      return `<li><span class="box" aria-hidden="true">${attrs.checked ? "☑" : "☐"}</span><span class="said">${attrs.checked ? "Done: " : "Not done: "}</span>${within()}</li>`;
    case "table":
      return table(node, options);
    case "picture":
      return picture(attrs, options);
    case "live":
      return rows(attrs, options);
    default:
      return node.content?.some((child) => child.type === "text") ? `<p>${inline(node.content, options)}</p>` : within();
  }
}

function table(node: DocNode, options: HtmlOptions): string {
  const rows = (node.content ?? []).filter((row) =>
    row.content?.some((cell) => cell.type !== "tableHeader" || inline(cell.content?.[0]?.content, options) !== ""),
  );
  const cell = ({ type, attrs = {}, content = [] }: DocNode) => {
    const wide = (name: string) => (Number(attrs[name]) > 1 ? ` ${name}="${Math.min(50, Number(attrs[name]))}"` : "");
    const inside =
      content.length === 1 && content[0]!.type === "paragraph" ? inline(content[0]!.content, options) : content.map((child) => block(child, options)).join("");
    // A head without a word heads nothing.
    const tag = type === "tableHeader" && inside !== "" ? "th" : "td";
    return `<${tag}${wide("colspan")}${wide("rowspan")}>${inside}</${tag}>`;
  };
  return `<div class="wide"><table>${rows.map((row) => `<tr>${(row.content ?? []).map(cell).join("")}</tr>`).join("\n")}</table></div>`;
}

function picture({ id, alt }: Record<string, unknown>, options: HtmlOptions): string {
  const source = options.picture(String(id));
  const words = text(alt);
  return source
    ? `<figure><img src="${text(source)}" alt="${words}">${words ? `<figcaption>${words}</figcaption>` : ""}</figure>`
    : `<figure class="absent"><figcaption>${words || "A picture"} (it stands in the room)</figcaption></figure>`;
}

/** The rows of a live block, as its text and tables. */
function rows(attrs: Record<string, unknown>, options: HtmlOptions): string {
  const { kind, filter } = liveOf(attrs);
  if (!kind) return "";
  const inside = documentFromMarkdown(blockMarkdown(kind, filter, options.blocks, options.zone));
  return `<section class="rows" aria-label="${text(BLOCK_WORDS[kind])}">\n${(inside.content ?? []).map((node) => block(node, options)).join("\n")}\n</section>`;
}
