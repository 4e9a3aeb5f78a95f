import type { ActionStatus, ActionType, HeldAnswer, Priority } from "../actions/words";
import type { CallAnswer } from "../calls/words";
import type { ChangeKind, Verdict } from "../changes/words";
import type { FactorRole } from "../factors/words";
import type { Detection, Environment, IncidentRole, Milestone, Mitigation, Mode, Severity, Status, Visibility } from "../incidents/words";
import type { Caught, Net } from "../nets/words";
import type { TeamRole } from "../people/words";
import type { ShippedTag } from "../tags/words";
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

/** A change, as a pipeline, a vendor or a colleague tells it. Its `key` is how factors of the same incident name it. */
export type ExampleChange = {
  key: string;
  atMin: number;
  kind: ChangeKind;
  summary: string;
  service: ServiceKey | null;
  environment?: Environment;
  actor?: string;
  before?: string;
  after?: string;
  url?: `https://${string}`;
  /** A unified diff, to the letter. */
  diff?: string;
  /** Who put it beside the incident, and when. */
  by: PersonKey;
  addedAtMin: number;
  verdict: Verdict | null;
  why: string;
};

/** "Nothing of this kind changed, checked by … how …". */
export type ExampleNothing = { atMin: number; kind: ChangeKind; by: PersonKey; why: string };

/** What shows it: the entry that happened in this minute, a change, one line of its diff, a link. */
export type ExampleEvidence = { entryAtMin: number } | { change: string; file?: string; line?: number } | { url: `https://${string}`; label?: string };

export type ExampleFactor = {
  key: string;
  tag: ShippedTag;
  role: FactorRole;
  why: string;
  evidence?: readonly ExampleEvidence[];
  /** Keys of factors of the same incident; said on either side. */
  combinesWith?: readonly string[];
  by: PersonKey;
};

export type ExampleNet = {
  net: Net;
  wouldHaveCaught?: Caught;
  existed?: boolean;
  ran?: boolean;
  gated?: boolean;
  brokeThereFirst?: boolean;
  note?: string;
  by: PersonKey;
};

/** Days count from declaring, but `dueInDays` from the day of loading: what is open is due around today, whenever that is. */
export type ExampleAction = {
  /** How post-mortems name it; one is written where one does. */
  key?: string;
  title: string;
  description?: string;
  type: ActionType | null;
  priority: Priority | null;
  status: ActionStatus;
  reason?: string;
  owner?: PersonKey;
  team?: TeamKey;
  dueDays?: number;
  dueInDays?: number;
  finishTest: string;
  trackerUrl?: `https://${string}`;
  evidenceUrl?: `https://${string}`;
  doneDays?: number;
  factor?: string;
  net?: Net;
  entryAtMin?: number;
  by: PersonKey;
  madeDays: number;
  /** It asks nobody for so many days from loading, and says why. */
  waits?: { days: number; why: string };
  /** What came of it when a later incident put it to the test; null: it was asked, and waits for an answer. */
  held?: readonly { incident: IncidentKey; answer: HeldAnswer | null; note?: string; by: PersonKey }[];
};

/** A change that belongs to no incident: what a year of ordinary work looks like. */
export type ExampleRoutine = ({ daysAgo: number; at: Clock } | { minutesAgo: number }) & {
  kind: ChangeKind;
  service: ServiceKey | null;
  environment?: Environment;
  summary: string;
  actor?: string;
  before?: string;
  after?: string;
  url?: `https://${string}`;
  diff?: string;
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

/** What was found about an incident, and what followed from it: beside the incident's own file, in `learned/`. */
export type ExampleLearned = {
  changes?: readonly ExampleChange[];
  nothing?: readonly ExampleNothing[];
  factors?: readonly ExampleFactor[];
  nets?: readonly ExampleNet[];
  /** Could one person do this alone, and should they be able to? */
  access?: { onePersonCould: boolean; onePersonShould: boolean | null; note: string };
  actions?: readonly ExampleAction[];
};
