import { z } from "zod";
import { ActionItem } from "../actions/schema";
import { IncidentChange } from "../changes/schema";
import { Factor } from "../factors/schema";
import { SharedIncident } from "../incidents/schema";
import { SafetyNet } from "../nets/schema";
import { Entry } from "../timeline/schema";

/**
 * The rows that the live blocks of a document show, as they are or as they were when it was published. A part that no block of the document
 * shows is absent; `incident` is always there, for the head and the key figures.
 */
export const Blocks = z.object({
  incident: SharedIncident,
  /** The entries that some block shows, oldest first; each block filters them by itself. */
  timeline: z.array(Entry).optional(),
  /** How many entries more the blocks would show, had they room. */
  timelineLeft: z.number().optional(),
  changes: z.array(IncidentChange).optional(),
  /** The text of a change's diff, by the id of the change; long ones are cut and say so. */
  diffs: z.record(z.string(), z.object({ text: z.string(), cut: z.boolean() })).optional(),
  factors: z.array(Factor).optional(),
  /** What the factors' evidence says, by `entry:ID` and `change:ID`. */
  evidence: z.record(z.string(), z.object({ at: z.string(), words: z.string() })).optional(),
  nets: z.array(SafetyNet).optional(),
  /** `held` is empty: what other incidents say of an item is asked for each reader (`actionsToday`). */
  actions: z.array(ActionItem).optional(),
});
export type Blocks = z.infer<typeof Blocks>;

/** Action items as they stand today, by their id; one that is gone is absent. */
export type ActionsToday = Readonly<Record<string, ActionItem>>;
