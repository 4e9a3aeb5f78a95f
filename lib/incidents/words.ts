/** The enumerations of an incident, and what people read for them. Free of zod, so that a page may name them cheaply. */

export const MODES = ["incident", "retrospective", "near_miss", "drill"] as const;
export type Mode = (typeof MODES)[number];

/** The working statuses, in the order in which an incident usually passes through them. */
export const WORKING_STATUSES = ["triage", "investigating", "identified", "mitigated", "resolved"] as const;
export const STATUSES = [...WORKING_STATUSES, "declined", "merged", "canceled"] as const;
export type Status = (typeof STATUSES)[number];

/** Statuses in which someone still has to do something now. */
export const OPEN_STATUSES: readonly Status[] = ["triage", "investigating", "identified", "mitigated"];
/** Statuses in which it still hurts: the clock on the wall runs. */
export const BURNING_STATUSES: readonly Status[] = ["triage", "investigating", "identified"];

export const SEVERITIES = ["SEV1", "SEV2", "SEV3", "SEV4"] as const;
export type Severity = (typeof SEVERITIES)[number];

export const VISIBILITIES = ["organisation", "private"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const ENVIRONMENTS = ["production", "staging", "development", "other"] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

export const DETECTIONS = ["alert", "customer_report", "teammate_noticed", "synthetic_check", "third_party", "other"] as const;
export type Detection = (typeof DETECTIONS)[number];

export const MILESTONES = ["impact_started", "detected", "acknowledged", "identified", "mitigated", "resolved"] as const;
export type Milestone = (typeof MILESTONES)[number];

export const INCIDENT_ROLES = ["lead", "comms", "scribe", "facilitator", "responder", "observer"] as const;
export type IncidentRole = (typeof INCIDENT_ROLES)[number];

export const MITIGATIONS = ["flag_off", "rollback", "roll_forward", "config_change", "failover", "scale", "restart", "vendor_recovered", "other"] as const;
export type Mitigation = (typeof MITIGATIONS)[number];

export const SORTS = ["newest", "oldest", "updated", "severity", "relevance"] as const;
export type Sort = (typeof SORTS)[number];

export const MODE_WORDS: Record<Mode, string> = {
  incident: "Incident",
  retrospective: "Retrospective",
  near_miss: "Near miss",
  drill: "Drill",
};

export const MODE_HINTS: Record<Mode, string> = {
  incident: "Something is broken, or may be",
  retrospective: "It is over; write it down now",
  near_miss: "It nearly broke",
  drill: "A rehearsal, kept out of the figures",
};

export const STATUS_WORDS: Record<Status, string> = {
  triage: "Triage",
  investigating: "Investigating",
  identified: "Identified",
  mitigated: "Mitigated",
  resolved: "Resolved",
  declined: "Declined",
  merged: "Merged",
  canceled: "Canceled",
};

export const STATUS_HINTS: Record<Status, string> = {
  triage: "Is it real, and how bad?",
  investigating: "Someone is on it",
  identified: "We know what it is",
  mitigated: "It no longer hurts",
  resolved: "It is over",
  declined: "It was not an incident",
  merged: "It goes on in another room",
  canceled: "Declared by mistake",
};

/** One line each; "if unsure, pick the higher". Names are configurable, the order is not. */
export const SEVERITY_HINTS: Record<Severity, string> = {
  SEV1: "Most customers cannot do what they came for, or data is at risk",
  SEV2: "Many are hurt, or a core function is down for some",
  SEV3: "A few are hurt, or there is a way around it",
  SEV4: "Nobody is hurt yet; worth watching together",
};

export const ENVIRONMENT_WORDS: Record<Environment, string> = {
  production: "Production",
  staging: "Staging",
  development: "Development",
  other: "Other",
};

export const DETECTION_WORDS: Record<Detection, string> = {
  alert: "an alert",
  customer_report: "a customer",
  teammate_noticed: "a teammate",
  synthetic_check: "a synthetic check",
  third_party: "a third party",
  other: "other means",
};

export const MILESTONE_WORDS: Record<Milestone | "declared", string> = {
  impact_started: "Impact began",
  detected: "Detected",
  declared: "Declared",
  acknowledged: "Acknowledged",
  identified: "Identified",
  mitigated: "Mitigated",
  resolved: "Resolved",
};

export const ROLE_WORDS: Record<IncidentRole, string> = {
  lead: "Incident lead",
  comms: "Communications",
  scribe: "Scribe",
  facilitator: "Facilitator",
  responder: "Responder",
  observer: "Observer",
};

export const MITIGATION_WORDS: Record<Mitigation, string> = {
  flag_off: "Flag turned off",
  rollback: "Rolled back",
  roll_forward: "Rolled forward",
  config_change: "Configuration changed",
  failover: "Failed over",
  scale: "Scaled",
  restart: "Restarted",
  vendor_recovered: "The vendor recovered",
  other: "Other",
};

/** What an incident may have, as a filter of lists. */
export const HAVINGS = ["postmortem", "diff", "open_actions"] as const;
export type Having = (typeof HAVINGS)[number];
export const HAVING_WORDS: Record<Having, string> = { postmortem: "With a post-mortem", diff: "With a diff", open_actions: "With open actions" };
