import type { BlockKind, TimelineFilter } from "../../blocks/words";
import type { Callout, SectionKey } from "../../documents/words";
import type { Clock, PersonKey } from "../schema";

/**
 * What was written about an incident: plain data that becomes a document. A text may hold `code`, **bold**, *slanted*, [words](https://…),
 * a person as @[keala], an incident as #[slots-pool], an action item as ACT[its-key], and a minute of the incident as {-11}.
 */

export type WrittenBlock =
  | string
  | { heading: string }
  | { list: readonly string[] }
  | { steps: readonly string[] }
  /** Its first row is its head. */
  | { table: readonly (readonly string[])[] }
  | { code: string; language?: string }
  | { quote: string }
  | { callout: Callout; text: readonly string[] }
  | { live: BlockKind; filter?: TimelineFilter };

export type WrittenSections = Partial<Record<SectionKey, readonly WrittenBlock[]>>;

/** So many days after that of declaring, and the clock. */
export type When = readonly [day: number, clock: Clock];

export type WrittenReview = {
  person: PersonKey;
  askedBy: PersonKey;
  asked: When;
  /** Nothing yet, where it is missing. */
  answered?: { state: "approved" | "changes_requested"; at: When };
};

export type AsksYou = Pick<WrittenReview, "askedBy" | "asked"> & { note: string };

export type WrittenVersion = {
  title: string;
  by: PersonKey;
  at: When;
  note?: string;
  /** Who had written by then. */
  writers: readonly PersonKey[];
  reviews: readonly WrittenReview[];
  /** What this version says beyond the one before it, at the end of its section. */
  adds?: WrittenSections;
};

export type ExampleWritten = {
  begun: When;
  sections: WrittenSections;
} & (
  | { versions: readonly [WrittenVersion, ...WrittenVersion[]] }
  /** Not out yet: who has written so far, and who was asked to read it; at last whoever loads the history, so that something waits for them. */
  | { writers: readonly PersonKey[]; reviews: readonly (WrittenReview & { note?: string })[]; asksYou: AsksYou }
);

/** Why none is required. */
export type ExampleNotRequired = { by: PersonKey; at: When; reason: string };
