import { isSafeHref } from "../../lib/documents/extensions";

/**
 * HTML from elsewhere, brought to what a document holds. It is read in a document of its own, in which nothing runs and nothing is fetched,
 * and written anew element by element: what is not named here goes, and its words stay.
 */

export interface Cleaned {
  html: string;
  /** How many pictures from elsewhere were left out. */
  pictures: number;
}

const SAME = new Set(["p", "ul", "ol", "li", "blockquote", "pre", "code", "table", "tbody", "tr", "td", "th", "hr", "br", "strong", "em", "s", "u"]);
const AS: Record<string, string> = {
  b: "strong",
  i: "em",
  del: "s",
  strike: "s",
  ins: "u",
  h1: "h2",
  h2: "h2",
  h3: "h3",
  h4: "h4",
  h5: "h4",
  h6: "h4",
  dt: "p",
  dd: "p",
  figcaption: "p",
  kbd: "code",
  samp: "code",
  tt: "code",
  summary: "p",
};
/** Neither they nor what is in them. */
const GONE = new Set([
  "script",
  "style",
  "svg",
  "math",
  "iframe",
  "object",
  "embed",
  "template",
  "noscript",
  "head",
  "title",
  "meta",
  "link",
  "canvas",
  "audio",
  "video",
  "select",
  "textarea",
  "button",
  "form",
  "input",
  "map",
  "frame",
  "frameset",
  "applet",
]);
const BLOCKS = new Set(["p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "pre", "table", "tbody", "tr", "td", "th", "hr", "aside", "figure"]);
/** What our own documents put on the clipboard. */
const OURS: Record<string, { needs: string[]; keeps: string[] }> = {
  aside: { needs: ["data-kind"], keeps: ["data-kind"] },
  figure: { needs: ["data-id"], keeps: ["data-id", "data-alt", "data-width", "data-height"] },
  time: { needs: ["data-at"], keeps: ["data-at"] },
  span: { needs: ["data-kind", "data-id"], keeps: ["data-kind", "data-id", "data-label"] },
  div: { needs: ["data-live", "data-kind"], keeps: ["data-live", "data-kind", "data-filter"] },
};
const DEEPEST = 60;

export function cleanHtml(html: string): Cleaned {
  const source = new DOMParser().parseFromString(html, "text/html");
  const out = document.implementation.createHTMLDocument("");
  let pictures = 0;

  function copy(from: Node, into: Element, depth: number) {
    if (from.nodeType === Node.TEXT_NODE) return void into.append(out.createTextNode((from as Text).data));
    if (!(from.nodeType === Node.ELEMENT_NODE)) return;
    const element = from as Element;
    const name = element.localName;
    // Foreign elements (SVG, MathML) and their kin hold programs.
    if (GONE.has(name) || element.namespaceURI !== "http://www.w3.org/1999/xhtml" || isHidden(element)) return;
    const inside = (to: Element) => {
      for (const child of element.childNodes) depth < DEEPEST ? copy(child, to, depth + 1) : to.append(out.createTextNode(child.textContent ?? ""));
    };
    if (name === "img") return void pictures++;
    const ours = OURS[name];
    if (ours?.needs.every((attribute) => element.hasAttribute(attribute))) {
      const made = out.createElement(name);
      for (const attribute of ours.keeps) {
        const value = element.getAttribute(attribute);
        if (value !== null && value.length <= 500) made.setAttribute(attribute, value);
      }
      inside(made);
      return void into.append(made);
    }
    if (name === "a") return inside(isSafeHref(element.getAttribute("href")) ? into.appendChild(linkOf(element.getAttribute("href")!)) : into);
    const word = wordList(element);
    if (word) return inside(listItem(into, word));
    const tag = AS[name] ?? (SAME.has(name) ? name : null);
    // Google Docs wraps everything in a <b> of ordinary weight.
    if (tag === "strong" && /font-weight:\s*(normal|[1-4]00)/i.test(element.getAttribute("style") ?? "")) return inside(into);
    if (tag) {
      const made = out.createElement(tag);
      keepMeaning(element, made);
      inside(looksOf(element, tag === "strong" || BLOCKS.has(tag) ? null : tag, made));
      // A heading that is only a break, an empty list point: nothing was said there.
      return void (made.textContent?.trim() || ["br", "hr", "td", "th", "p"].includes(tag) || made.children.length ? into.append(made) : undefined);
    }
    if (name === "div" || name === "section" || name === "article") {
      const holdsBlocks = [...element.children].some(({ localName }) => BLOCKS.has(AS[localName] ?? localName) || localName === "div");
      if (holdsBlocks) return inside(into);
      const made = out.createElement("p");
      inside(looksOf(element, null, made));
      return void (made.textContent?.trim() ? into.append(made) : undefined);
    }
    const made = out.createElement("span");
    inside(looksOf(element, null, made));
    into.append(...(made.childNodes.length ? [...made.childNodes] : []));
  }

  function linkOf(href: string): HTMLAnchorElement {
    const made = out.createElement("a");
    made.setAttribute("href", href);
    return made;
  }

  /** What an office writes as a style becomes an element: bold, italic, struck out. Answers the innermost, which takes the words. */
  function looksOf(element: Element, isAlready: string | null, made: Element): Element {
    const style = element.getAttribute("style") ?? "";
    const inner: [RegExp, string][] = [
      [/font-weight:\s*(bold|[6-9]00)/i, "strong"],
      [/font-style:\s*italic/i, "em"],
      [/text-decoration[^;]*:\s*[^;]*line-through/i, "s"],
    ];
    let at = made;
    if (made.localName === "th" || /^h\d$/.test(made.localName)) return at;
    for (const [pattern, tag] of inner) if (tag !== isAlready && pattern.test(style)) at = at.appendChild(out.createElement(tag));
    return at;
  }

  /** Word's lists are paragraphs that say of themselves which list they are of. */
  function listItem(into: Element, { ordered }: { ordered: boolean }): Element {
    const tag = ordered ? "ol" : "ul";
    const last = into.lastElementChild;
    const list = last?.localName === tag && last.hasAttribute("data-word") ? last : into.appendChild(out.createElement(tag));
    list.setAttribute("data-word", "");
    return list.appendChild(out.createElement("li"));
  }

  const body = out.createElement("div");
  for (const child of source.body.childNodes) copy(child, body, 0);
  for (const list of body.querySelectorAll("[data-word]")) list.removeAttribute("data-word");
  return { html: body.innerHTML, pictures };
}

function keepMeaning(from: Element, to: Element) {
  for (const name of ["colspan", "rowspan"]) {
    const value = Number(from.getAttribute(name));
    if ((to.localName === "td" || to.localName === "th") && value > 1 && value <= 50) to.setAttribute(name, String(value));
  }
  const start = Number(from.getAttribute("start"));
  if (to.localName === "ol" && start > 1 && start < 100_000) to.setAttribute("start", String(start));
  if (to.localName === "ul" && from.getAttribute("data-type") === "taskList") to.setAttribute("data-type", "taskList");
  if (to.localName === "li" && from.getAttribute("data-type") === "taskItem") {
    to.setAttribute("data-type", "taskItem");
    to.setAttribute("data-checked", String(from.getAttribute("data-checked") === "true"));
  }
  const section = from.getAttribute("data-section");
  if (/^h\d$/.test(to.localName) && section && /^[a-z_]{1,30}$/.test(section)) to.setAttribute("data-section", section);
  const language = /\blang(?:uage)?-([a-z0-9+#-]{1,20})/i.exec(`${from.className} ${from.firstElementChild?.className ?? ""}`)?.[1];
  if (to.localName === "code" && language) to.setAttribute("class", `language-${language.toLowerCase()}`);
}

const isHidden = (element: Element) => /(^|;)\s*(display:\s*none|mso-hide:\s*all|mso-list:\s*ignore)/i.test(element.getAttribute("style") ?? "");

/** `mso-list:l0 level1 lfo1`; whether it is numbered stands in the mark that Word puts before its words. */
function wordList(element: Element): { ordered: boolean } | null {
  if (element.localName !== "p" || !/mso-list:\s*l\d+/i.test(element.getAttribute("style") ?? "")) return null;
  const mark = [...element.querySelectorAll("span")].find((span) => /mso-list:\s*ignore/i.test(span.getAttribute("style") ?? ""))?.textContent ?? "";
  return { ordered: /^\s*(\d+|[a-z])[.)]/i.test(mark) };
}
