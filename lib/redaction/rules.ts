import type { DocNode } from "../documents/schema";
import { WORDLESS } from "../documents/words";

/** Taking words out of what was copied: of plain strings wherever they lie in a value, and of a document's text across its formats. */

export const PLACEHOLDER = "[redacted]";

export const cleanText = (text: string, gone: readonly string[]): string => gone.reduce((left, one) => left.split(one).join(PLACEHOLDER), text);

/** Names, instants and ids of frozen rows: half of one could be read by nobody any more. */
const FROZEN =
  /^(?:id|ref|incidentRef|kind|status|severity|mode|environment|visibility|detection|role|verb|state|answer|milestone|mitigation|precision)$|^(?:from|to|since|at|into|verdict|group|net|wouldHaveCaught|type|priority|dueOn|snoozedUntil|mediaType|combinesWith)$|[a-z]At$|^(?:person|call|change|service|tag|factor|entry)Id$/;

/** Frozen rows of an incident, whatever they are. */
export const cleanRows = <T>(rows: T, gone: readonly string[]): T => cleanStrings(rows, gone, (name) => FROZEN.test(name));

/** Every string of a JSON value but under the names that are kept; what does not hold the words is the same object as before. */
export function cleanStrings<T>(value: T, gone: readonly string[], isKept: (name: string) => boolean = () => false): T {
  if (typeof value === "string") return cleanText(value, gone) as T;
  if (Array.isArray(value)) {
    const items = value.map((item) => cleanStrings(item, gone, isKept));
    return (items.every((item, at) => item === value[at]) ? value : items) as T;
  }
  if (value === null || typeof value !== "object") return value;
  const pairs = Object.entries(value).map(([key, inner]) => [key, isKept(key) ? inner : cleanStrings(inner, gone, isKept)] as const);
  return pairs.every(([key, inner]) => inner === (value as Record<string, unknown>)[key]) ? value : (Object.fromEntries(pairs) as T);
}

/** A document without the words, also where they change their format in the middle. */
export function cleanDocument(node: DocNode, gone: readonly string[]): DocNode {
  const attrs = node.attrs && cleanStrings(node.attrs, gone, (name) => WORDLESS.includes(name));
  const content = node.content?.some(({ type }) => type === "text")
    ? cleanInline(node.content, gone).map((child) => (child.type === "text" ? child : cleanDocument(child, gone)))
    : node.content?.map((child) => cleanDocument(child, gone));
  return { ...node, ...(attrs ? { attrs } : {}), ...(content ? { content } : {}) };
}

/** A format that names the words (a link) goes as a whole: half an address leads nowhere. */
function cleanMarks(node: DocNode, gone: readonly string[]): DocNode {
  if (!node.marks?.some(({ attrs }) => attrs && cleanStrings(attrs, gone) !== attrs)) return node;
  return { ...node, marks: node.marks.filter(({ attrs }) => !attrs || cleanStrings(attrs, gone) === attrs) };
}

/** The placeholder stands in the format in which the words began. */
function cleanInline(nodes: readonly DocNode[], gone: readonly string[]): DocNode[] {
  const out: DocNode[] = [];
  for (let from = 0; from < nodes.length; ) {
    if (nodes[from]!.type !== "text") {
      out.push(nodes[from++]!);
      continue;
    }
    let to = from;
    while (nodes[to]?.type === "text") to++;
    const run = nodes.slice(from, to).map((node) => cleanMarks(node, gone));
    out.push(...gone.reduce(cutRun, run));
    from = to;
  }
  return out;
}

function cutRun(run: DocNode[], gone: string): DocNode[] {
  const whole = run.map(({ text }) => text ?? "").join("");
  const starts: number[] = [];
  for (let at = whole.indexOf(gone); at >= 0; at = whole.indexOf(gone, at + gone.length)) starts.push(at);
  if (starts.length === 0) return run;
  const out: DocNode[] = [];
  let at = 0;
  for (const node of run) {
    const text = node.text ?? "";
    let left = "";
    for (let place = 0; place < text.length; place++) {
      const hit = starts.find((start) => at + place >= start && at + place < start + gone.length);
      if (hit === undefined) left += text[place];
      else if (hit === at + place) left += PLACEHOLDER;
    }
    at += text.length;
    if (left !== "") out.push({ ...node, text: left });
  }
  return out;
}
