import type { Phrase } from "./words";

/** Phrases that admins add are plain words, and a star for any one word. They are compared word by word, in a time that grows with the text alone. */

const MOST_LETTERS = 200;
const MOST_WORDS = 12;
const FEWEST_LETTERS = 3;
const WORD = /[\p{L}\p{N}@#][\p{L}\p{N}\p{M}'’_-]*/gu;

const plain = (text: string) => text.toLowerCase().replaceAll("’", "'");
const wordsOf = (phrase: string) => plain(phrase).trim().split(/\s+/);

/** Why a phrase is refused, in a sentence; null where it is taken. */
export function phraseProblem(words: string): string | null {
  const said = words.trim();
  if (said === "") return "Write the words that the hint is about";
  if (said.length > MOST_LETTERS) return `Use ${MOST_LETTERS} characters or fewer`;
  if (/[\p{Cc}\p{Cs}]/u.test(said)) return "Write plain words on one line";
  const strange = /[[\](){}|\\+?^$/<>=~`"]|\.[*+?]/u.exec(said)?.[0];
  if (strange) return `“${strange}” looks like a pattern for a program; write plain words, and * for any one word`;
  const parts = wordsOf(said);
  if (parts.length > MOST_WORDS) return `Use ${MOST_WORDS} words or fewer`;
  const glued = parts.find((part) => part !== "*" && part.includes("*"));
  if (glued) return `The star in “${glued}” stands for a whole word: put a space on both sides of it`;
  const named = parts.filter((part) => part !== "*");
  const unread = named.find((part) => part.match(WORD)?.[0] !== part);
  if (unread) return `“${unread}” is not one word; leave out punctuation`;
  if (parts[0] === "*" || parts.at(-1) === "*") return "Begin and end with a word rather than a star";
  const letters = named.join("").match(/\p{L}/gu)?.length ?? 0;
  return letters < FEWEST_LETTERS ? `Use ${FEWEST_LETTERS} letters or more, or the hint would be everywhere` : null;
}

export interface Spoken {
  start: number;
  end: number;
  phrase: Phrase;
}

/** Where the phrases stand in what is read of a text; none goes over the end of a sentence or of a line. */
export function phrasesIn(phrases: readonly Phrase[]): (read: string) => Spoken[] {
  const byFirst = new Map<string, { phrase: Phrase; words: string[] }[]>();
  for (const phrase of phrases) {
    if (phraseProblem(phrase.words)) continue;
    const words = wordsOf(phrase.words);
    const first = words[0] ?? "";
    byFirst.set(first, [...(byFirst.get(first) ?? []), { phrase, words }]);
  }
  if (byFirst.size === 0) return () => [];
  return (read) => {
    const said = [...read.matchAll(WORD)].map((found) => ({ word: plain(found[0]), start: found.index, end: found.index + found[0].length }));
    const joins = said.map(({ end }, at) => !/[.!?;:\n]/.test(read.slice(end, said[at + 1]?.start ?? end)));
    return said.flatMap(({ word, start }, at) =>
      (byFirst.get(word) ?? []).flatMap(({ phrase, words }) => {
        const last = said[at + words.length - 1];
        const isSaid = last && words.every((each, n) => (each === "*" || said[at + n]?.word === each) && (n === words.length - 1 || joins[at + n]));
        return isSaid ? [{ start, end: last.end, phrase }] : [];
      }),
    );
  };
}
