import type { FactorGroup } from "../factors/words";

/** A kind of condition that stood in several incidents of one service. */
export interface Recurring {
  tagId: string;
  tag: string;
  group: FactorGroup;
  /** In how many incidents, of those that the reader may see. */
  incidents: number;
  /** The latest of them. */
  latest: { ref: string; title: string; at: string }[];
}
