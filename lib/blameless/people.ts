import { LEXICON, SYSTEMS } from "./lexicon";
import { SOMEBODY } from "./masks";
import { NAMES } from "./names";
import { ends, JOINS } from "./subjects";
import type { Term } from "./terms";
import type { Names } from "./words";

/** Who a word names: Us, Them (one of us, by name or role), Crowd (several), They, Nobody, System. And what it means: the sets of the lexicon. */

export interface Known {
  people: ReadonlySet<string>;
  teams: ReadonlySet<string>;
  systems: ReadonlySet<string>;
}

/** Full names, and their parts. A service called Maria is a service. */
export function knownNames({ people, teams, systems }: Names): Known {
  const each = (all: readonly string[]) =>
    new Set(all.flatMap((name) => [name.toLowerCase(), ...name.toLowerCase().split(/[\s_-]+/)]).filter((part) => part.length > 1));
  const whole = new Set(systems.map((name) => name.toLowerCase()));
  return { people: each(people), teams: new Set(teams.map((name) => name.toLowerCase())), systems: whole };
}

export const US = new Set(["i", "we", "me", "us", "myself", "ourselves"]);
export const THEY = new Set(["he", "she", "they", "you", "everyone", "everybody"]);
export const NOBODY = new Set(["nobody", "no-one", "noone"]);
const TITLES = new Set(["mr", "mrs", "ms", "dr", "prof", "mr.", "mrs.", "ms.", "dr.", "prof."]);
/** First names that are words as well. */
const WORDS_TOO = new Set(
  "may will mark grant bill rich frank art drew chase chance hunter page rob nick pat sue dawn april june august summer hope faith joy grace ray gene dean earl duke prince king queen baron guy sage spike sun jack bug pearl ruby crystal amber dash max chip rusty buck brook dale glen heath cliff reed rod sandy star storm sky river miles forest".split(
    " ",
  ),
);
/** Sets that hold nouns: "leading" is no lead. */
const NOUNS = new Set(["Role", "Group", "Outside", "Heeded", "Slip", "Outage"]);
/** Of each word of the lexicon the sets that hold it. */
const TAGS = new Map<string, string[]>();
for (const [tag, words] of Object.entries(LEXICON)) for (const word of words) TAGS.set(word, [...(TAGS.get(word) ?? []), tag]);
const singular = (word: string) => (word.length > 3 ? word.replace(/s$/, "") : word);

/** Several of them end as a verb does. */
const PEOPLE = new Set([...LEXICON.Role!].filter((word) => word !== "lead" && word !== "hire"));
const MODIFIES = ["Adjective", "Noun", "Possessive", "Determiner", "Value"];

const BEGINS_PHRASE = ["Determiner", "Possessive", "Pronoun"];

/** Where compromise takes one that ends in "s" for the other. */
function tellVerbFromNoun({ tags }: Term, word: string, before: Term | undefined, after: Term | undefined): void {
  const is = (term: Term | undefined, any: readonly string[]) => any.some((tag) => term?.tags.has(tag));
  const become = (gone: readonly string[], come: readonly string[]) => {
    for (const tag of gone) tags.delete(tag);
    for (const tag of come) tags.add(tag);
  };
  // "One of our senior engineers".
  if (tags.has("Verb") && word.endsWith("s") && PEOPLE.has(singular(word)) && is(before, MODIFIES)) become(["Verb", "PresentTense"], ["Noun", "Plural"]);
  // "Dmitri acks the page".
  if (tags.has("Plural") && before?.tags.has("Them") && is(after, BEGINS_PHRASE)) become(["Noun", "Plural"], ["Verb", "PresentTense"]);
}

export function tagMeanings(terms: readonly Term[], known: Known): void {
  const isPersonal = terms.some(({ word }) => PERSONAL.test(word));
  terms.forEach((term, at) => {
    const { tags, root } = term;
    const word = term.word.replace(/'s?$/, "");
    tellVerbFromNoun(term, word, terms[at - 1], terms[at + 1]);
    const isVerb = tags.has("Verb");
    // Of "flouted" the root is guessed to be "floute".
    const bare = (isVerb || word.includes("-")) && word.endsWith("ed") ? word.slice(0, -2) : word;
    const nouns = tags.has("Noun") ? TAGS.get(singular(word)) : undefined;
    for (const found of [TAGS.get(word), TAGS.get(root), TAGS.get(bare), nouns]) for (const tag of found ?? []) if (!(isVerb && NOUNS.has(tag))) tags.add(tag);
    // "load-tested": no tagger knows it for a verb.
    if (word.includes("-") && bare !== word && TAGS.has(bare)) tags.add("Verb").add("PastTense");
    if (/^mis(?!s(?:ed|ing|ion)|ce)\w+(?:ed|en|t|id)$/.test(word) && (isVerb || tags.has("Adjective"))) tags.add("Amiss");
    if (term.after.includes(",")) tags.add("Comma");
    if (/^[A-Z][A-Z0-9]*-\d+$/.test(term.text)) tags.add("Ref");
    if (/[,:;–—|\]]/.test(term.after)) tags.add("Break");
    if (/^\d|^#?\d/.test(word) && !term.text.startsWith("#")) tags.add("Number");
    const who = whoOf(term, word, terms[at - 1], terms[at + 1], known);
    if (who) tags.add(who);
    else if ((isPersonal || isForeign(term.text) || (tags.has("Adjective") && isOfPeople(terms[at + 1]))) && isBareName(term, terms[at - 1], terms[at + 1]))
      tags.add("Them").add("Noun");
    // "the engineer's", "Priya's": what follows is theirs.
    const isTheirs =
      who === "Them" ||
      who === "Crowd" ||
      (/^[A-Z][a-z]/.test(term.text) && who !== "System" && at > 0) ||
      (/^[A-Z][a-z]+[’']s$/.test(term.text) && who !== "System");
    if (/['’]s?$/.test(term.text) && isTheirs && tags.has("Possessive")) tags.add("TheirOwn");
  });
}

/** Words that nobody says of a machine, anywhere in a sentence. */
export const PERSONAL = /\b(?:he|she|his|her|himself|herself|thinking|believing|hoping)\b/i;

/** Products are seldom written with other letters than those of English. */
export const isForeign = (word: string) => /[\u00c0-\u024f]/.test(word);

/** A word that ends as an adjective does, before what only people do: "Iqbal misread". */
const isOfPeople = (after: Term | undefined) => TAGS.get(after?.root ?? "")?.some((tag) => tag === "Lapse" || tag === "Hands" || tag === "Mind") ?? false;

/** "Wiremu overwrote his image": a word written large that does something, where the sentence speaks of a he or a she. */
function isBareName({ text, tags }: Term, before: Term | undefined, after: Term | undefined): boolean {
  const isDoing = after !== undefined && (after.tags.has("Verb") || after.tags.has("Adverb"));
  return (
    isDoing &&
    /^\p{Lu}\p{Ll}+$/u.test(text) &&
    (tags.has("Noun") || tags.has("Adjective")) &&
    !tags.has("Pronoun") &&
    !/^(?:what|who|when|why|where|which|while|how)$/i.test(text) &&
    (!before || ends(before) || JOINS.has(before.word) || before.tags.has("Number"))
  );
}

function whoOf({ text, tags }: Term, word: string, before: Term | undefined, after: Term | undefined, known: Known): string | null {
  if (known.systems.has(word) || (SYSTEMS.has(word) && !known.people.has(word))) return "System";
  if (US.has(word)) return "Us";
  if (THEY.has(word)) return "They";
  if (before && TITLES.has(before.word) && /^\p{Lu}/u.test(text)) return "Them";
  // "One could have seen it".
  if (word === "one" && (before === undefined || /[,;:]/.test(before.after)) && /^(?:should|could|would|ought)$/.test(after?.word ?? "")) return "They";
  if (NOBODY.has(word) || (word === "no" && after?.word === "one") || (word === "one" && before?.word === "no")) return "Nobody";
  if ((text.startsWith("@") && text.length > 1) || text.startsWith(SOMEBODY)) return "Them";
  if (known.people.has(word) && /^[A-Z]/.test(text)) return "Them";
  // "Backend never reads it", "Finance ran it", "IT rebooted it": a bare name that does something.
  const isDoing = after !== undefined && (after.tags.has("Verb") || after.tags.has("Negative") || after.word === "always");
  if ((tags.has("Bare") && isDoing && (!before || /^[A-Z]/.test(text))) || (text === "IT" && isDoing)) return "Crowd";
  if (known.teams.has(word) || tags.has("Group")) return "Crowd";
  if (tags.has("Role") && word !== "people") return tags.has("Plural") ? "Crowd" : "Them";
  if (NAMES.has(word.split("-")[0]!) && /^\p{Lu}/u.test(text)) return "Them";
  if ((tags.has("FirstName") || (tags.has("Person") && /^\p{Lu}\p{Ll}/u.test(text))) && !WORDS_TOO.has(word)) return "Them";
  return null;
}
