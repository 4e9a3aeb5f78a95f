/** How much stands on each side of an incident: what changed, what combined, what follows. */
export interface SideCounts {
  changes: number;
  factors: number;
  actions: number;
}
