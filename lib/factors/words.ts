/** Contributing factors: several, of several groups, and they combine. There is no single one. */

export const FACTOR_GROUPS = ["code", "infrastructure", "environment", "unusual_behaviour", "safety_net", "organisation"] as const;
export type FactorGroup = (typeof FACTOR_GROUPS)[number];

export const FACTOR_ROLES = ["triggered", "enabled", "worsened", "delayed_detection", "delayed_recovery", "softened"] as const;
export type FactorRole = (typeof FACTOR_ROLES)[number];

export const EVIDENCE_KINDS = ["entry", "change", "url"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const FACTOR_GROUP_WORDS: Record<FactorGroup, string> = {
  code: "Code",
  infrastructure: "Infrastructure",
  environment: "Environment",
  unusual_behaviour: "Unusual behaviour",
  safety_net: "Safety net",
  organisation: "Organisation",
};

export const FACTOR_ROLE_WORDS: Record<FactorRole, string> = {
  triggered: "Triggered",
  enabled: "Enabled",
  worsened: "Worsened",
  delayed_detection: "Delayed detection",
  delayed_recovery: "Delayed recovery",
  softened: "Softened",
};

export const FACTOR_ROLE_HINTS: Record<FactorRole, string> = {
  triggered: "It set things off",
  enabled: "It made this possible",
  worsened: "It made it larger or longer",
  delayed_detection: "It hid what was happening",
  delayed_recovery: "It kept us from ending it sooner",
  softened: "It helped: without it, this would have been worse",
};
