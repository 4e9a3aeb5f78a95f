import { LEXICON } from "./lexicon";
import { agentOf, ends, isDetermining, isHelper, isLight, isNot, isNoun, isPreposition, JOINS, type Phrase, subjectOf } from "./subjects";
import type { Term } from "./terms";

/**
 * Who does it: for each verb its subject, tagged on the verb and its helpers as ByUs, ByThem, ByThey, ByNobody or BySystem (whatever is no
 * person), ByPeople for the first three, or NoAgent for a passive that names none. This decides most hints.
 */
export type Doer = Phrase;

export function tagDoers(terms: readonly Term[]): Map<number, Doer> {
  const doers = new Map<number, Doer>();
  let last: Doer | null = null;
  for (let at = 0; at < terms.length; at++) {
    if (!isMain(terms, at)) continue;
    let head = at;
    while (head > 0 && isLight(terms[head - 1]!) && !ends(terms[head - 1]!)) head--;
    const group = terms.slice(head, at + 1);
    const main = terms[at]!;
    main.tags.add("Main");
    const isPassive =
      isPast(main) &&
      group
        .slice(0, -1)
        .findLast((term) => isHelper(term))
        ?.root.match(/^(?:be|get)$/) != null;
    const isInfinitive = group.some(({ word }) => word === "to") && !group.some(({ word }) => /^(?:ought|need|needed|have|had|has)$/.test(word));
    const subject = isInfinitive ? null : subjectOf(terms, head);
    const isGoingOn = head > 0 && (JOINS.has(terms[head - 1]!.word) || terms[head - 1]!.tags.has("Comma"));
    const isAsked = isInfinitive && ASKS.has(terms.slice(0, head).findLast(({ tags }) => tags.has("Main") || tags.has("Gerund"))?.root ?? "");
    const doer: Doer | null = isAsked ? null : isPassive ? agentOf(terms, at) : (subject ?? (isInfinitive || isGoingOn ? last : null));
    if (subject) last = subject;
    const by = isPassive && !doer ? "NoAgent" : doer ? whoOf(terms, doer, main) : "ByNone";
    for (const term of group) {
      term.tags.add(by);
      if (by === "ByUs" || by === "ByThem" || by === "ByThey") term.tags.add("ByPeople");
    }
    if (doer) for (let n = head; n <= at; n++) doers.set(n, doer);
  }
  return doers;
}

/** "It causes the job to use …": the object does that. */
const ASKS = new Set("cause allow lead force enable ask tell let require prompt get trigger permit want need expect help instruct configure".split(" "));
const IRREGULAR = new Set(
  "misread misunderstood forgotten held found built spent paid run set put read let cut shut hit come become gone taken written known seen caught told thought done made kept left sent broken chosen drawn given shown".split(
    " ",
  ),
);
export const isPast = ({ tags, word }: Term) =>
  tags.has("PastTense") || tags.has("Participle") || IRREGULAR.has(word) || (tags.has("Verb") && /(?:ed|en)$/.test(word));

/** The last verb of its group, and no noun that looks like one. */
function isMain(terms: readonly Term[], at: number): boolean {
  const term = terms[at]!;
  const before = terms[at - 1];
  const isVerb =
    term.tags.has("Verb") || (/^(?:\w+-)?\w+(?:ed|es)$/.test(term.word) && ["Hands", "Lapse", "Ruin", "Gone", "Duty"].some((tag) => term.tags.has(tag)));
  if (!isVerb) return false;
  if (term.tags.has("Gerund")) return isContinuous(terms, at);
  // "The engineer that triggered it".
  const isRelative = before?.word === "that" && isPast(term) && at > 1 && isNoun(terms[at - 2]!);
  if (before && isDetermining(before) && !isHelper(term) && !isRelative) return false;
  return !isHelper(term) || !isFollowedByVerb(terms, at);
}

/** "had been watching": a form of "be", and nothing but small words between. */
function isContinuous(terms: readonly Term[], at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (terms[before]!.tags.has("Adverb") || isNot(terms[before]!)) && !ends(terms[before]!)) before--;
  return before >= 0 && terms[before]!.root === "be" && !ends(terms[before]!);
}

/** "should at least have been told": a helper helps whatever verb comes after it, over small words. */
function isFollowedByVerb(terms: readonly Term[], at: number): boolean {
  for (let next = at + 1; next < terms.length && !ends(terms[next - 1]!); next++) {
    const term = terms[next]!;
    if (isHelper(term) || term.word === "to") return true;
    if (term.tags.has("Verb") && (!term.tags.has("Gerund") || isContinuous(terms, next))) return true;
    if (!(isNot(term) || term.tags.has("Adverb") || term.word === "at" || term.word === "least")) return false;
  }
  return false;
}

const ON_DUTY = new Set(["duty", "call", "shift"]);

/** By its last noun: "the database team" is a team, "the team's database" is not. */
function whoOf(terms: readonly Term[], { from, to }: Doer, verb: Term): string {
  const phrase = terms.slice(from, to);
  const nouns = phrase.filter(isNoun);
  const head = nouns.at(-1);
  if (!head) return "ByNone";
  if (phrase.some(({ tags }) => tags.has("Nobody"))) return "ByNobody";
  if (head.tags.has("Us")) return "ByUs";
  if (head.tags.has("They")) return "ByThey";
  if (head.tags.has("System")) return "BySystem";
  const told = toldToBe(terms, to);
  if (told && /^\p{Lu}/u.test(head.text)) return isSomebody(told) ? "ByThem" : "BySystem";
  if (head.tags.has("Them") || head.tags.has("Crowd")) return "ByThem";
  if (head.tags.has("Outside")) return "ByOutside";
  if (terms[to]?.word === "on" && ON_DUTY.has(terms[to + 1]?.word ?? "")) return "ByThem";
  const isAlone = nouns.length === 1 && !phrase.some(isDetermining) && !head.tags.has("Pronoun");
  if (isAlone && head.tags.has("Bare")) return "ByThem";
  // "Mainframe Services neglected it": what is written large, and does what no machine is said to do.
  if (verb.tags.has("Lapse") && isAlone && /\p{L}/u.test(head.text) && (!head.tags.has("Plural") || head.text.includes("_"))) return "ByThem";
  // "A forklift driver rammed it": a job, and what no driver of a disk does.
  if (head.tags.has("Actor") && (verb.tags.has("Lapse") || verb.tags.has("Hands"))) return "ByThem";
  if (phrase[0]!.word === "team" && /^\p{Lu}/u.test(head.text)) return "ByThem";
  if (head.word === "group" && (["Lapse", "Mind", "Owed"].some((tag) => verb.tags.has(tag)) || /^(?:ignore|dismiss|disregard|wave|let)$/.test(verb.root)))
    return "ByThem";
  if (verb.tags.has("Lapse") && phrase.every(({ text }) => /^\p{Lu}/u.test(text))) return "ByThem";
  const after = terms.indexOf(verb) + 1;
  const isWrong = verb.tags.has("Touch") && terms.slice(after, after + 3).some(({ tags }) => tags.has("Wrong") || tags.has("Slip"));
  if (
    isAlone &&
    /^[A-Z][a-z]/.test(head.text) &&
    (verb.tags.has("Mind") || verb.tags.has("Hands") || isWrong) &&
    !LEXICON.Made!.has(head.word) &&
    !isPreposition(terms[after] ?? verb)
  )
    return "ByThem";
  return "BySystem";
}

/** "Robin, our internal scheduler, skipped the run": the noun that it is told to be. */
function toldToBe(terms: readonly Term[], to: number): Term | undefined {
  if (!terms[to - 1]!.tags.has("Comma") || !terms[to] || !isDetermining(terms[to]!)) return undefined;
  const told = terms.slice(to, to + 6);
  const end = told.findIndex((term) => ends(term));
  return told.slice(0, end + 1).findLast(isNoun);
}

const isSomebody = ({ tags }: Term) => ["Role", "Them", "Crowd", "Group"].some((tag) => tags.has(tag));
