import { WHO } from "./catalog";
import { languageOf } from "./language";
import { coverUnread } from "./masks";
import { knownNames } from "./people";
import { phrasesIn } from "./phrases";
import { apart, find, readyFor } from "./reading";
import { sentencesOf } from "./sentences";
import { mayNameSomebody } from "./somebody";
import { type Finding, MENTIONED, type Setting, type TextKind } from "./words";

export interface Reader {
  /** Findings in their order, none inside of another, all that there are (see `few`); offsets in UTF-16 code units of `text`. */
  check(text: string, kind: TextKind): Finding[];
}

/** A sentence's findings by its words, so that what did not change is not read again. */
const MOST_KEPT = 4000;

/** Reads with what an organisation knows and wants. Make it once for a setting: what it has read it remembers. */
export function reader({ names, off, phrases }: Setting): Reader {
  const known = knownNames(names);
  const isOff = new Set(off);
  const withWho = !isOff.has(WHO.id);
  const mayName = mayNameSomebody(known);
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
    const isOfSomebody = mayName(text);
    const tried = readyFor(
      text,
      ({ rule, isOfSomebody: needs }) => !isOff.has(rule.id) && (rule.only === undefined || rule.only === kind) && (isOfSomebody || !needs),
    );
    // A paragraph may be in another language than its page.
    const found = tried.length && languageOf(text) === "en" ? find(text, tried, known, withWho) : [];
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
        return apart(all.filter(({ start, end }) => !isCovered(start, end))).map((one) => keepMention(text, one));
      });
    },
  };
}

/** Words that hold a mention have no other words to stand in their place: it would be lost. */
const keepMention = (text: string, one: Finding): Finding => (text.slice(one.start, one.end).includes(MENTIONED) ? { ...one, suggestions: [] } : one);
