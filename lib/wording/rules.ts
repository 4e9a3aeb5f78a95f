import type { Finding } from "../blameless/words";
import { mentionText } from "../documents/extensions";
import { momentText } from "../documents/moments";
import type { DocNode } from "../documents/schema";

/** What is read of a document for its wording, and what two readings of it differ in. */

/** Quotes, code and live blocks are not what its writers say. */
const UNREAD = new Set(["blockquote", "codeBlock", "live", "picture", "horizontalRule"]);

/** The paragraphs and headings that are read, each as a text; code in a line keeps its ticks, by which it is known. */
export function paragraphsOf(node: DocNode): string[] {
  if (UNREAD.has(node.type)) return [];
  if (node.type !== "paragraph" && node.type !== "heading") return (node.content ?? []).flatMap(paragraphsOf);
  const text = (node.content ?? []).map(inLine).join("");
  return text.trim() === "" ? [] : [text];
}

function inLine(node: DocNode): string {
  if (node.type === "hardBreak") return "\n";
  if (node.type === "mention") return mentionText(node.attrs ?? {});
  if (node.type === "moment") return momentText(String(node.attrs?.at ?? ""), { zone: "UTC" });
  const text = node.text ?? "";
  return node.marks?.some(({ type }) => type === "code") ? `\`${text.replaceAll("`", "'")}\`` : text;
}

/** A hint that only one of two readings of a paragraph has, with the sentence around it. */
export interface Difference {
  sentence: string;
  /** Its place in the sentence. */
  start: number;
  end: number;
  rule: string;
  gained: boolean;
}

const placeOf = ({ rule, start, end }: Finding) => `${rule} ${start} ${end}`;

export function differences(text: string, before: readonly Finding[], after: readonly Finding[]): Difference[] {
  const alone = (these: readonly Finding[], those: readonly Finding[]) => {
    const held = new Set(those.map(placeOf));
    return these.filter((finding) => !held.has(placeOf(finding)));
  };
  const told = (gained: boolean) => (finding: Finding) => ({ ...sentenceAround(text, finding), rule: finding.rule, gained });
  return [...alone(before, after).map(told(false)), ...alone(after, before).map(told(true))];
}

/** How often each rule is found in two readings; what would come stands first, what would go last. */
export function ruleCounts(before: readonly Finding[], after: readonly Finding[]): { rule: string; before: number; after: number }[] {
  const count = (these: readonly Finding[], rule: string) => these.filter((finding) => finding.rule === rule).length;
  const rules = [...new Set([...before, ...after].map(({ rule }) => rule))].sort();
  return rules.map((rule) => ({ rule, before: count(before, rule), after: count(after, rule) })).sort((a, b) => b.after - b.before - (a.after - a.before));
}

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });
/** Of a sentence without an end, this much before and after the hint. */
const AROUND = 160;

function sentenceAround(text: string, { start, end }: Finding): { sentence: string; start: number; end: number } {
  const first = sentences.segment(text).containing(start);
  const last = sentences.segment(text).containing(Math.max(start, end - 1));
  const from = Math.max(first?.index ?? 0, wholeAt(text, start - AROUND));
  const to = Math.min(last ? last.index + last.segment.length : text.length, wholeAt(text, end + AROUND));
  const sentence = text.slice(from, to);
  const shift = from + sentence.length - sentence.trimStart().length;
  return { sentence: sentence.trim(), start: start - shift, end: end - shift };
}

/** Not between the halves of a pair. */
const wholeAt = (text: string, at: number) => (/[\udc00-\udfff]/.test(text[at] ?? "") ? at - 1 : at);
