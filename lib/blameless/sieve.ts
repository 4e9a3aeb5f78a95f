import { LEXICON } from "./lexicon";
import { compile, type Holds } from "./pattern";
import { NOBODY, THEY, US } from "./people";
import type { Term } from "./terms";

/**
 * Most sentences hold nothing that any rule could be about, and reading one takes its time. So a sentence is sieved first: a pattern needs one
 * of its words, and then its words in their order, whatever they may be. Both are made from the patterns: nothing to keep in step.
 */

/** Forms that do not begin as their root does. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  break: ["broke"],
  take: ["took"],
  bring: ["brought"],
  write: ["wrote"],
  run: ["ran"],
  make: ["made"],
  tell: ["told"],
  forget: ["forg"],
  think: ["thought"],
  catch: ["caught"],
  send: ["sent"],
  know: ["knew"],
  see: ["saw"],
  be: ["was", "were", "been", "is", "are"],
  get: ["got"],
  have: ["had", "has"],
  do: ["did", "done", "does"],
  understand: ["underst"],
  misread: ["misread"],
  overwrite: ["overwr"],
  choose: ["chose"],
  put: ["put"],
  set: ["set"],
  "fat-finger": ["fat"],
  fatfinger: ["fat"],
  sink: ["sank", "sunk"],
  build: ["built"],
  mistake: ["mistook"],
  yank: ["yank"],
  ram: ["ramm"],
  trash: ["trash"],
  lose: ["lost"],
  go: ["went", "gone", "going"],
  sit: ["sat"],
  sleep: ["slept"],
  leave: ["left"],
  let: ["let"],
  lie: ["lay", "lain"],
  hit: ["hit"],
  say: ["said"],
  pay: ["paid"],
  keep: ["kept"],
  hold: ["held"],
  give: ["gave"],
  teach: ["taught"],
  seek: ["sought"],
  act: ["act"],
  misunderstand: ["misunderst"],
};
const stem = (word: string) => (word.length > 4 ? word.slice(0, word.length - 1) : word);
export const formsOf = (root: string) => [stem(root), ...(FORMS[root] ?? [])];
/** Tags of few words; all others are too common to tell anything. */
const TELLING = new Set([
  "Lapse",
  "Ruin",
  "Gone",
  "Poor",
  "Unfit",
  "Care",
  "Owed",
  "Heeded",
  "Nobody",
  "Slip",
  "Outage",
  "Mind",
  "Hands",
  "Wrong",
  "Slipping",
  "Badly",
  "Stray",
  "Vice",
  "Slight",
  "Duty",
  "Touch",
  "Made",
  "Work",
]);

type Needs = ReadonlySet<string> | null;

/** The beginnings of words of which one is in every match; null where none is sure. */
export function needsOf(pattern: string): Needs {
  const tokens = pattern.match(/[()[\]|?*+]|[^\s()[\]|?*+]+/g) ?? [];
  let at = 0;
  const choice = (): Needs => {
    const all = [sequence()];
    while (tokens[at] === "|") {
      at++;
      all.push(sequence());
    }
    return all.includes(null) ? null : new Set(all.flatMap((each) => [...each!]));
  };
  /** Of what a sequence needs, the rarest: the set with the fewest words. */
  const sequence = (): Needs => {
    let best: Needs = null;
    while (at < tokens.length && !["|", ")", "]"].includes(tokens[at]!)) {
      let one = single();
      if (tokens[at] === "?" || tokens[at] === "*") one = null;
      if (["?", "*", "+"].includes(tokens[at] ?? "")) at++;
      if (one && (best === null || weight(one) < weight(best))) best = one;
    }
    return best;
  };
  const single = (): Needs => {
    const token = tokens[at++]!;
    if (token !== "(" && token !== "[") return needOf(token);
    const inner = choice();
    at++;
    if (tokens[at]?.startsWith("&")) {
      const said = tokens[at++]!.slice(1);
      const guard = said ? needOf(said) : single();
      return inner && guard ? (weight(guard) < weight(inner) ? guard : inner) : (inner ?? guard);
    }
    return inner;
  };
  return choice();
}

/** Short and common words tell little. */
const COMMON = new Set(
  "a an the to of in on at by for from with is was were be been are it this that we i they he she not no and or have had has did do does one so all just only".split(
    " ",
  ),
);
const weight = (needs: ReadonlySet<string>) => needs.size + [...needs].filter((word) => COMMON.has(word)).length * 50;

function needOf(token: string): Needs {
  const parts = token.split("&").flatMap((part): Needs[] => {
    if (part === "" || part.startsWith("!") || part === "." || part === "^" || part === "$") return [];
    if (part.startsWith("{")) return [new Set(formsOf(part.slice(1, -1)))];
    if (part === "#Amiss") return [new Set(["mis"])];
    if (part === "#Nobody") return [new Set(["nobody", "no", "none"])];
    if (part.startsWith("#")) return TELLING.has(part.slice(1)) ? [new Set([...(LEXICON[part.slice(1)] ?? [])].flatMap(formsOf))] : [];
    return [new Set([part])];
  });
  return parts.reduce<Needs>((best, one) => (one && (best === null || weight(one) < weight(best)) ? one : best), null);
}

/** Which patterns of those that are asked about a sentence could hold, by their numbers; none, and it need not be read. */
export function sieve(patterns: readonly string[]): (sentence: string, isAsked?: (n: number) => boolean) => number[] {
  const holding = new Map<string, Holds>();
  const loosely = (condition: string): Holds => {
    const holds = holding.get(condition) ?? looselyHolds(condition);
    holding.set(condition, holds);
    return holds;
  };
  const loose = patterns.map((pattern) => compile(pattern, loosely));
  const always: number[] = [];
  const byBeginning = new Map<string, number[]>();
  let longest = 0;
  patterns.forEach((pattern, n) => {
    const needs = needsOf(pattern);
    if (!needs) always.push(n);
    for (const word of needs ?? []) {
      byBeginning.set(word, [...(byBeginning.get(word) ?? []), n]);
      longest = Math.max(longest, word.length);
    }
  });
  return (sentence, isAsked = () => true) => {
    const readings = plainTerms(sentence);
    const found = new Set(always);
    for (const terms of readings)
      for (const { word } of terms)
        for (let length = 1; length <= Math.min(longest, word.length); length++) for (const n of byBeginning.get(word.slice(0, length)) ?? []) found.add(n);
    return [...found]
      .filter(isAsked)
      .sort((a, b) => a - b)
      .filter((n) => readings.some((terms) => terms.some((_, at) => loose[n]!(terms, at) !== null) || loose[n]!(terms, terms.length) !== null));
  };
}

const MOST_REMEMBERED = 4000;

/** The same words are asked of the same set again and again: at each place of a pattern, in each pattern, at each key. */
function remembered(asked: (word: string) => boolean): Holds {
  const known = new Map<string, boolean>();
  return ({ word }) => {
    let is = known.get(word);
    if (is === undefined) {
      if (known.size > MOST_REMEMBERED) known.clear();
      is = asked(word);
      known.set(word, is);
    }
    return is;
  };
}

/** What a condition says of a word of which nothing is known but its letters: whatever only a reader knows holds. */
function looselyHolds(condition: string): Holds {
  if (condition === "." || condition.startsWith("!")) return () => true;
  if (condition === "#Amiss") return ({ word }) => word.startsWith("mis");
  if (condition === "#TheirOwn") return ({ word }) => /'s?$/.test(word);
  const whole = WHOLE[condition];
  if (whole) return ({ word }) => whole.has(word);
  const roots = condition.startsWith("{")
    ? [condition.slice(1, -1)]
    : condition.startsWith("#") && LEXICAL.has(condition.slice(1))
      ? [...LEXICON[condition.slice(1)]!]
      : null;
  if (roots) {
    const begins = new RegExp(
      `^(?:${roots
        .flatMap(formsOf)
        .map((form) => form.replace(/[^\w-]/g, "\\$&"))
        .join("|")})`,
    );
    return remembered((word) => begins.test(word));
  }
  if (condition.startsWith("#")) return () => true;
  return ({ word }) => word === condition || (word === "'d" && (condition === "had" || condition === "would"));
}

/** Who is told by a word alone (see people.ts). */
const WHOLE: Readonly<Record<string, ReadonlySet<string>>> = {
  "#Nobody": new Set([...NOBODY, "no", "one"]),
  "#Us": US,
  "#They": new Set([...THEY, "one"]),
};
/** Sets that only the lexicon decides. */
const LEXICAL = new Set(Object.keys(LEXICON).filter((tag) => !["Role", "Group", "Bare", "Outside"].includes(tag)));
const WORD = /[\p{L}\p{N}@#/'-]+/gu;
const CONTRACTED: readonly [ending: RegExp, words: string][] = [
  [/^can't$/, "can not"],
  [/^won't$/, "will not"],
  [/n't$/, " not"],
  [/'ve$/, " have"],
  [/'re$/, " are"],
  [/'ll$/, " will"],
  [/'m$/, " am"],
  [/'d$/, " 'd"],
  [/^w\/o$/, "without"],
];
const NO_TAGS: ReadonlySet<string> = new Set();

/** The words alone, contractions written out; twice where an `'s` may be "is" or whose something is. */
function plainTerms(sentence: string): Term[][] {
  const said = sentence
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/\b(should|could|would|might|must) (?:of|had)\b/g, "$1 have");
  const words = (said.match(WORD) ?? []).flatMap((word) => {
    const said = CONTRACTED.find(([ending]) => ending.test(word));
    return said ? word.replace(said[0], said[1]).split(" ") : [word];
  });
  const terms = (all: readonly string[]): Term[] =>
    all.map((word) => ({ word, root: word, tags: NO_TAGS as Set<string>, start: 0, end: 0, text: word, after: "" }));
  return words.some((word) => word.endsWith("'s"))
    ? [terms(words), terms(words.flatMap((word) => (word.endsWith("'s") ? [word.slice(0, -2), "is"] : [word])))]
    : [terms(words)];
}
