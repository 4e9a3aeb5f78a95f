import { COUNTERFACTUAL } from "./counterfactual";
import { EVASIVE } from "./evasive";
import { HINDSIGHT } from "./hindsight";
import { JUDGEMENT } from "./judgement";
import { NAMING } from "./naming";
import { SINGLE_CAUSE } from "./single-cause";
import { WEAK_ACTION } from "./weak-action";
import type { Examples } from "./words";

/** By the id of the rule. */
export const EXAMPLES: Record<string, Examples> = {
  ...COUNTERFACTUAL,
  ...JUDGEMENT,
  ...HINDSIGHT,
  ...NAMING,
  ...SINGLE_CAUSE,
  ...EVASIVE,
  ...WEAK_ACTION,
};
