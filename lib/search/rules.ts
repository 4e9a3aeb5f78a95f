import { plainLine } from "../timeline/rules";

/** What people type into a search box, as terms that PostgreSQL looks up. Nothing that is typed is an operator, so nothing is an error. */

export interface Part {
  text: string;
  /** Stood in quotation marks: these words, side by side, to the letter. */
  quoted: boolean;
}

const MOST_PARTS = 16;

export function partsOf(q: string): Part[] {
  const parts: Part[] = [];
  for (const [, quoted, bare] of q.replace(/[“”„«»]/g, '"').matchAll(/"([^"]+)"|([^\s"]+)/g)) {
    parts.push(quoted === undefined ? { text: bare!, quoted: false } : { text: quoted, quoted: true });
  }
  return parts.slice(0, MOST_PARTS);
}

/** The incident that a query names: `INC-12`, `inc 12`, `#12`. */
export function refIn(q: string): number | null {
  const found = /(?:^|\s)#?INC[-\s]?([1-9]\d{0,8})(?=\s|$)/i.exec(q) ?? /^#([1-9]\d{0,8})$/.exec(q);
  const number = Number(found?.[1] ?? 0);
  return number > 0 && number <= 0x7fffffff ? number : null;
}

/** A part as PostgreSQL reads it: its words, their stems, and the marks of its neighbours. */
export interface ReadPart {
  quoted: boolean;
  words: string[];
  stems: string[];
  pairs: string[];
}

export interface Term {
  /** As a tsquery over a document, over a row, and over the words of a title. */
  document: string;
  row: string;
  title: string;
  /** A document can only suspect it; a row knows. */
  loose: boolean;
}

/** What a query asks for, ready for SQL. */
export interface Terms {
  all: Term[];
  /** The words in the order in which they were typed stand side by side; null for a single word. */
  together: string | null;
  ref: number | null;
  words: string[];
  stems: string[];
  /** The beginning of the word that is still being typed. */
  prefix: string | null;
}

const lexeme = (word: string) => `'${word.replace(/[\\']/g, "$&$&")}'`;
const either = (options: string[]) => (options.length === 1 ? options[0]! : `(${options.join(" | ")})`);
const PREFIX_FROM = 3;
/** A longer phrase is looked up by its beginning; the rows then know. */
const PHRASE_WORDS = 12;

function term({ quoted, words, stems, pairs }: ReadPart, open: boolean): Term {
  const last = words.length - 1;
  const exact = words.map((word, at) => lexeme(word) + (open && at === last ? ":*" : ""));
  if (words.length === 1) {
    const stem = quoted ? [] : [...stems.filter((s) => s !== words[0]), ...stems.map((s) => `=${s}`)].map(lexeme);
    const title = (options: string[]) => either(options.map((option) => option.replace("'", "'^")));
    return { document: either([...exact, ...stem]), row: either([...exact, ...stem]), title: title([...exact, ...stem]), loose: false };
  }
  // "+" stands in documents that keep no pairs. The word that is still being typed has no pair yet.
  const side = pairs.slice(0, open ? -1 : undefined).map((pair) => `(${lexeme(pair)} | '+')`);
  return {
    document: [...exact.slice(0, PHRASE_WORDS), ...side.slice(0, PHRASE_WORDS - 1)].join(" & "),
    row: `(${exact.join(" <-> ")})`,
    title: exact.map((word) => word.replace("'", "'^")).join(" & "),
    loose: words.length > 2 || open,
  };
}

/** `neighbours`: the marks of all words in the order in which they were typed. */
export function termsOf(parts: readonly ReadPart[], ref: number | null, neighbours: readonly string[]): Terms {
  const final = parts.at(-1);
  const typing = final && !final.quoted ? final.words.at(-1)! : "";
  const open = [...typing].length >= PREFIX_FROM && !/^\d+$/.test(typing);
  const all = parts.map((part) => term(part, open && part === final));
  return {
    all,
    together: parts.length > 1 && neighbours.length ? neighbours.slice(0, PHRASE_WORDS).map(lexeme).join(" & ") : null,
    ref,
    words: parts.flatMap((part) => part.words),
    stems: parts.flatMap((part) => (part.words.length === 1 && !part.quoted ? part.stems : [])),
    prefix: open ? typing : null,
  };
}

/** A tsquery that holds where all of these do. */
export const every = (queries: readonly string[]) => queries.map((query) => `(${query})`).join(" & ");
export const some = (queries: readonly string[]) => queries.map((query) => `(${query})`).join(" | ");

/** As `search.plain` in SQL, for one word of a text. */
export const plainWord = (word: string) =>
  word
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u200b-\u200d\u2060\ufeff'’]/g, "")
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("æ", "ae")
    .replaceAll("œ", "oe")
    .replace(/[øđłıħŧ]/g, (letter) => "odliht"["øđłıħŧ".indexOf(letter)]!);

export const OPEN_MARK = "\ue000";
export const CLOSE_MARK = "\ue001";
const WIDTH = 160;
const BEFORE = 50;

const WORD =
  /[\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]|(?:(?![\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff])[\p{L}\p{N}\p{M}'’\u00ad\u200b-\u200d])+/gu;

/** As much of a text as is looked through for the words; hitWords reads as far. */
const READ = 20_000;

/** Some 160 characters of a text around the first of these words (as `plainWord` makes them), with each of them marked. */
export function snippetOf(source: string, hits: ReadonlySet<string>): string {
  // Read as words: marks of Markdown and fences around code would only stand in their way.
  const text = source
    .slice(0, READ)
    .replace(/[\ue000\ue001]/g, "")
    .split("\n")
    .filter((line) => !/^\s*(?:~~~|```)/.test(line))
    .map(plainLine)
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
  const found: [number, number][] = [];
  for (const word of text.matchAll(WORD)) {
    if (hits.has(plainWord(word[0]))) found.push([word.index, word.index + word[0].length]);
    if (found.length && word.index > found[0]![0] + WIDTH) break;
  }
  const first = found[0]?.[0] ?? 0;
  let from = Math.max(0, first - BEFORE);
  let to = Math.min(text.length, from + WIDTH);
  from = Math.max(0, to - WIDTH);
  if (from > 0) from = between(text, text.indexOf(" ", from) + 1, from, first);
  if (to < text.length) to = between(text, text.lastIndexOf(" ", to), to, Math.max(first + 1, to - 30));
  let out = from > 0 ? "…" : "";
  let at = from;
  for (const [start, end] of found) {
    if (start < at || end > to) continue;
    out += text.slice(at, start) + OPEN_MARK + text.slice(start, end) + CLOSE_MARK;
    at = end;
  }
  return out + text.slice(at, to) + (to < text.length ? "…" : "");
}

/** A cut at a space where one is near, and never through half of a pair. */
function between(text: string, space: number, else_: number, near: number): number {
  const low = Math.min(else_, near);
  const high = Math.max(else_, near);
  if (space > low && space <= high) return space;
  return /[\udc00-\udfff]/.test(text[else_] ?? "") ? else_ - 1 : else_;
}
