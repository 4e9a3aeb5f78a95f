import { MITIGATIONS, type Mitigation, SEVERITIES, type Severity, STATUSES, type Status } from "../incidents/words";
import type { EntryKind } from "../timeline/words";
import { instantsOf, shiftedDay, type Wall } from "../zones";

/** What the composer's text means. Pure: the same words always mean the same, and the chip shows it before it is sent. */

export interface Command {
  name: string;
  /** What stands behind it, as the completion shows it. */
  takes: string;
  does: string;
}

export const COMMANDS: readonly Command[] = [
  { name: "/status", takes: "investigating · identified · mitigated · resolved …", does: "Set the status" },
  { name: "/sev", takes: "1–4", does: "Set the severity" },
  { name: "/lead", takes: "@name", does: "Give the lead" },
  { name: "/at", takes: "14:02", does: "It happened earlier" },
  { name: "/update", takes: "30m", does: "Promise the next update" },
  { name: "/impact", takes: "who is hurt", does: "Say who is hurt, and how" },
  { name: "/trying", takes: "what", does: "Say what is being tried" },
  { name: "/hunch", takes: "a theory", does: "Open a theory" },
  { name: "/ruled-out", takes: "which, because …", does: "Rule a theory out" },
  { name: "/evidence", takes: "what shows it", does: "Write down what we know" },
  { name: "/decision", takes: "what", does: "Write down a decision" },
  { name: "/comms", takes: "who was told what", does: "Write down what was told" },
  { name: "/known-later", takes: "what", does: "True then, known only later" },
];

export type Meaning =
  | { does: "nothing" }
  | { does: "entry"; kind: EntryKind; body: string; state?: "open" | "ruled_out"; knownLater: boolean; at: Date | null }
  | { does: "status"; status: Status; mitigation: Mitigation | null; body: string; at: Date | null; knownLater: boolean }
  | { does: "severity"; severity: Severity; body: string; at: Date | null; knownLater: boolean }
  | { does: "lead"; name: string }
  | { does: "update"; inMinutes: number }
  /** Rules out the open theory that its words begin with (or the only one there is). */
  | { does: "rule-out"; theoryId: string; because: string; at: Date | null }
  | { does: "wait"; why: string };

export interface Setting {
  now: Date;
  zone: string;
  /** Where a resolved incident began and ended: `/at` stays within it. */
  within: { from: Date; to: Date } | null;
  openTheories: readonly { id: string; body: string }[];
}

const KIND_OF: Record<string, EntryKind> = {
  "/impact": "impact",
  "/trying": "action",
  "/action": "action",
  "/hunch": "hypothesis",
  "/theory": "hypothesis",
  "/evidence": "evidence",
  "/decision": "decision",
  "/comms": "comms",
  "/alert": "alert",
  "/note": "note",
};

const wait = (why: string): Meaning => ({ does: "wait", why });

/** Reads the composer's text. `/at` and `/known-later` may stand before another command. */
export function readComposer(text: string, setting: Setting): Meaning {
  let rest = text.trim();
  if (!rest) return { does: "nothing" };
  let at: Date | null = null;
  let knownLater = false;
  for (;;) {
    const [word, after] = split(rest);
    if (word === "/at") {
      const read = readTime(after, setting);
      if (!read) return wait("When? As 14:02, or 2026-03-01 14:02");
      at = read.at;
      rest = read.rest;
    } else if (word === "/known-later") {
      knownLater = true;
      rest = after;
    } else break;
    if (!rest) return wait(knownLater ? "What was not known then?" : "What happened then?");
  }
  const [word, after] = split(rest);
  if (!word.startsWith("/") || !isCommand(word)) return { does: "entry", kind: "note", body: rest, knownLater, at };
  if (word === "/status") return readStatus(after, at, knownLater);
  if (word === "/sev" || word === "/severity") return readSeverity(after, at, knownLater);
  if (word === "/lead") return after.trim() ? { does: "lead", name: after.trim().replace(/^@/, "") } : wait("Who leads? As @name");
  if (word === "/update") return readUpdate(after);
  if (word === "/ruled-out") return readRuledOut(after, setting, at, knownLater);
  const kind = KIND_OF[word]!;
  if (!after.trim()) return wait(COMMANDS.find((command) => command.name === word)?.takes ?? "What?");
  return { does: "entry", kind, body: after, ...(kind === "hypothesis" ? { state: "open" as const } : {}), knownLater, at };
}

/** Whether a first word is one of ours: a path such as /var/log is just text. */
export const isCommand = (word: string) =>
  word in KIND_OF || ["/status", "/sev", "/severity", "/lead", "/at", "/update", "/ruled-out", "/known-later"].includes(word);

function split(text: string): [string, string] {
  const found = /^(\S+)\s*([\s\S]*)$/.exec(text);
  return [found?.[1]?.toLowerCase() ?? "", found?.[2] ?? ""];
}

const STATUS_ALIASES: Record<string, Status> = {
  investigate: "investigating",
  mitigate: "mitigated",
  resolve: "resolved",
  done: "resolved",
  cancelled: "canceled",
};

function readStatus(text: string, at: Date | null, knownLater: boolean): Meaning {
  const [word, after] = split(text);
  const status = (STATUSES as readonly string[]).includes(word) ? (word as Status) : STATUS_ALIASES[word];
  if (!status || status === "merged") return wait(`Which status? ${STATUSES.filter((s) => s !== "merged").join(", ")}`);
  const [how, message] = split(after);
  const mitigation = status === "mitigated" ? MITIGATIONS.find((known) => known === how.replaceAll("-", "_")) : undefined;
  return { does: "status", status, mitigation: mitigation ?? null, body: mitigation ? message : after, at, knownLater };
}

function readSeverity(text: string, at: Date | null, knownLater: boolean): Meaning {
  const [word, after] = split(text);
  const severity = SEVERITIES.find((known) => known.toLowerCase() === word || known.slice(3) === word);
  return severity ? { does: "severity", severity, body: after, at, knownLater } : wait("Which severity? 1, 2, 3 or 4");
}

const UNITS: Record<string, number> = { m: 1, min: 1, mins: 1, minutes: 1, "": 1, h: 60, hour: 60, hours: 60 };

function readUpdate(text: string): Meaning {
  const found = /^(\d{1,4})\s*([a-z]*)$/i.exec(text.trim());
  const unit = found ? UNITS[found[2]!.toLowerCase()] : undefined;
  const inMinutes = found && unit ? Number(found[1]) * unit : 0;
  return inMinutes >= 1 && inMinutes <= 10_080 ? { does: "update", inMinutes } : wait("In how long? As 30m or 1h");
}

function readRuledOut(text: string, { openTheories }: Setting, at: Date | null, knownLater: boolean): Meaning {
  const words = text.trim();
  const plain = (said: string) => said.toLowerCase().replace(/\s+/g, " ").trim();
  const named = openTheories.find((theory) => plain(words).startsWith(plain(firstLine(theory.body))));
  if (named) return { does: "rule-out", theoryId: named.id, because: because(words.slice(firstLine(named.body).length)), at };
  if (!words) return wait(openTheories.length ? "Which theory, and why?" : "What was ruled out?");
  const [only] = openTheories;
  if (only && openTheories.length === 1 && /^because\b/i.test(words)) return { does: "rule-out", theoryId: only.id, because: because(words), at };
  return { does: "entry", kind: "hypothesis", body: words, state: "ruled_out", knownLater, at };
}

const firstLine = (body: string) => body.split("\n", 1)[0]!.trim();
const because = (text: string) =>
  text
    .trim()
    .replace(/^[:,–—-]?\s*(because\s+)?/i, "")
    .trim();

const TIME = /^(?:(\d{4})-(\d{1,2})-(\d{1,2})[ T])?(\d{1,2}):(\d{2})(?::(\d{2}))?(?=\s|$)\s*([\s\S]*)$/;
const AGO = /^-?(\d{1,4})\s?(m|min|h)(?:\s+ago)?(?=\s|$)\s*([\s\S]*)$/i;

/**
 * "14:02" is the last 14:02 that is not after now in the writer's zone; for a resolved incident the nearest within it.
 * "2026-03-01 14:02" is itself, "5m" is five minutes ago.
 */
export function readTime(text: string, { now, zone, within }: Setting): { at: Date; rest: string } | null {
  const ago = AGO.exec(text);
  if (ago) return { at: new Date(now.getTime() - Number(ago[1]) * (/^h/i.test(ago[2]!) ? 3_600_000 : 60_000)), rest: ago[3]! };
  const found = TIME.exec(text);
  if (!found) return null;
  const [hour, minute, second] = [Number(found[4]), Number(found[5]), Number(found[6] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const rest = found[7]!;
  if (found[1]) {
    const date = { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
    if (!isDate(date)) return null;
    return { at: instantsOf({ ...date, hour, minute, second }, zone).at(-1)!, rest };
  }
  const anchor = within ? within.to : now;
  const days = within ? Math.min(400, Math.ceil((within.to.getTime() - within.from.getTime()) / 86_400_000) + 1) : 1;
  const candidates: Date[] = [];
  for (let back = days; back >= -1; back--) candidates.push(...instantsOf({ ...shiftedDay(anchor, zone, -back), hour, minute, second }, zone));
  const past = candidates.filter((at) => at <= now);
  if (!within) return past.length ? { at: past.at(-1)!, rest } : null;
  const inside = past.filter((at) => at >= within.from && at <= within.to);
  if (inside.length) return { at: inside.at(-1)!, rest };
  const distance = (at: Date) => Math.min(Math.abs(at.getTime() - within.from.getTime()), Math.abs(at.getTime() - within.to.getTime()));
  const nearest = past.sort((a, b) => distance(a) - distance(b))[0];
  return nearest ? { at: nearest, rest } : null;
}

const isDate = ({ year, month, day }: Pick<Wall, "year" | "month" | "day">) => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 2000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** Whether a backdated status would leave the present one as it is: the composer says so before it is sent. */
export const leavesPresentStatus = (at: Date | null, lastStatusAt: Date | null) => at !== null && lastStatusAt !== null && at < lastStatusAt;
