import { CATALOG, WHO } from "./catalog";
import type { Rule } from "./catalog/rule";
import { type Doer, tagDoers } from "./doers";
import { languageOf } from "./language";
import { coverUnread } from "./masks";
import { compile, type Matcher } from "./pattern";
import { type Known, knownNames, tagMeanings } from "./people";
import { phrasesIn } from "./phrases";
import { sentencesOf } from "./sentences";
import { type Term, termsOf } from "./terms";
import { sieve } from "./sieve";
import { type Finding, MOST_HINTS, type Setting, type TextKind } from "./words";

export interface Reader {
  /** Findings in their order, none inside of another, at most `MOST_HINTS` a paragraph; offsets in UTF-16 code units of `text`. */
  check(text: string, kind: TextKind): Finding[];
}

interface Ready {
  rule: Rule;
  match: Matcher;
  spares: Matcher[];
}
/** Each pattern by itself, so that of a rule only those are tried whose words are there. */
const PATTERNS = CATALOG.flatMap((rule) => rule.pattern.map((pattern) => ({ rule, pattern })));
const SPARES = new Map(CATALOG.map((rule) => [rule, (rule.unless ?? []).map((pattern) => compile(pattern))]));
const READY: readonly Ready[] = PATTERNS.map(({ rule, pattern }) => ({ rule, match: compile(pattern), spares: SPARES.get(rule)! }));
const sieved = sieve(PATTERNS.map(({ pattern }) => pattern));

/** A sentence's findings by its words, so that what did not change is not read again. */
const MOST_KEPT = 4000;

/** Reads with what an organisation knows and wants. Make it once for a setting: what it has read it remembers. */
export function reader({ names, off, phrases }: Setting): Reader {
  const known = knownNames(names);
  const isOff = new Set(off);
  const withWho = !isOff.has(WHO.id);
  const spoken = phrasesIn(phrases);
  const kept = new Map<string, Finding[]>();

  function sentence(text: string, kind: TextKind): Finding[] {
    const key = `${kind === "action" ? "a" : "n"}${text}`;
    const before = kept.get(key);
    if (before) {
      kept.delete(key);
      kept.set(key, before);
      return before;
    }
    const tried = sieved(text)
      .map((n) => READY[n]!)
      .filter(({ rule }) => !isOff.has(rule.id) && (rule.only === undefined || rule.only === kind));
    const found = tried.length ? find(text, tried, known, withWho) : [];
    kept.set(key, found);
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
    return found;
  }

  return {
    check(text, kind) {
      if (languageOf(text) !== "en") return [];
      const { read, isCovered } = coverUnread(text);
      const said = spoken(read).map(({ start, end, phrase }) => ({
        start,
        end,
        class: phrase.class,
        rule: phrase.id,
        why: phrase.why,
        question: phrase.question,
        suggestions: [],
      }));
      return [...read.matchAll(/[^\n]+/g)].flatMap((line) => {
        const from = line.index;
        const to = from + line[0].length;
        const all = sentencesOf(line[0], from).flatMap(({ text: words, start }) =>
          sentence(words, kind).map((one) => ({ ...one, start: one.start + start, end: one.end + start })),
        );
        all.push(...said.filter((one) => one.start >= from && one.end <= to));
        return apart(all.filter(({ start, end }) => !isCovered(start, end)))
          .slice(0, MOST_HINTS)
          .map((one) => ({ ...one, suggestions: fitting(one.suggestions, text, one) }));
      });
    },
  };
}

/** All that the rules find in one sentence, with offsets from its beginning. */
function find(text: string, tried: readonly Ready[], known: Known, withWho: boolean): Finding[] {
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
      const doer = doerOf(terms, doers, hit.from, hit.to);
      const end = terms[hit.to - 1]!.end;
      const start = Math.min(terms[hit.from]!.start, rule.withDoer && doer ? terms[doer.from]!.start : Number.POSITIVE_INFINITY);
      found.push({ ...told(rule, start, end), ...(rule.withDoer && doer ? { onlyDoer: terms[doer.to - 1]!.end } : {}) });
      if (rule.names && withWho && doer && rule.class !== "naming") found.push(told(WHO, terms[doer.from]!.start, terms[doer.to - 1]!.end));
    }
  // Who, and what they are said to be or to have failed in, are two hints where both are named.
  for (const hit of found)
    if (hit.onlyDoer && found.some((other) => other.class !== hit.class && other.start >= hit.onlyDoer! && other.start < hit.end)) hit.end = hit.onlyDoer;
  return apart(found.map(({ onlyDoer: _, ...one }) => one));
}

type Hit = Finding & { onlyDoer?: number };

const told = (rule: Rule, start: number, end: number): Finding => ({
  start,
  end,
  class: rule.class,
  rule: rule.id,
  why: rule.why,
  question: rule.question ?? null,
  suggestions: [...(rule.replace ?? [])],
});

/** Who does what the words of a match tell, where that is one of us by name or role; or whose it is. */
function doerOf(terms: readonly Term[], doers: ReadonlyMap<number, Doer>, from: number, to: number): Doer | null {
  for (let at = from; at < to; at++) if (terms[at]!.tags.has("ByThem") && doers.has(at)) return doers.get(at)!;
  const owner = terms[from - 1];
  if (!owner?.tags.has("TheirOwn")) return null;
  return { from: terms[from - 2]?.tags.has("Determiner") ? from - 2 : from - 1, to: from };
}

/** None lies over another: the first counts, and of two that begin together the longer. */
function apart(all: readonly Finding[]): Finding[] {
  const sorted = [...all].sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.reduce<Finding[]>((kept, one) => ((kept.at(-1)?.end ?? 0) > one.start ? kept : [...kept, one]), []);
}

/** A replacement begins as what it replaces does; one that takes words out takes the space behind them, too. */
const fitting = (suggestions: readonly string[], text: string, { start }: Finding): string[] =>
  suggestions.map((one) => (/^\p{Lu}/u.test(text.slice(start)) && one ? one[0]!.toUpperCase() + one.slice(1) : one));
