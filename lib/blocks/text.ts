import { OPEN_ACTIONS, ACTION_STATUS_WORDS, ACTION_TYPE_WORDS } from "../actions/words";
import { CHANGE_GROUP_WORDS, CHANGE_GROUPS, CHANGE_KIND_WORDS, changeGroupOf, VERDICT_WORDS } from "../changes/words";
import { clock, duration, longDay, offset, shortDate } from "../dates";
import { inOrder } from "../factors/rules";
import type { Evidence } from "../factors/schema";
import { FACTOR_GROUP_WORDS, FACTOR_ROLE_WORDS } from "../factors/words";
import { MILESTONE_WORDS, MITIGATION_WORDS, ROLE_WORDS, STATUS_WORDS, type Status } from "../incidents/words";
import { holeOf, stateOf } from "../nets/rules";
import { NET_WORDS } from "../nets/words";
import type { TickName } from "../rail/rules";
import type { Entry } from "../timeline/schema";
import { HYPOTHESIS_WORDS, KIND_WORDS } from "../timeline/words";
import { durationFigures, factFigures, type Figure, netsSentence, rowsOf, ruledOutOf } from "./rules";
import type { Blocks } from "./schema";
import { cell, fenced, inline, item, safeMarkdown, table } from "./markup";
import type { BlockKind, TimelineFilter } from "./words";

/** Each live block as Markdown that reads well by itself: sentences, lists and tables, with its times in one zone. */
export function blockMarkdown(kind: BlockKind, filter: TimelineFilter, blocks: Blocks, zone: string): string {
  return WRITERS[kind](blocks, zone, filter);
}

const WRITERS: Record<BlockKind, (blocks: Blocks, zone: string, filter: TimelineFilter) => string> = {
  timeline: timelineText,
  changes: changesText,
  factors: factorsText,
  nets: netsText,
  actions: actionsText,
  figures: figuresText,
  ruled_out: ruledOutText,
};

const zoneOf = (blocks: Blocks, zone: string) => {
  const away = offset(blocks.incident.startedAt ?? blocks.incident.declaredAt, zone);
  return zone === away ? zone : `${zone} (${away})`;
};

function timelineText(blocks: Blocks, zone: string, filter: TimelineFilter): string {
  const rows = rowsOf(blocks, filter, zone);
  if (rows.length === 0) return "_Nothing stands on the timeline yet._";
  const lines = rows.map((row) => {
    if (row.is === "day") return `\n**${longDay(row.at, zone)}**\n`;
    if (row.is === "gap") return `- _${duration(row.seconds)} with nothing written_`;
    if (row.is === "entry") return entryItem(row.entry, zone);
    const how = row.entry?.data.mitigation ? ` (${MITIGATION_WORDS[row.entry.data.mitigation].toLowerCase()})` : "";
    const since = row.since ? `, ${duration(row.since.seconds)} ${SINCE[row.since.from] ?? ""}` : "";
    return item("-", `**${clock(row.at, zone)} ${MILESTONE_WORDS[row.name]}**${how}${since}.`, safeMarkdown(row.entry?.body ?? ""));
  });
  const dated = rows.some((row) => row.is === "day") ? "" : `${longDay(blocks.incident.startedAt ?? blocks.incident.declaredAt, zone)}. `;
  const left = blocks.timelineLeft ? `\n\n_${blocks.timelineLeft} more entries stand in the room._` : "";
  return `_${dated}Times in ${zoneOf(blocks, zone)}._\n\n${lines.join("\n").trim()}${left}`;
}

const SINCE: Partial<Record<TickName, string>> = { impact_started: "after impact began", detected: "after it was detected", declared: "after it was declared" };

/** What an entry says by itself, in front of what its writer added. */
function verbOf({ kind, data }: Entry): string {
  if (kind === "status")
    return `Status: ${STATUS_WORDS[data.to as Status] ?? data.to}${data.mitigation ? `, ${MITIGATION_WORDS[data.mitigation].toLowerCase()}` : ""}.`;
  if (kind === "severity") return `Severity ${data.to}${data.from ? `, was ${data.from}` : ""}.`;
  if (kind === "role" && data.role) return `${inline(data.personName)} is ${data.verb === "left" ? "no longer " : ""}${ROLE_WORDS[data.role].toLowerCase()}.`;
  if (kind === "comms" && data.answer) return data.answer === "on_it" ? "On it." : "Cannot right now.";
  if (kind === "comms" && data.callId) return "Called for help.";
  return kind === "note" || kind === "hypothesis" ? "" : `${KIND_WORDS[kind]}:`;
}

function entryItem(entry: Entry, zone: string): string {
  const { kind, data } = entry;
  const theory = kind === "hypothesis" ? `(theory, ${HYPOTHESIS_WORDS[data.state ?? "open"].toLowerCase()}${because(entry)})` : "";
  const pictures = entry.attachments.map(({ name }) => `[picture: ${inline(name)}]`).join(" ");
  const by = kind === "role" && data.personId === entry.author.id && !entry.body ? "" : `— ${inline(data.saidBy ?? entry.author.name)}`;
  const at = `**${entry.precision === "approximate" ? "about " : ""}${clock(entry.occurredAt, zone)}**`;
  return item(
    "-",
    [at, entry.knownLater ? "_(known later)_" : "", verbOf(entry)].filter(Boolean).join(" "),
    safeMarkdown(entry.body),
    [pictures, theory, by].filter(Boolean).join(" "),
  );
}

const because = ({ data }: Entry) => (data.because ? `, because ${inline(data.because)}` : "");

function changesText({ changes = [], diffs = {} }: Blocks, zone: string): string {
  if (changes.length === 0) return "_Nobody has told of a change yet._";
  const rows = CHANGE_GROUPS.flatMap((group) =>
    changes
      .filter((change) => changeGroupOf(change.kind) === group)
      .map((change) => [
        CHANGE_GROUP_WORDS[group],
        `${shortDate(change.occurredAt, zone)}, ${clock(change.occurredAt, zone)}`,
        change.nothingChanged ? `${CHANGE_KIND_WORDS[change.kind]}: nothing changed` : `${CHANGE_KIND_WORDS[change.kind]}: ${cell(change.summary)}`,
        change.nothingChanged ? "" : cell(change.before),
        change.nothingChanged ? "" : cell(change.after),
        change.nothingChanged ? `checked by ${cell(change.recordedBy.name)}` : change.verdict ? VERDICT_WORDS[change.verdict].toLowerCase() : "not judged",
        cell(change.why),
      ]),
  );
  const told = changes.flatMap((change) => {
    const diff = diffs[change.id];
    if (!diff) return [];
    const cut = diff.cut ? `\n\n_${diff.text ? "The rest of this diff stands" : "This diff stands"} in the room._` : "";
    return [`**${inline(change.summary)}**\n\n${diff.text ? fenced(diff.text, "diff") : ""}${cut}`.trim()];
  });
  return [table(["Where", "When", "What changed", "Last known good", "Now", "Verdict", "Why"], rows), ...told].join("\n\n");
}

function factorsText({ factors = [], evidence = {} }: Blocks, zone: string): string {
  if (factors.length === 0) return "_Nobody has named a factor yet._";
  const byId = new Map(factors.map((factor) => [factor.id, factor]));
  return inOrder(factors)
    .map((factor, at) => {
      const others = factor.combinesWith.flatMap((id) => byId.get(id)?.tag ?? []).map((tag) => `**${inline(tag)}**`);
      const cited = factor.evidence.map((one) => evidenceText(one, evidence, zone));
      const role = `(${FACTOR_GROUP_WORDS[factor.group].toLowerCase()}, ${FACTOR_ROLE_WORDS[factor.role].toLowerCase()})`;
      const rest = [
        others.length ? `Combines with ${others.join(" and ")}.` : "Combines with none of the others.",
        cited.length ? `Evidence: ${cited.join("; ")}.` : "",
      ];
      return item(`${at + 1}.`, `**${inline(factor.tag)}** ${role}`, [safeMarkdown(factor.why), ...rest].filter(Boolean).join("\n\n"));
    })
    .join("\n\n");
}

function evidenceText(one: Evidence, known: NonNullable<Blocks["evidence"]>, zone: string): string {
  if (one.kind === "url") return `${one.label ? `${inline(one.label)}: ` : ""}<${one.url!.replace(/[<>\s]/g, encodeURIComponent)}>`;
  const found = known[`${one.kind}:${one.id}`];
  const place = one.file ? ` \`${one.file.replace(/[`\n]/g, "'")}${one.line ? `:${one.line}` : ""}\`` : "";
  const words = one.label ?? found?.words ?? (one.kind === "entry" ? "an entry of the timeline" : "a change");
  return `${found ? `${clock(found.at, zone)} ` : ""}${inline(words)}${place}`;
}

const said = (answer: boolean | string | null) =>
  answer === true || answer === "yes" ? "yes" : answer === false || answer === "no" ? "no" : answer === "unsure" ? "unsure" : "–";

function netsText({ nets = [] }: Blocks): string {
  const asked = nets.filter((net) => stateOf(net) !== "unasked" || net.note);
  if (asked.length === 0) return "_Nobody has answered for the safety nets yet._";
  const rows = asked.map((net) => [
    NET_WORDS[net.net],
    said(net.wouldHaveCaught),
    said(net.existed),
    said(net.ran),
    said(net.gated),
    [
      holeOf(net) ? `**${holeOf(net)}**` : "",
      net.brokeThereFirst === null ? "" : net.brokeThereFirst ? "It broke there first" : "It did not break there first",
      cell(net.note),
    ]
      .filter(Boolean)
      .join(". "),
  ]);
  return `${table(["Safety net", "Would have caught it", "Existed", "Ran", "Gated", "Note"], rows)}\n\n${netsSentence(nets)}`;
}

function actionsText({ actions = [] }: Blocks): string {
  if (actions.length === 0) return "_Nothing follows yet._";
  const rows = actions.map((item) => [
    item.ref,
    cell(item.title),
    item.type ? ACTION_TYPE_WORDS[item.type] : "",
    cell(item.owner?.name ?? item.team?.name ?? "nobody yet"),
    item.dueOn ? shortDate(item.dueOn, "UTC") : OPEN_ACTIONS.includes(item.status) ? "no date" : "",
    cell(item.finishTest),
    ACTION_STATUS_WORDS[item.status].toLowerCase() + (item.status === "wont_do" && item.reason ? `: ${cell(item.reason)}` : ""),
  ]);
  return table(["Item", "What will be different", "Type", "Who looks after it", "Due", "Done when", "Status"], rows);
}

function figuresText(blocks: Blocks, zone: string): string {
  const { incident } = blocks;
  const began: Figure = {
    label: incident.startedAt ? "Impact began" : incident.detectedAt ? "Detected" : "Declared",
    value: `${longDay(incident.startedAt ?? incident.detectedAt ?? incident.declaredAt, zone)}, ${clock(incident.startedAt ?? incident.detectedAt ?? incident.declaredAt, zone)}`,
    note: zoneOf(blocks, zone),
  };
  const times = durationFigures(incident).map((one) => ({ ...one, label: `Time ${one.label}` }));
  return table(
    ["Figure", "Value", "More"],
    [began, ...times, ...factFigures(blocks)].map(({ label, value, note }) => [label, cell(value), cell(note)]),
  );
}

function ruledOutText(blocks: Blocks, zone: string): string {
  const theories = ruledOutOf(blocks);
  if (theories.length === 0) return "_No theory was ruled out._";
  return theories
    .map((entry) =>
      item(
        "-",
        `**${clock(entry.occurredAt, zone)}**`,
        safeMarkdown(entry.body),
        `Ruled out${entry.data.because ? ` because ${inline(entry.data.because)}` : ""}.`,
      ),
    )
    .join("\n");
}
