/** How a document's socket is closed, beside what lib/live/words.ts says: the browser acts on the number. */
export const ENDED = {
  /** There is no such document, or it is no longer this person's to see. */
  gone: 4404,
  /** An editor of an older schema: it would delete what it does not know. */
  outdated: 4426,
  /** The document is as large as one may be, or too many have it open. */
  full: 4413,
} as const;

/** Bounds of what is sent and kept, in bytes. */
export const MOST = {
  message: 1_000_000,
  document: 10_000_000,
  caret: 4_000,
  attribute: 4_000,
} as const;

/** White letters are read on each of them, in both themes. */
const CARETS = ["#b42318", "#a15c07", "#3f621a", "#107569", "#026aa2", "#444ce7", "#7a2ed6", "#c01574"] as const;

/** A person's colour in every document and in every browser. */
export function caretColour(personId: string): string {
  let sum = 0;
  for (const letter of personId) sum = (sum * 31 + letter.charCodeAt(0)) >>> 0;
  return CARETS[sum % CARETS.length]!;
}
