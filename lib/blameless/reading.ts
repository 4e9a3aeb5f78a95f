import { CATALOG, WHO } from "./catalog";
import type { Rule } from "./catalog/rule";
import { type Doer, tagDoers } from "./doers";
import { instead } from "./instead";
import { compile, type Match, type Matcher } from "./pattern";
import { type Known, tagMeanings } from "./people";
import { sieve } from "./sieve";
import { type Term, termsOf } from "./terms";
import type { Finding } from "./words";

export interface Ready {
  rule: Rule;
  match: Matcher;
  spares: Matcher[];
  /** It is about one of us, and nothing else. */
  isOfSomebody: boolean;
}
/** Each pattern by itself, so that of a rule only those are tried whose words are there. */
const PATTERNS = CATALOG.flatMap((rule) => rule.pattern.map((pattern) => ({ rule, pattern })));
const SPARES = new Map(CATALOG.map((rule) => [rule, (rule.unless ?? []).map((pattern) => compile(pattern))]));
const READY: readonly Ready[] = PATTERNS.map(({ rule, pattern }) => ({
  rule,
  match: compile(pattern),
  spares: SPARES.get(rule)!,
  isOfSomebody: /(?<![!|(])#ByThem(?![|)])/.test(pattern),
}));
const sieved = sieve(PATTERNS.map(({ pattern }) => pattern));

/** The patterns, of those that are asked about, that a sentence could hold. */
export const readyFor = (sentence: string, isAsked: (ready: Ready) => boolean): Ready[] => sieved(sentence, (n) => isAsked(READY[n]!)).map((n) => READY[n]!);

/** All that the rules find in one sentence, with offsets from its beginning. */
export function find(text: string, tried: readonly Ready[], known: Known, withWho: boolean): Finding[] {
  const terms = termsOf(text, 0);
  tagMeanings(terms, known);
  const doers = tagDoers(terms);
  const found: Hit[] = [];
  const spared = new Map<Rule, boolean>();
  const isSpared = ({ rule, spares }: Ready) => {
    if (!spared.has(rule))
      spared.set(
        rule,
        spares.some((spare) => terms.some((_, at) => spare(terms, at) !== null)),
      );
    return spared.get(rule)!;
  };
  for (const ready of tried)
    for (let at = 0; at < terms.length; at++) {
      const hit = ready.match(terms, at);
      if (!hit || hit.to <= hit.from) continue;
      if (isSpared(ready)) break;
      const { rule } = ready;
      const doer = doerOf(terms, doers, hit);
      const by = rule.withDoer && doer ? { start: terms[doer.from]!.start, end: terms[doer.to - 1]!.end } : null;
      // Who does it many words before is underlined alone.
      const isFar = by !== null && doer !== null && hit.from - doer.to > FAR;
      const end = isFar ? by.end : terms[hit.to - 1]!.end;
      const start = isFar ? by.start : Math.min(terms[hit.from]!.start, by?.start ?? Number.POSITIVE_INFINITY);
      // "Had | the reviewer | opened it".
      const isInside = !rule.withDoer && rule.names && withWho && doer !== null && doer.from >= hit.from && doer.to < hit.to;
      found.push({ ...told(rule, text, isInside ? terms[doer.to]!.start : start, end), ...(by ? { onlyDoer: by.end } : {}) });
      if (rule.names && withWho && doer && !isAnother(terms, doer) && rule.class !== "naming")
        found.push(told(WHO, text, terms[doer.from]!.start, terms[doer.to - 1]!.end));
    }
  // "Unsurprisingly, the | team hadn't told": the article may be in the hint before.
  for (const hit of found) {
    const before = hit.rule === WHO.id ? found.find(({ start, end }) => start < hit.start && end > hit.start && end < hit.end) : undefined;
    if (before) hit.start = before.end + text.slice(before.end).search(/\S/);
  }
  // Who, and what they are said to be or to have failed in, are two hints where both are named.
  for (const hit of found)
    if (hit.onlyDoer && found.some((other) => other.class !== hit.class && other.start >= hit.onlyDoer! && other.start < hit.end)) hit.end = hit.onlyDoer;
  return apart(found.map(({ onlyDoer: _, ...one }) => one));
}

/** "A second reviewer could have caught it": nobody who was there. */
const isAnother = (terms: readonly Term[], { from, to }: Doer) => terms.slice(from, to).some(({ word }) => /^(?:second|another|other|fresh|extra)$/.test(word));

/** Words. */
const FAR = 4;

type Hit = Finding & { onlyDoer?: number };

const told = (rule: Rule, sentence: string, start: number, end: number): Finding => ({
  ...instead(rule, sentence, start, end),
  class: rule.class,
  rule: rule.id,
  why: rule.why,
  question: rule.question ?? null,
});

/** Who does what the words of a match tell, where that is one of us by name or role; or whose it is. */
function doerOf(terms: readonly Term[], doers: ReadonlyMap<number, Doer>, { begins, from, to }: Match): Doer | null {
  for (let at = begins; at < to; at++) if (terms[at]!.tags.has("ByThem") && doers.has(at)) return doers.get(at)!;
  const owner = terms[from - 1];
  if (owner?.tags.has("TheirOwn")) return { from: terms[from - 2]?.tags.has("Determiner") ? from - 2 : from - 1, to: from };
  return namedIn(terms, from, to) ?? doerBefore(terms, doers, from) ?? namedBefore(terms, from);
}

/** "Had the reviewer opened it", "nobody on the night shift": who is named in the words themselves. */
function namedIn(terms: readonly Term[], from: number, to: number, first = from): Doer | null {
  const at = terms.findIndex(({ tags }, n) => n >= first && n < to && (tags.has("Them") || tags.has("Crowd")) && !tags.has("TheirOwn"));
  if (at < 0) return null;
  let begins = at;
  while (begins > from && ["Determiner", "Adjective", "Noun", "Value"].some((tag) => terms[begins - 1]!.tags.has(tag))) begins--;
  return { from: begins, to: at + 1 };
}

/** "Ada cut corners": who stands right before words that no tagger takes for a verb. */
function namedBefore(terms: readonly Term[], from: number): Doer | null {
  let at = from - 1;
  while (at > 0 && ["Adverb", "Auxiliary", "Negative"].some((tag) => terms[at]!.tags.has(tag))) at--;
  return at >= 0 ? namedIn(terms, Math.max(0, at - 3), at + 1, at) : null;
}

/** "Ada was out of her depth": the verb before it is somebody's. */
function doerBefore(terms: readonly Term[], doers: ReadonlyMap<number, Doer>, from: number): Doer | null {
  for (let at = from - 1; at >= Math.max(0, from - 6); at--)
    if (terms[at]!.tags.has("Main")) return terms[at]!.tags.has("ByThem") ? (doers.get(at) ?? null) : null;
  return null;
}

/** None lies over another: the first counts, and of two that begin together the longer. */
export function apart(all: readonly Finding[]): Finding[] {
  const sorted = [...all].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return sorted.filter((one) => {
    if (one.start < end) return false;
    end = one.end;
    return true;
  });
}
