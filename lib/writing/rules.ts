import { HANDS } from "./words";

/** What the editor makes of keys and pastes. Pure. */

/** Which of the colours is somebody's: the same in every browser. */
export function handOf(personId: string): number {
  let sum = 0;
  for (const letter of personId) sum = (sum * 31 + letter.codePointAt(0)!) % 9973;
  return sum % HANDS;
}

export type WantedKind = "insert" | "person" | "moment" | "incident" | "action";
export interface Wanted {
  kind: WantedKind;
  query: string;
  /** Where it begins in the text. */
  from: number;
}

const WANTED: [WantedKind, RegExp][] = [
  ["insert", /(?:^|\s)(\/([\p{L}\d]*(?: [\p{L}\d]*)?))$/u],
  ["moment", /(?:^|[\s(])(@((?:\d{4}-\d{1,2}-\d{1,2} )?\d{1,2}(?::\d{0,2}){0,2}|\d{4}-[\d-]*))$/],
  ["person", /(?:^|[\s(])(@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]+)?))$/u],
  ["incident", /(?:^|[\s(])(#([\w-]{0,30}))$/],
  ["action", /(?:^|[\s(])(ACT-(\d{0,6}))$/i],
];

/** What is being typed at the end of a text, if something can be offered for it. */
export function wantedAtEnd(text: string): Wanted | null {
  for (const [kind, pattern] of WANTED) {
    const found = pattern.exec(text);
    if (found) return { kind, query: found[2]!, from: text.length - found[1]!.length };
  }
  return null;
}

/** Those whose name begins with what was typed first, then those in which a word does. */
export function matching<T extends { label: string; words?: string }>(all: readonly T[], query: string): T[] {
  const typed = query.trim().toLowerCase();
  if (!typed) return [...all];
  const rank = ({ label, words = "" }: T) => {
    const name = label.toLowerCase();
    if (name.startsWith(typed)) return 0;
    return `${name} ${words}`.split(/[\s,]+/).some((word) => word.startsWith(typed)) ? 1 : 2;
  };
  return all.filter((one) => rank(one) < 2).sort((a, b) => rank(a) - rank(b));
}

/** As much as is taken in one paste: about a hundred pages, well below what one message to the server may hold. */
export const PASTE_LETTERS = 200_000;
/** Pasted HTML is read up to this size; above it its plain text is taken. */
export const PASTE_HTML = 2_000_000;

const size = (letters: number) => (letters >= 1_000_000 ? `${(letters / 1_000_000).toFixed(1)} million` : `${Math.round(letters / 1000)} thousand`);

/** Why a text is not taken, or null. Nothing is lost: it stays on the clipboard. */
export const tooLong = (letters: number): string | null =>
  letters > PASTE_LETTERS
    ? `That is ${size(letters)} characters, more than can be pasted at once (${size(PASTE_LETTERS)}). Nothing was changed, and it is still on your clipboard: paste it in parts, or only what matters.`
    : null;

const STRONG = [/^#{1,4} \S.*$/m, /^(```|~~~)/m, /^\|?\s*:?-{3,}:?\s*(\|\s*:?-{3,}:?\s*)+\|?\s*$/m, /^\s*[-*+] \[[ xX]\] /m];
const WEAK = [
  /(^|\s)\*\*\S.*?\S\*\*/m,
  /\[[^\]\n]+\]\((https?:|mailto:|\/|#)[^)\s]*\)/,
  /^> \S/m,
  /(^|\s)`[^`\n]+`/m,
  /^\s*[-*+] \S.*\n\s*[-*+] \S/m,
  /^\s*1[.)] \S.*\n\s*2[.)] \S/m,
];
/** Settings, scripts and logs, in which `#` and `-` mean something else. */
const CODE = [
  /^\s*[\w.-]+\s*[:=]\s*\S*$/m,
  /^\s*[{};]\s*$/m,
  /^\s*#!/,
  /[;{]\s*$/m,
  /^\s*(export|import|def|func|function|class|if|for|sudo|apt|cd|npm|docker|kubectl)\b.*$/m,
  /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/m,
];

/** Whether plain text was written as Markdown. Where it is unsure it says no: text stays as it is. */
export function readsAsMarkdown(text: string): boolean {
  const outside = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, "");
  const fenced = outside !== text;
  const hits = (patterns: RegExp[]) => patterns.filter((pattern) => pattern.test(outside)).length;
  if (fenced) return true;
  const strong = hits(STRONG);
  const weak = hits(WEAK);
  const code = hits(CODE);
  if (code > 0) return strong + weak - code >= 2;
  return strong > 0 || weak >= 2 || (weak === 1 && !/^\s*[-*+] /m.test(outside)) || (weak === 1 && text.trim().split("\n").length > 2);
}

/** The heading that is being read: the last one above the line, else the first. */
export function readingAt(tops: readonly number[], line: number): number {
  let at = 0;
  for (let index = 0; index < tops.length; index++) if (tops[index]! <= line) at = index;
  return at;
}

/** An address as people type it, made whole; null where it is none that may stand in a link. */
export function hrefOf(typed: string): string | null {
  const text = typed.trim();
  if (!text) return null;
  if (/^[/#](?!\/)/.test(text) || /^(https?:\/\/|mailto:)/i.test(text)) return text;
  if (/^INC-[1-9]\d*$/i.test(text)) return `/incidents/${text.toUpperCase()}`;
  if (/^ACT-[1-9]\d*$/i.test(text)) return `/actions/${text.toUpperCase()}`;
  if (/^[^\s@/:]+@[^\s@/:]+\.[a-z]{2,}$/i.test(text)) return `mailto:${text}`;
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(:\d+)?([/?#].*)?$/i.test(text)) return `https://${text}`;
  return null;
}
