import type { CallAnswer } from "../calls/words";
import type { Detection, Environment, IncidentRole, Milestone, Mitigation, Mode, Severity, Status, Visibility } from "../incidents/words";
import type { TeamRole } from "../people/words";
import type { EntryKind, HypothesisState, Precision } from "../timeline/words";

/**
 * The shapes of the example history: plain data about an invented company, with times relative to the moment of loading.
 * Keys are closed unions, so that a slip of the pen does not compile.
 */

export type TeamKey = "storefront" | "orders" | "depots" | "delivery" | "platform";

export type PersonKey =
  | "amina"
  | "tomasz"
  | "keala"
  | "ngozi"
  | "hiroshi"
  | "lucia"
  | "meera"
  | "oskar"
  | "bronagh"
  | "farid"
  | "weiling"
  | "rahel"
  | "pita"
  | "yusuf"
  | "anneke";

export type ServiceKey =
  | "gateway"
  | "identity"
  | "databases"
  | "nightly"
  | "shop"
  | "catalogue"
  | "orders"
  | "payments"
  | "stock"
  | "picking"
  | "slots"
  | "routes"
  | "driver"
  | "messages";

export type IncidentKey =
  | "checkout-pool"
  | "handheld-certificate"
  | "retro-deposit-rounding"
  | "card-processor"
  | "resolver-morning"
  | "price-import-overlap"
  | "near-miss-renewal"
  | "slow-shop"
  | "substitutions-flag"
  | "slots-pool"
  | "off-switch-drill"
  | "drop-column"
  | "repeated-texts"
  | "export-link"
  | "pool-drill"
  | "flag-default"
  | "retro-truncated-backups"
  | "pinned-intermediate"
  | "route-cut-off"
  | "queued-scans"
  | "session-eviction"
  | "sign-in-again"
  | "clock-change-night"
  | "clock-change-drill"
  | "old-map-tiles"
  | "reserving-hangs";

/** Hours and minutes in UTC. */
export type Clock = `${number}:${number}`;

export type ExampleTeam = { key: TeamKey; name: string };

export type ExamplePerson = {
  key: PersonKey;
  name: string;
  email: `${string}@example.com`;
  teams: readonly { team: TeamKey; role: TeamRole }[];
};

export type ExampleService = {
  key: ServiceKey;
  name: string;
  team: TeamKey;
  tier: 1 | 2 | 3 | 4;
  description: string;
  runbookUrl: `https://${string}`;
  repositoryUrl: `https://${string}`;
  dependsOn: readonly ServiceKey[];
};

/** A system that speaks in a timeline: an alert, a log, a deploy. */
export type System = { name: string };

export type ExampleEntryData =
  | { to: Exclude<Status, "merged" | "mitigated"> }
  | { to: "mitigated"; mitigation?: Mitigation; secondsToOff?: number }
  | { to: Severity }
  | { state: HypothesisState; because?: string };

/** Minutes count from the moment of declaring. A body may name another incident as `#[key]`; see `withRefs`. */
export type ExampleEntry = {
  atMin: number;
  /** When it was written, if that was later than it happened. */
  recordedAtMin?: number;
  by: PersonKey | System;
  kind: Exclude<EntryKind, "role">;
  body: string;
  data?: ExampleEntryData;
  milestone?: Milestone;
  precision?: Precision;
  starred?: true;
  knownLater?: true;
  sourceUrl?: `https://${string}`;
};

export type ExampleRole = { role: IncidentRole; person: PersonKey; atMin: number; untilMin?: number; note?: string };

export type ExampleCall = {
  atMin: number;
  by: PersonKey;
  message: string;
  /** Minutes after the call. */
  people: readonly { person: PersonKey; seenAfterMin?: number; answer: CallAnswer | null; answeredAfterMin?: number }[];
};

/** When it was declared: so many days before loading, minutes before loading, or counted from the last autumn night on which the clocks went back. */
export type ExampleDeclared =
  | { declaredDaysAgo: number; declaredAt: Clock }
  | { minutesAgo: number }
  | { declaredNightsAfterClockChange: number; declaredAt: Clock };

export type ExampleIncident = ExampleDeclared & {
  key: IncidentKey;
  title: string;
  summary: string;
  /** What was said when declaring; later ones are entries. */
  severity: Severity | null;
  mode: Mode;
  environment: Environment;
  visibility: Visibility;
  detection: Detection;
  services: readonly ServiceKey[];
  teams: readonly TeamKey[];
  declaredBy: PersonKey;
  startedMin?: number;
  detectedMin?: number;
  mergedInto?: IncidentKey;
  mergedAtMin?: number;
  /** When the next update is due, for one that is still open. */
  nextUpdateMin?: number;
  roles: readonly ExampleRole[];
  calls: readonly ExampleCall[];
  entries: readonly ExampleEntry[];
};
