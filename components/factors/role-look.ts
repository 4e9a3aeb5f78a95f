import type { FactorRole } from "../../lib/factors/words";

/** A role is told by its word and by the edge of its chip: heavy, plain, double, dashed, dotted, or heavy at one side. */
export const ROLE_EDGE: Record<FactorRole, string> = {
  triggered: "border-2 border-accent",
  enabled: "border border-edge",
  worsened: "border-4 border-double border-edge",
  delayed_detection: "border-2 border-dashed border-edge",
  delayed_recovery: "border-2 border-dotted border-edge",
  softened: "border border-calm border-l-4",
};

export const ROLE_INK: Record<FactorRole, string> = {
  triggered: "text-accent",
  enabled: "text-soft",
  worsened: "text-soft",
  delayed_detection: "text-soft",
  delayed_recovery: "text-soft",
  softened: "text-calm",
};
