import type { IncidentChange } from "../changes/schema";
import type { Verdict } from "../changes/words";
import { duration } from "../dates";
import type { Duration } from "../incidents/schema";
import { DETECTION_WORDS, MITIGATION_WORDS, MODE_WORDS } from "../incidents/words";
import { gist, holeOf } from "../nets/rules";
import { NET_WORDS, NETS } from "../nets/words";
import { railOf, type RailItem, theoriesOf } from "../rail/rules";
import type { Entry } from "../timeline/schema";
import type { EntryKind } from "../timeline/words";
import type { Blocks } from "./schema";
import { type BlockKind, liveOf, type TimelineFilter } from "./words";

/** What the live blocks show of an incident's rows. Pure: the same on the page, in the editor, in Markdown and when it is frozen. */

interface Node {
  type: string;
  attrs?: Record<string, unknown>;
  content?: Node[];
}
export interface Shown {
  kinds: ReadonlySet<BlockKind>;
  filters: ReadonlySet<TimelineFilter>;
  /** How often one stands there. */
  count: number;
}

/** Each may show thousands of rows: a document of a million of them could not be written out by anybody. */
export const BLOCKS_MOST = 50;

/** Which blocks a document shows, wherever they stand in it. */
export function shownIn(doc: Node): Shown {
  const kinds = new Set<BlockKind>();
  const filters = new Set<TimelineFilter>();
  let count = 0;
  const walk = (node: Node) => {
    if (node.type === "live") {
      const { kind, filter } = liveOf(node.attrs ?? {});
      if (kind) kinds.add(kind);
      if (kind === "timeline") filters.add(filter);
      if (kind) count++;
    }
    for (const child of node.content ?? []) walk(child);
  };
  walk(doc);
  return { kinds, filters, count };
}

/** Kinds that tell the story by themselves. What was noted, tried and said beside them is there for who asks for everything. */
export const KEY_KINDS: readonly EntryKind[] = ["status", "severity", "impact", "change", "decision"];

/** Milestones, what was starred, what was decided and altered, and the theory that turned out to be right. */
export const isKey = (entry: Entry): boolean =>
  entry.starred || entry.milestone !== null || KEY_KINDS.includes(entry.kind) || (entry.kind === "hypothesis" && entry.data.state === "confirmed");

export function entriesOf(entries: readonly Entry[], filter: TimelineFilter): Entry[] {
  const standing = entries.filter((entry) => !entry.deletedAt);
  if (filter === "all") return standing;
  return standing.filter(filter === "starred" ? (entry) => entry.starred : isKey);
}

/** A row of a timeline block; a tick with the entry that made it, so that neither is told twice. */
export type BlockRow = Exclude<RailItem, { is: "tick" }> | (Extract<RailItem, { is: "tick" }> & { entry: Entry | null });

export function rowsOf(blocks: Pick<Blocks, "incident" | "timeline" | "timelineLeft">, filter: TimelineFilter, zone: string): BlockRow[] {
  const entries = entriesOf(blocks.timeline ?? [], filter);
  const items = railOf(blocks.incident, entries, { zone, whole: filter === "all" && !blocks.timelineLeft, from: null });
  const taken = new Set<string>();
  const rows = items.map((item): BlockRow => {
    if (item.is !== "tick") return item;
    const entry = entries.find((one) => one.milestone === item.name && one.occurredAt === item.at && !one.knownLater) ?? null;
    if (entry) taken.add(entry.id);
    return { ...item, entry };
  });
  return rows.filter((row) => row.is !== "entry" || !taken.has(row.entry.id));
}

/** Where we got it wrong first: the theories that were ruled out, in the order of time. */
export const ruledOutOf = ({ timeline }: Pick<Blocks, "timeline">): Entry[] => theoriesOf(timeline ?? []).ruledOut;

export interface Figure {
  label: string;
  value: string;
  /** What it counts from, or what there is to say about it. */
  note: string;
}

const SINCE = { impact_started: "since impact began", detected: "since it was detected", declared: "since it was declared" };

const took = (label: string, given: Duration): Figure =>
  "seconds" in given ? { label, value: duration(given.seconds), note: SINCE[given.from] } : { label, value: "–", note: given.blank };

/** How long it took, each with the milestone that it counts from, or with why nobody can say. */
export function durationFigures({ durations }: Blocks["incident"]): Figure[] {
  return [
    took("to detect", durations.toDetect),
    took("to acknowledge", durations.toAcknowledge),
    took("to mitigate", durations.toMitigate),
    took("to resolve", durations.toResolve),
  ];
}

/** What else stands at the head: in words, and only what is known. */
export function factFigures({ incident, nets, timeline }: Pick<Blocks, "incident" | "nets" | "timeline">): Figure[] {
  const fact = (label: string, value: string | undefined | null | false, note = ""): Figure[] => (value ? [{ label, value, note }] : []);
  const ended = (timeline ?? []).findLast((entry) => entry.kind === "status" && entry.data.mitigation && !entry.deletedAt)?.data;
  const holes = NETS.flatMap((name) => (nets ?? []).filter((net) => net.net === name && holeOf(net)));
  return [
    ...fact("Kind", incident.mode !== "incident" && MODE_WORDS[incident.mode].toLowerCase()),
    ...fact("Severity", incident.severity),
    ...fact("Services", incident.services.map(({ name }) => name).join(", ")),
    ...fact("Detected by", incident.detection && DETECTION_WORDS[incident.detection]),
    ...fact(
      "Ended by",
      // "Other" says nothing, but how long it took does.
      ended?.mitigation && (ended.mitigation !== "other" || ended.secondsToOff !== undefined) && MITIGATION_WORDS[ended.mitigation].toLowerCase(),
      ended?.secondsToOff === undefined ? "" : `${duration(ended.secondsToOff)} from deciding to off`,
    ),
    ...fact("Nets with a hole", holes.map((net) => `${NET_WORDS[net.net].toLowerCase()} ${holeOf(net)}`).join(", ")),
  ];
}

/** Where it could have been stopped first, and where the holes were. */
export function netsSentence(nets: NonNullable<Blocks["nets"]>): string {
  const { first, holes } = gist(nets);
  const where = first
    ? `It could have been stopped first at: ${NET_WORDS[first].toLowerCase()}.`
    : "None of those that were answered would surely have caught it.";
  const list = holes.map((name) => `${NET_WORDS[name].toLowerCase()} (${holeOf(nets.find((net) => net.net === name)!)})`);
  return list.length ? `${where} Holes: ${list.join(", ")}.` : where;
}

/** What a diff's text may take, one by one and together, in bytes as UTF-8 nearly has them. */
export const DIFF_MOST = 20_000;
export const DIFFS_MOST = 200_000;
export const ENTRIES_MOST = 500;

const TELLING: readonly (Verdict | null)[] = ["contributed", "fixed", "suspect", null];

/** Whose diffs stand in the document, those that were judged to matter first; from where there is no room left, only that they are too long. */
export function diffsShown(changes: readonly IncidentChange[]): { change: IncidentChange; fits: boolean }[] {
  let taken = 0;
  return changes
    .filter((change) => change.hasDiff && TELLING.includes(change.verdict))
    .sort((a, b) => TELLING.indexOf(a.verdict) - TELLING.indexOf(b.verdict))
    .map((change) => {
      taken += Math.min(change.diff?.bytes ?? 0, DIFF_MOST);
      return { change, fits: taken <= DIFFS_MOST };
    });
}

/** As much of a text as fits, up to the end of a line. */
export function cutDiff(text: string, most = DIFF_MOST): { text: string; cut: boolean } {
  if (text.length <= most) return { text, cut: false };
  const end = text.lastIndexOf("\n", most - 1);
  return { text: end < 0 ? "" : text.slice(0, end + 1), cut: true };
}
