import type { Blocks } from "../../blocks/schema";
import type { DocNode } from "../../documents/schema";
import { SECTION_WORDS, SECTIONS } from "../../documents/words";
import type { ExampleWritten, WrittenBlock, WrittenSections, WrittenVersion } from "./schema";

/** How what is plain data becomes a document. */

/** What a text names, as it is called in the instance that is loaded. */
export interface Named {
  person(key: string): { id: string; name: string };
  incident(key: string): { ref: string; title: string };
  action(key: string): { ref: string; title: string };
  /** An instant, as ISO, of a minute of the incident. */
  moment(minute: number): string;
}

const INLINE =
  /@\[(?<person>[a-z]+)\]|#\[(?<incident>[a-z-]+)\]|ACT\[(?<action>[a-z-]+)\]|\{(?<minute>-?\d+)\}|`(?<code>[^`]+)`|\*\*(?<bold>[^*]+)\*\*|\*(?<italic>[^*]+)\*|\[(?<words>[^\]]+)\]\((?<href>https:[^)\s]+)\)/g;

const text = (words: string, ...marks: NonNullable<DocNode["marks"]>): DocNode => ({ type: "text", text: words, ...(marks.length ? { marks } : {}) });
const mention = (kind: string, id: string, label: string): DocNode => ({ type: "mention", attrs: { kind, id, label } });

function inline(words: string, named: Named): DocNode[] {
  const nodes: DocNode[] = [];
  let from = 0;
  for (const found of words.matchAll(INLINE)) {
    if (found.index > from) nodes.push(text(words.slice(from, found.index)));
    from = found.index + found[0].length;
    nodes.push(pieceOf(found.groups!, named));
  }
  if (from < words.length) nodes.push(text(words.slice(from)));
  return nodes;
}

function pieceOf({ person, incident, action, minute, code, bold, italic, words, href }: Record<string, string | undefined>, named: Named): DocNode {
  if (person) return mention("person", named.person(person).id, named.person(person).name);
  if (incident) return mention("incident", named.incident(incident).ref, named.incident(incident).title);
  if (action) return mention("action", named.action(action).ref, named.action(action).title);
  if (minute) return { type: "moment", attrs: { at: named.moment(Number(minute)) } };
  if (code) return text(code, { type: "code" });
  if (bold) return text(bold, { type: "bold" });
  if (italic) return text(italic, { type: "italic" });
  return text(words!, { type: "link", attrs: { href } });
}

function nodeOf(block: WrittenBlock, named: Named): DocNode {
  const paragraph = (words: string): DocNode => ({ type: "paragraph", content: inline(words, named) });
  const items = (lines: readonly string[]) => lines.map((line): DocNode => ({ type: "listItem", content: [paragraph(line)] }));
  if (typeof block === "string") return paragraph(block);
  if ("heading" in block) return { type: "heading", attrs: { level: 3 }, content: inline(block.heading, named) };
  if ("list" in block) return { type: "bulletList", content: items(block.list) };
  if ("steps" in block) return { type: "orderedList", content: items(block.steps) };
  if ("code" in block) return { type: "codeBlock", attrs: { language: block.language ?? null }, content: [text(block.code)] };
  if ("quote" in block) return { type: "blockquote", content: [paragraph(block.quote)] };
  if ("callout" in block) return { type: "callout", attrs: { kind: block.callout }, content: block.text.map(paragraph) };
  if ("live" in block) return { type: "live", attrs: { kind: block.live, filter: block.filter ?? "key" } };
  const cell = (type: string) => (words: string) => ({ type, content: [paragraph(words)] });
  const rows = block.table.map((row, at): DocNode => ({ type: "tableRow", content: row.map(cell(at === 0 ? "tableHeader" : "tableCell")) }));
  return { type: "table", content: rows };
}

/** The template's headings in their order, with what was written below each. */
export const documentOf = (sections: WrittenSections, named: Named): DocNode => ({
  type: "doc",
  content: SECTIONS.flatMap((section): DocNode[] => [
    { type: "heading", attrs: { level: 2, section }, content: [text(SECTION_WORDS[section])] },
    ...(sections[section] ?? []).map((block) => nodeOf(block, named)),
    ...(sections[section]?.length ? [] : [{ type: "paragraph" }]),
  ]),
});

export const versionsOf = (written: ExampleWritten): readonly WrittenVersion[] => ("versions" in written ? written.versions : []);

/** The sections as they stood in version `n`: what later ones added is not in them. */
export function sectionsAt(written: ExampleWritten, n = Number.POSITIVE_INFINITY): WrittenSections {
  const sections: WrittenSections = { ...written.sections };
  for (const { adds = {} } of versionsOf(written).slice(0, n)) {
    for (const section of SECTIONS) if (adds[section]) sections[section] = [...(sections[section] ?? []), ...adds[section]];
  }
  return sections;
}

const DAY = 86_400_000;
const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);

/** The rows of a version as they stood when it came out: what was done or dropped since was open, and due within two months. */
export function asItWas(blocks: Blocks, at: Date): Blocks {
  if (!blocks.actions) return blocks;
  const past = (moment: string | null) => moment !== null && Date.parse(moment) <= at.getTime();
  const [today, month, later] = [0, 28, 60].map((days) => dayOf(at.getTime() + days * DAY)) as [string, string, string];
  const actions = blocks.actions.flatMap((item) => {
    if (!past(item.createdAt)) return [];
    const held = item.held.filter((one) => past(one.at));
    if (item.status === "done" ? past(item.doneAt) : item.status === "wont_do" && (item.dueOn ?? "") <= today) return [{ ...item, held }];
    const dueOn = item.dueOn && today <= item.dueOn && item.dueOn <= later ? item.dueOn : month;
    return [{ ...item, held, status: "open" as const, reason: "", dueOn, doneAt: null, evidenceUrl: null, snoozedUntil: null, snoozeWhy: "" }];
  });
  return { ...blocks, actions };
}
