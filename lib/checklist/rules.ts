import { isOpen } from "../actions/rules";
import type { ActionItem } from "../actions/schema";
import type { Written } from "../documents/written";
import type { Factor } from "../factors/schema";
import type { SharedIncident } from "../incidents/schema";
import { paths } from "../paths";
import type { Entry } from "../timeline/schema";

/** What is worth a look before a post-mortem goes out. It advises, each line with the way to its place, and never blocks. */

export const CHECKS = ["factors", "went_well", "lucky", "sources", "begins", "actions", "detects", "hints"] as const;
export type Check = (typeof CHECKS)[number];

export interface CheckLine {
  check: Check;
  done: boolean;
  /** What holds, or what could be better. */
  words: string;
  /** Where one would see to it. */
  href: string;
}

/** Hints that nobody has answered or kept. */
export interface HintCount {
  text: number;
  /** In titles and finish tests. */
  actions: number;
}

export interface Known {
  incident: Pick<SharedIncident, "ref" | "startedAt" | "detectedAt">;
  written: Written;
  factors: readonly Pick<Factor, "id">[];
  entries: readonly Pick<Entry, "id" | "kind" | "occurredAt" | "starred" | "sourceUrl" | "attachments" | "deletedAt" | "redactedAt">[];
  actions: readonly Pick<ActionItem, "ref" | "type" | "status" | "owner" | "team" | "dueOn">[];
  /** Null while nothing reads them: then nothing is said of them. */
  hints: HintCount | null;
}

export function checklistOf({ incident, written, factors, entries, actions, hints }: Known): CheckLine[] {
  const { ref } = incident;
  const line = (check: Check, done: boolean, words: string, href: string): CheckLine => ({ check, done, words, href });
  const section = (check: "went_well" | "lucky", holds: string, missing: string): CheckLine => {
    const standing = written.sections.filter((one) => one.section === check);
    const filled = standing.some((one) => one.filled);
    return line(check, filled, filled ? holds : missing, paths.draft(ref, standing[0]?.anchor));
  };
  const stands = entries.filter(({ deletedAt }) => deletedAt === null);
  const bare = stands.filter(isBareKey);
  const begins = beginning(incident, stands);
  const wanted = actions.filter(({ status }) => status !== "wont_do");
  const loose = wanted.filter(({ status, owner, team, dueOn, type }) => isOpen(status) && (!(owner || team) || !dueOn || !type));
  const detects = wanted.some(({ type }) => type === "detect");
  return [
    line(
      "factors",
      factors.length >= 2,
      factors.length >= 2
        ? `${factors.length} factors combined`
        : factors.length
          ? "One factor so far: what else had to be so?"
          : "No factor is named yet: what had to be so?",
      paths.incidentFactors(ref),
    ),
    section("went_well", "It says what went well", "What went well? Somebody made something hold"),
    section("lucky", "It says where you got lucky", "Where did you get lucky? Next time may differ"),
    line(
      "sources",
      bare.length === 0,
      bare.length === 0
        ? "Key entries have their sources"
        : `${bare.length === 1 ? "One key entry has" : `${bare.length} key entries have`} no source: a link or a picture`,
      bare[0] ? paths.entry(ref, bare[0].id) : paths.incident(ref),
    ),
    line(
      "begins",
      begins.done,
      begins.done ? "The timeline begins before the first alert" : "The timeline begins with the alert: what happened before it?",
      begins.first ? paths.entry(ref, begins.first) : paths.incident(ref),
    ),
    line(
      "actions",
      wanted.length > 0 && loose.length === 0,
      wanted.length === 0
        ? "Nothing follows yet: a few bounded changes"
        : loose.length === 0
          ? "Each action item has an owner, a day and a type"
          : `${loose
              .map((item) => item.ref)
              .slice(0, 3)
              .join(", ")}${loose.length > 3 ? " and others" : ""}: ${lacks(loose)}`,
      paths.incidentActions(ref),
    ),
    line(
      "detects",
      detects,
      detects ? "One of them detects it sooner" : wanted.length ? "None of them would tell you sooner" : "Nothing would tell you sooner yet",
      paths.incidentActions(ref),
    ),
    ...(hints ? [line("hints", hints.text + hints.actions === 0, asked(hints), hints.text ? paths.draft(ref, HINT) : paths.incidentActions(ref))] : []),
  ];
}

/** The place in a draft's address that opens its first hint. */
export const HINT = "hint";

function asked({ text, actions }: HintCount): string {
  if (text + actions === 0) return "No wording leaves a question open";
  const places = text && actions ? `${text} in the text, ${actions} in action items` : text ? "in the text" : "in action items";
  return text + actions === 1 ? `One wording leaves a question open, ${places}` : `${text + actions} wordings leave a question open: ${places}`;
}

/** What an article leans on, and nobody can look up: starred, or told as evidence or impact, without a link or a picture. */
const isBareKey = ({ starred, kind, sourceUrl, attachments, redactedAt }: Known["entries"][number]): boolean =>
  (starred || kind === "evidence" || kind === "impact") && sourceUrl === null && attachments.length === 0 && redactedAt === null;

/** Where nothing raised an alert, what counts is when it was detected. */
function beginning({ startedAt, detectedAt }: Known["incident"], entries: Known["entries"]): { done: boolean; first: string | null } {
  const inTime = entries.toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));
  const alert = inTime.find(({ kind }) => kind === "alert")?.occurredAt ?? detectedAt;
  if (alert === null) return { done: startedAt !== null, first: inTime[0]?.id ?? null };
  const before =
    (startedAt !== null && Date.parse(startedAt) < Date.parse(alert)) || inTime.some(({ occurredAt }) => Date.parse(occurredAt) < Date.parse(alert));
  return { done: before, first: inTime[0]?.id ?? null };
}

function lacks(items: Known["actions"]): string {
  const missing = [
    items.some(({ owner, team }) => !(owner || team)) ? "an owner" : "",
    items.some(({ dueOn }) => !dueOn) ? "a due date" : "",
    items.some(({ type }) => !type) ? "a type" : "",
  ].filter(Boolean);
  return `${missing.length > 1 ? `${missing.slice(0, -1).join(", ")} or ${missing.at(-1)}` : missing[0]} is missing`;
}
