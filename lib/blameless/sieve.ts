import { HASTY } from "./contracted";
import { LEXICON } from "./lexicon";
import { formsOf, needsOf } from "./needs";
import { compile, type Holds } from "./pattern";
import { NOBODY, THEY, US } from "./people";
import type { Term } from "./terms";

/**
 * Most sentences hold nothing that any rule could be about, and reading one takes its time. So a sentence is sieved first: a pattern needs one
 * of its words, and then its words in their order, whatever they may be. Both are made from the patterns: nothing to keep in step.
 */

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
    .replace(/\b(should|could|would|might|must) (?:of(?! course)|had)\b/g, "$1 have");
  const words = (said.match(WORD) ?? []).flatMap((word) => {
    const typed = HASTY.get(word);
    if (typed) return [...typed];
    const said = CONTRACTED.find(([ending]) => ending.test(word));
    return said ? word.replace(said[0], said[1]).split(" ") : [word];
  });
  const terms = (all: readonly string[]): Term[] =>
    all.map((word) => ({ word, root: word, tags: NO_TAGS as Set<string>, start: 0, end: 0, text: word, after: "" }));
  return words.some((word) => word.endsWith("'s"))
    ? [terms(words), terms(words.flatMap((word) => (word.endsWith("'s") ? [word.slice(0, -2), "is"] : [word])))]
    : [terms(words)];
}
