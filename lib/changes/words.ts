/** What may be altered before or during an incident, and how people judged it. */

export const CHANGE_KINDS = ["deploy", "dependency", "migration", "infrastructure", "traffic", "external", "config", "flag", "access"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** The three places to look, and the kinds that belong to each. */
export const CHANGE_GROUPS = ["code", "infrastructure", "environment"] as const;
export type ChangeGroup = (typeof CHANGE_GROUPS)[number];
export const KINDS_OF: Record<ChangeGroup, readonly ChangeKind[]> = {
  code: ["deploy", "dependency", "migration"],
  infrastructure: ["infrastructure", "traffic", "external"],
  environment: ["config", "flag", "access"],
};
export const changeGroupOf = (kind: ChangeKind): ChangeGroup => CHANGE_GROUPS.find((group) => KINDS_OF[group].includes(kind))!;

export const VERDICTS = ["suspect", "contributed", "fixed", "dismissed"] as const;
export type Verdict = (typeof VERDICTS)[number];

export const CHANGE_KIND_WORDS: Record<ChangeKind, string> = {
  deploy: "Deploy",
  dependency: "Dependency",
  migration: "Migration",
  infrastructure: "Infrastructure",
  traffic: "Traffic",
  external: "External",
  config: "Configuration",
  flag: "Flag",
  access: "Access",
};

export const CHANGE_GROUP_WORDS: Record<ChangeGroup, string> = { code: "Code", infrastructure: "Infrastructure", environment: "Environment" };

export const VERDICT_WORDS: Record<Verdict, string> = {
  suspect: "Suspect",
  contributed: "Contributed",
  fixed: "Fixed it",
  dismissed: "Dismissed",
};
