/** What a timeline entry may be, and what people read for it. */

export const ENTRY_KINDS = [
  "note",
  "status",
  "severity",
  "role",
  "alert",
  "change",
  "hypothesis",
  "decision",
  "action",
  "evidence",
  "comms",
  "impact",
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const PRECISIONS = ["exact", "approximate"] as const;
export type Precision = (typeof PRECISIONS)[number];

export const HYPOTHESIS_STATES = ["open", "ruled_out", "confirmed"] as const;
export type HypothesisState = (typeof HYPOTHESIS_STATES)[number];

export const ROLE_VERBS = ["took", "handed_over", "left"] as const;
export type RoleVerb = (typeof ROLE_VERBS)[number];

export const KIND_WORDS: Record<EntryKind, string> = {
  note: "Note",
  status: "Status",
  severity: "Severity",
  role: "Role",
  alert: "Alert",
  change: "Change",
  hypothesis: "Theory",
  decision: "Decision",
  action: "Being tried",
  evidence: "Evidence",
  comms: "Communication",
  impact: "Impact",
};

export const HYPOTHESIS_WORDS: Record<HypothesisState, string> = {
  open: "Open",
  ruled_out: "Ruled out",
  confirmed: "Confirmed",
};
