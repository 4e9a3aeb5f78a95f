import type { HintClass } from "../../lib/blameless/words";
import type { LanguageSetting, PhraseInput, SetLanguage } from "../../lib/language/schema";

/** The form of the language setting: what stands in it, what is sent of it, and how what two admins wrote comes together. */
export interface PhraseValues {
  /** Empty for a new one. */
  id: string;
  words: string;
  class: HintClass;
  why: string;
  question: string;
}

export interface LanguageValues {
  off: string[];
  /** One a line. */
  vendors: string;
  phrases: PhraseValues[];
}

export const LANGUAGE_FIELDS = ["off", "vendors", "phrases"] as const;
export const NEW_PHRASE: PhraseValues = { id: "", words: "", class: "judgement", why: "", question: "" };

export const languageValues = ({ off, vendors, phrases }: Pick<LanguageSetting, "off" | "vendors" | "phrases">): LanguageValues => ({
  off: [...off],
  vendors: vendors.join("\n"),
  phrases: phrases.map((phrase) => ({ ...phrase, question: phrase.question ?? "" })),
});

const lines = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

export const languageInput = ({ off, vendors, phrases }: LanguageValues): SetLanguage => ({
  off,
  vendors: lines(vendors),
  phrases: phrases.map(({ id, question, ...phrase }): PhraseInput => ({ ...phrase, ...(id ? { id } : {}), question: question.trim() || null })),
});

/** What I added to a list of words and took from it, done to theirs. */
function mergedWords(before: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const taken = before.filter((word) => !mine.includes(word));
  return [...new Set([...theirs.filter((word) => !taken.includes(word)), ...mine.filter((word) => !before.includes(word))])];
}

const isSame = (one: PhraseValues | undefined, other: PhraseValues) => JSON.stringify(one) === JSON.stringify(other);

/** What I changed since `before`, done to what stands now: nothing that either admin wrote is lost. */
export function merged(before: LanguageValues, mine: LanguageValues, now: LanguageValues): LanguageValues {
  const was = new Map(before.phrases.map((phrase) => [phrase.id, phrase]));
  const ours = new Map(mine.phrases.filter(({ id }) => id).map((phrase) => [phrase.id, phrase]));
  const standing = now.phrases.flatMap((theirs) => {
    const our = ours.get(theirs.id);
    if (!our) return was.has(theirs.id) ? [] : [theirs];
    return isSame(was.get(our.id), our) ? [theirs] : [our];
  });
  const gone = [...ours.values()].filter((our) => !now.phrases.some(({ id }) => id === our.id) && !isSame(was.get(our.id), our));
  return {
    off: mergedWords(before.off, mine.off, now.off),
    vendors: mergedWords(lines(before.vendors), lines(mine.vendors), lines(now.vendors)).join("\n"),
    phrases: [...standing, ...gone.map((our) => ({ ...our, id: "" })), ...mine.phrases.filter(({ id }) => !id)],
  };
}
