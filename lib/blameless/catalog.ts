import { COUNTERFACTUAL } from "./catalog/counterfactual";
import { EVASIVE } from "./catalog/evasive";
import { HINDSIGHT } from "./catalog/hindsight";
import { JUDGEMENT } from "./catalog/judgement";
import { NAMING } from "./catalog/naming";
import { type Rule, SOURCES } from "./catalog/rule";
import { SINGLE_CAUSE } from "./catalog/single-cause";
import { WEAK_ACTION } from "./catalog/weak-action";

/** The hint on who, beside the hint on what they are said to have failed in. */
export const WHO: Rule = {
  id: "who-failed",
  class: "naming",
  pattern: [],
  why: "Whoever it was, the next one would have stood in the same place.",
  question: "What did the place ask of whoever stood there?",
  source: SOURCES.allspaw,
};

export const CATALOG: readonly Rule[] = [...COUNTERFACTUAL, ...JUDGEMENT, ...HINDSIGHT, ...NAMING, WHO, ...SINGLE_CAUSE, ...EVASIVE, ...WEAK_ACTION];
