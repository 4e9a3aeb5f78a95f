import type { ExampleLearned, ExampleRoutine, IncidentKey } from "../schema";
import { slotsPool } from "./10-slots-pool";

/** What was found about the incidents of the history, and what followed. */
export const LEARNED: Partial<Record<IncidentKey, ExampleLearned>> = {
  "slots-pool": slotsPool,
};

/** The changes of ordinary days. */
export const ROUTINE: readonly ExampleRoutine[] = [];
