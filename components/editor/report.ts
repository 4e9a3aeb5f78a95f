import type { Written } from "../../lib/documents/written";

/** What the text tells the page around it. */
export interface Report {
  written: Written;
  headings: readonly HeadingAt[];
}

export interface HeadingAt {
  level: number;
  text: string;
  anchor: string;
}

/** Somebody who has the document open: one a person, wherever they write. */
export interface Present {
  id: string;
  name: string;
  /** Their colour, see `handOf`. */
  hand: number;
  /** The caret that is theirs; null where they only read. */
  client: number | null;
}
