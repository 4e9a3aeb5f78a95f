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
