import type { ActionsToday, Blocks } from "../../lib/blocks/schema";

/** What an article is read with. */
export interface Reading {
  incidentRef: string;
  /** The one zone in which all times are written, and the day on which they need no date. */
  zone: string;
  around: string;
  blocks: Blocks;
  today?: ActionsToday | undefined;
}
