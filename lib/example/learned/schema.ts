import type { ActionStatus, ActionType, HeldAnswer, Priority } from "../../actions/words";
import type { ChangeKind, Verdict } from "../../changes/words";
import type { FactorRole } from "../../factors/words";
import type { Environment } from "../../incidents/words";
import type { Caught, Net } from "../../nets/words";
import type { ShippedTag } from "../../tags/words";
import type { Clock, IncidentKey, PersonKey, ServiceKey, TeamKey } from "../schema";

/** What was found and what followed, as the example history tells it. */

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
