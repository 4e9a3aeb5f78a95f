import { wordsOf } from "./english";

/** A word of a sentence: as it is compared, its root, what it is, and where it stands. */
export interface Term {
  /** In lower case, contractions written out. */
  word: string;
  root: string;
  tags: Set<string>;
  /** UTF-16 code units in the whole text. */
  start: number;
  end: number;
  text: string;
  /** What stands between it and the next. */
  after: string;
}

// Maps: a text may well say "constructor".
const SHORT = new Map(Object.entries({ "w/o": "without", "w/": "with", bc: "because", "b/c": "because" }));
const MODALS = new Set(["should", "could", "would", "might", "must"]);
/** Roots that compromise does not find. */
const ROOTS = new Map(
  Object.entries({
    mistook: "mistake",
    was: "be",
    were: "be",
    is: "be",
    are: "be",
    been: "be",
    being: "be",
    am: "be",
    got: "get",
    gotten: "get",
    had: "have",
    has: "have",
    did: "do",
    does: "do",
    done: "do",
  }),
);

/** The words of one sentence that begins at `from`. A contraction is as many terms as words, all in its place; what a hyphen joins is one. */
export function termsOf(sentence: string, from: number): Term[] {
  const terms: Term[] = [];
  let at = 0;
  let place = { start: from, end: from, text: "" };
  for (const raw of wordsOf(sentence)) {
    if (raw.text !== "") {
      const found = sentence.indexOf(raw.text, at);
      const start = found < 0 ? at : found;
      at = start + raw.text.length;
      // Among odd signs compromise takes a space for the beginning of a word.
      const text = raw.text.trim();
      const lead = raw.text.indexOf(text);
      place = { start: from + start + lead, end: from + start + lead + text.length, text };
    }
    const said = (raw.implicit || raw.normal || raw.text).toLowerCase().replaceAll("’", "'");
    // "should of", as it is heard; "should had".
    const word =
      ((said === "of" && !/^\s*course/i.test(sentence.slice(at))) || said === "had") && MODALS.has(terms.at(-1)?.word ?? "")
        ? "have"
        : (SHORT.get(said) ?? said);
    const term: Term = { word, root: ROOTS.get(word) ?? rootOf(word === "have" ? word : raw.root || word), tags: new Set(raw.tags), ...place, after: raw.post };
    // "alerting", "mentoring": compromise takes some for the past.
    if (word.endsWith("ing") && term.tags.delete("PastTense")) term.tags.add("Gerund");
    const last = terms.at(-1);
    // "We should have | done it": compromise takes some for adjectives.
    if (last?.word === "have" && terms.slice(-4).some((before) => MODALS.has(before.word)) && /(?:ed|en|one)$/.test(word) && term.tags.delete("Adjective"))
      term.tags.add("Verb").add("PastTense");
    if (last?.after === "-" && raw.text !== "") terms[terms.length - 1] = joined(last, term);
    else terms.push(term);
  }
  return terms;
}

/** compromise knows no root of "nuked": the ending is taken off. */
const rootOf = (root: string) =>
  /[^aeiou]{1}ed$/.test(root) && root.length > 4
    ? root
        .replace(/(?:(?<=k|g|t|s|v|z|u)|(?<=[aeiou][lrn]))ed$/, "e")
        .replace(/([bdgmnprt])\1ed$/, "$1")
        .replace(/ed$/, "")
    : root;

const joined = (one: Term, two: Term): Term => ({
  ...two,
  word: `${one.word}-${two.word}`,
  root: `${one.word}-${two.root}`,
  start: one.start,
  text: `${one.text}-${two.text}`,
});
