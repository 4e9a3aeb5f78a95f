import type { Term } from "./terms";

/** Phrases of nouns: where one begins and ends, and which is the subject of a verb. */

export interface Phrase {
  /** Terms, the end behind the last. */
  from: number;
  to: number;
}

const HELPERS = new Set("be have do will would shall should can could may might must ought need get".split(" "));
const CLAUSE = new Set("that which because when while if since although though unless until where who whether".split(" "));
const SUBJECTS = new Set(["i", "we", "he", "she", "they"]);
export const JOINS = new Set(["and", "but", "or", "then"]);
const AMONG = new Set(["one", "two", "three", "some", "several", "many", "most", "few", "both", "each", "half", "none"]);
const PREPOSITIONS = new Set("of in on at for with from by to during after before without under into over through against between about per via".split(" "));

export const isHelper = ({ word, root }: Term) => HELPERS.has(word) || HELPERS.has(root);
export const isNot = ({ word, tags }: Term) => tags.has("Negative") || word === "not" || word === "never";
export const isLight = (term: Term) =>
  isHelper(term) || isNot(term) || term.tags.has("Adverb") || term.word === "to" || term.word === "even" || term.word === "only";
export const isPreposition = ({ word }: Term) => PREPOSITIONS.has(word);
export const isDetermining = ({ tags, word }: Term) =>
  tags.has("Determiner") ||
  (tags.has("Possessive") && !tags.has("Pronoun")) ||
  ["my", "our", "your", "his", "her", "their", "its", "this", "these", "no"].includes(word);
const WHO = ["Us", "Them", "Crowd", "They", "Nobody", "System"];
export const isNoun = ({ tags }: Term) =>
  (tags.has("Noun") && !tags.has("Possessive")) || tags.has("Pronoun") || tags.has("Acronym") || WHO.some((who) => tags.has(who));
export const ends = ({ after }: Term) => /[,;:.)(–—]|\s-/.test(after);

/** "… by an engineer", close behind. */
export function agentOf(terms: readonly Term[], at: number): Phrase | null {
  for (let n = at + 1; n < Math.min(terms.length, at + 6) && !ends(terms[n - 1]!); n++) if (terms[n]!.word === "by") return phraseFrom(terms, n + 1);
  return null;
}

export function phraseFrom(terms: readonly Term[], from: number): Phrase | null {
  let to = from;
  while (
    to < terms.length &&
    to - from < 7 &&
    (isNoun(terms[to]!) || isDetermining(terms[to]!) || ["Adjective", "Value", "Possessive", "TheirOwn"].some((tag) => terms[to]!.tags.has(tag)))
  ) {
    to++;
    if (ends(terms[to - 1]!)) break;
  }
  return to > from && terms.slice(from, to).some(isNoun) ? { from, to } : null;
}

/** Leftwards from a verb to where its clause begins, then the first phrase there that no preposition governs. */
export function subjectOf(terms: readonly Term[], head: number): Phrase | null {
  // "… as we failed to say it": who stands right before is the subject, whatever came before.
  if (head > 0 && SUBJECTS.has(terms[head - 1]!.word) && !ends(terms[head - 1]!)) return { from: head - 1, to: head };
  const told = beforeAside(terms, head);
  if (told) return told;
  let from = head;
  while (from > 0) {
    const before = terms[from - 1]!;
    if (CLAUSE.has(before.word) && !(before.word === "that" && isDeterminer(terms, from - 1))) break;
    if (JOINS.has(before.word) && !isPair(terms, from - 1)) break;
    if (ends(before)) break;
    // Another verb's object is not the subject of this one.
    if (from < head && before.tags.has("Main")) break;
    from--;
  }
  const opener = terms[from - 1];
  if (opener && from === head && (opener.word === "that" || opener.word === "which" || opener.word === "who")) return phraseBefore(terms, from - 1);
  for (let at = from; at < head; ) {
    if (isPreposition(terms[at]!)) {
      at = behindPreposition(terms, at, head);
      continue;
    }
    // "One of the contractors", "some of us".
    const among = AMONG.has(terms[at]!.word) && terms[at + 1]?.word === "of" ? phraseFrom(terms, at + 2) : null;
    if (among && among.to <= head) return { from: at, to: among.to };
    const phrase = phraseFrom(terms, at);
    if (phrase && phrase.to <= head) return phrase;
    if (phrase && phrase.from < head) return { from: phrase.from, to: head };
    // "Backend never reads it": a team whose name reads as a verb.
    if (terms[at]!.tags.has("Bare") && at === from) return { from: at, to: at + 1 };
    at++;
  }
  return null;
}

/** "In this case | the engineer": what a preposition governs ends where another phrase begins. */
function behindPreposition(terms: readonly Term[], preposition: number, head: number): number {
  let at = preposition + 1;
  for (let isNamed = false; at < head; at++) {
    const term = terms[at]!;
    if (isPronoun(term) || (isNamed && (isDetermining(term) || (term.tags.has("Them") && /^\p{Lu}/u.test(term.text))))) break;
    if (!(isNoun(term) || isDetermining(term) || term.tags.has("Adjective") || term.tags.has("Value"))) break;
    isNamed ||= isNoun(term);
    if (ends(term)) return at + 1;
  }
  return at;
}

const isPronoun = ({ tags }: Term) => tags.has("Pronoun") || tags.has("Us") || tags.has("They") || tags.has("Nobody");
const isDeterminer = (terms: readonly Term[], at: number) => terms[at]!.tags.has("Determiner") && at === 0;
/** "Hiro and Ben merged". */
const isPair = (terms: readonly Term[], at: number) => at > 0 && terms[at - 1]!.tags.has("Them") && terms[at + 1]?.tags.has("Them") === true;
/** "Robin, our release manager, skipped": what is told of the subject between commas. */
function beforeAside(terms: readonly Term[], head: number): Phrase | null {
  if (!terms[head - 1]?.tags.has("Comma")) return null;
  for (let at = head - 2; at >= Math.max(0, head - 8) && !terms[at]!.tags.has("Main"); at--)
    if (terms[at]!.tags.has("Comma")) return isDetermining(terms[at + 1]!) || terms[at + 1]!.tags.has("Them") ? phraseBefore(terms, at + 1) : null;
  return null;
}

function phraseBefore(terms: readonly Term[], at: number): Phrase | null {
  let from = at;
  while (
    from > 0 &&
    (isNoun(terms[from - 1]!) || isDetermining(terms[from - 1]!) || terms[from - 1]!.tags.has("Adjective")) &&
    (from === at || !ends(terms[from - 1]!))
  )
    from--;
  return from < at ? { from, to: at } : null;
}
