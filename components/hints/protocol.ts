import type { Finding, Setting, TextKind } from "../../lib/blameless/words";

/** What a tab and its reader say to each other. */

export interface Texts {
  /** The answer carries the same. */
  number: number;
  kind: TextKind;
  texts: readonly string[];
}

export type ToReader = { setting: Setting } | Texts;

export type FromReader =
  /** It stands; these are the files that it was loaded from. */
  | { files: readonly string[] }
  /** What each rule asks, by its id: with every setting. */
  | { questions: ReadonlyMap<string, string> }
  /** One list for each text. */
  | { number: number; found: readonly (readonly Finding[])[] };
