/** How much stands on each side of an incident: what changed, what combined, what follows, what is written about it. */
export interface SideCounts {
  changes: number;
  factors: number;
  actions: number;
  /** How its post-mortem stands, in a word; empty while there is nothing to say. */
  postmortem: string;
}
