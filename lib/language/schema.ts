import { z } from "zod";
import { HINT_CLASSES, TEXT_KINDS } from "../blameless/words";
import { Id, Line, Markdown } from "../scalars";
import { MOST_PHRASES, MOST_VENDORS } from "./words";

/** A text to be read, of at most 100 000 characters. */
export const CheckLanguage = z.strictObject({ text: Markdown, kind: z.enum(TEXT_KINDS) });
export type CheckLanguage = z.infer<typeof CheckLanguage>;

/** Offsets are UTF-16 code units from the beginning of the text; `end` is behind the last. */
export const HintFinding = z.object({
  start: z.number(),
  end: z.number(),
  class: z.enum(HINT_CLASSES),
  rule: z.string(),
  why: z.string(),
  question: z.string().nullable(),
  suggestions: z.array(z.string()),
});
/** `language`: only English is read, of another language nothing is said. */
export const CheckedLanguage = z.object({ language: z.enum(["en", "other"]), findings: z.array(HintFinding) });
export type CheckedLanguage = z.infer<typeof CheckedLanguage>;

/** Words to look for, `*` for any one word. `id` is that of a phrase which stands already. */
export const PhraseInput = z.strictObject({
  id: Id.optional(),
  words: z.string().max(1000).trim().min(1, "Say which words"),
  class: z.enum(HINT_CLASSES),
  why: Line,
  question: Line.nullable().optional(),
});
export type PhraseInput = z.infer<typeof PhraseInput>;

/** The whole setting: rules that are off, names of companies and products that are systems, and phrases. */
export const SetLanguage = z.strictObject({
  off: z.array(z.string().min(1).max(100)).max(500),
  vendors: z.array(Line).max(MOST_VENDORS, `At most ${MOST_VENDORS} names`),
  phrases: z.array(PhraseInput).max(MOST_PHRASES, `At most ${MOST_PHRASES} phrases`),
});
export type SetLanguage = z.infer<typeof SetLanguage>;

export const LanguagePhrase = z.object({ id: z.string(), words: z.string(), class: z.enum(HINT_CLASSES), why: z.string(), question: z.string().nullable() });

/** What a reader is made with. `names.systems` holds services and vendors. */
export const LanguageSetting = z.object({
  version: z.number(),
  off: z.array(z.string()),
  vendors: z.array(z.string()),
  phrases: z.array(LanguagePhrase),
  names: z.object({ people: z.array(z.string()), teams: z.array(z.string()), systems: z.array(z.string()) }),
});
export type LanguageSetting = z.infer<typeof LanguageSetting>;

/** A hint that comes (`gained`) or goes. `start` and `end` are its place in `sentence`. */
export const HintChange = z.object({
  ref: z.string(),
  title: z.string(),
  sentence: z.string(),
  start: z.number(),
  end: z.number(),
  rule: z.string(),
  gained: z.boolean(),
});
export type HintChange = z.infer<typeof HintChange>;

/**
 * What a setting would change in the published post-mortems: how many were read (the newest; `more` where older ones were not),
 * how many hints they have before and after, by rule, and the first fifty that come or go.
 */
export const LanguagePreview = z.object({
  postmortems: z.number(),
  more: z.boolean(),
  before: z.number(),
  after: z.number(),
  rules: z.array(z.object({ rule: z.string(), before: z.number(), after: z.number() })),
  changed: z.array(HintChange),
});
export type LanguagePreview = z.infer<typeof LanguagePreview>;

/** By rule and text: `key` is the hash that `keyOf` (lib/blameless/kept.ts) makes of the text. */
export const KeepHint = z.strictObject({
  rule: z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/, "The id of a rule or a phrase"),
  key: z.string().regex(/^[0-9a-f]{14}$/, "14 hex digits: the hash of the text"),
});
export type KeepHint = z.infer<typeof KeepHint>;

export const KeptHint = z.object({ id: z.string(), rule: z.string(), key: z.string() });
export type KeptHint = z.infer<typeof KeptHint>;
export const KeptHintList = z.object({ items: z.array(KeptHint), nextCursor: z.null() });
export type KeptHintList = z.infer<typeof KeptHintList>;
