import { instantsOf, shiftedDay, type Wall, wallAt } from "../zones";

/** A pasted chat or log as entries: lines that begin with a time, each with what follows until the next. Pure. */

export interface TranscriptLine {
  at: Date;
  saidBy: string | null;
  body: string;
}

export interface TranscriptSetting {
  zone: string;
  /** A time without a date is the last such time that is not after this. */
  notAfter: Date;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const clock = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?([ap]\.?m\.?)?`;
const SHAPES: { shape: RegExp; date: (groups: string[]) => Pick<Wall, "year" | "month" | "day"> | null; clockAt: number }[] = [
  // 2026-03-01T14:02:11Z, 2026-03-01 14:02:11,123, [2026/03/01 14:02]
  {
    shape: new RegExp(String.raw`^[[(]?(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[T ,]\s?${clock}(Z|[+-]\d{2}:?\d{2})?[\])]?`, "i"),
    date: (g) => ({ year: Number(g[1]), month: Number(g[2]), day: Number(g[3]) }),
    clockAt: 4,
  },
  // [01/03/2026, 14:02:11], 1.3.2026 14:02 (day first)
  {
    shape: new RegExp(String.raw`^[[(]?(\d{1,2})[/.](\d{1,2})[/.](\d{4}),?\s${clock}[\])]?`, "i"),
    date: (g) => ({ year: Number(g[3]), month: Number(g[2]), day: Number(g[1]) }),
    clockAt: 4,
  },
  // Mar  1 14:02:11 (syslog: this year, or the last)
  {
    shape: new RegExp(String.raw`^(${MONTHS.join("|")})[a-z]*\.?\s+(\d{1,2})\s()${clock}`, "i"),
    date: (g) => ({ year: 0, month: MONTHS.indexOf(g[1]!.slice(0, 3).toLowerCase()) + 1, day: Number(g[2]) }),
    clockAt: 4,
  },
  // 14:02, [14:02:11], 2:02 PM
  { shape: new RegExp(String.raw`^[[(]?()()()${clock}[\])]?(?=[\s\-–—:|]|$)`, "i"), date: () => null, clockAt: 4 },
];

/** "Ana Ruiz  2:02 PM": a chat export whose time stands behind the name, the words on the lines below. */
const NAME_FIRST = new RegExp(String.raw`^(\p{L}[\p{L}\p{M}.'’ -]{0,60}?)\s{1,4}\[?${clock}\]?$`, "iu");
const SPEAKER = /^\s*(?:<([^>\n]{1,60})>|([\p{L}][\p{L}\p{M}\p{N}._'’ -]{0,40}):)\s+(?=\S)/u;
const LEVELS = /^(error|warn|warning|info|debug|trace|fatal|notice|critical|http|https|note|status)$/i;

/** At least two lines that begin with a time make a transcript; null where it is just text. */
export function readTranscript(text: string, setting: TranscriptSetting): TranscriptLine[] | null {
  const lines: TranscriptLine[] = [];
  for (const raw of text.replace(/\r\n?/g, "\n").split("\n")) {
    const begun = readLine(raw, setting, lines.at(-1)?.at ?? null);
    if (begun) lines.push(begun);
    else if (lines.length) lines.at(-1)!.body += `\n${raw}`;
    else if (raw.trim()) return null;
  }
  const kept = lines.map((line) => ({ ...line, body: line.body.trim() })).filter((line) => line.body !== "");
  return kept.length >= 2 ? kept.slice(0, 500) : null;
}

function readLine(raw: string, setting: TranscriptSetting, last: Date | null): TranscriptLine | null {
  const line = raw.trim();
  for (const { shape, date, clockAt } of SHAPES) {
    const found = shape.exec(line);
    if (!found) continue;
    const wall = clockOf(found, clockAt);
    if (!wall) continue;
    const at = instant(date(found), wall, found[8], setting, last);
    if (!at) continue;
    const rest = line
      .slice(found[0].length)
      .replace(/^\s*[-–—|]\s+/, "")
      .trim();
    return { at, ...speaker(rest) };
  }
  const named = NAME_FIRST.exec(line);
  const wall = named && clockOf(named, 2);
  const at = wall && instant(null, wall, undefined, setting, last);
  return at ? { at, saidBy: named[1]!.trim(), body: "" } : null;
}

function clockOf(found: RegExpExecArray, from: number): Pick<Wall, "hour" | "minute" | "second"> | null {
  let hour = Number(found[from]);
  const [minute, second] = [Number(found[from + 1]), Number(found[from + 2] ?? 0)];
  const half = found[from + 3]?.[0]?.toLowerCase();
  if (half && (hour < 1 || hour > 12)) return null;
  if (half) hour = (hour % 12) + (half === "p" ? 12 : 0);
  return hour <= 23 && minute <= 59 && second <= 59 ? { hour, minute, second } : null;
}

function instant(
  date: Pick<Wall, "year" | "month" | "day"> | null,
  wall: Pick<Wall, "hour" | "minute" | "second">,
  offset: string | undefined,
  { zone, notAfter }: TranscriptSetting,
  last: Date | null,
): Date | null {
  if (date) {
    if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) return null;
    if (offset) {
      const { year, month, day } = date;
      const [h, m, s] = [wall.hour, wall.minute, wall.second];
      return new Date(Date.UTC(year, month - 1, day, h, m, s) - offsetMinutes(offset) * 60_000);
    }
    const year = date.year || wallAt(notAfter, zone).year;
    const at = instantsOf({ ...date, year, ...wall }, zone).at(-1)!;
    return date.year || at <= notAfter ? at : instantsOf({ ...date, year: year - 1, ...wall }, zone).at(-1)!;
  }
  // A clock alone goes on from the line before it: it does not jump back over midnight.
  if (last) {
    const forward = [0, 1].flatMap((days) => instantsOf({ ...shiftedDay(last, zone, days), ...wall }, zone)).filter((at) => at >= last && at <= notAfter);
    if (forward[0]) return forward[0];
  }
  return (
    [1, 0]
      .flatMap((back) => instantsOf({ ...shiftedDay(notAfter, zone, -back), ...wall }, zone))
      .filter((at) => at <= notAfter)
      .at(-1) ?? null
  );
}

function offsetMinutes(offset: string): number {
  if (/^z$/i.test(offset)) return 0;
  const found = /^([+-])(\d{2}):?(\d{2})$/.exec(offset)!;
  return (found[1] === "-" ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]));
}

function speaker(rest: string): { saidBy: string | null; body: string } {
  const found = SPEAKER.exec(rest);
  const name = found?.[1] ?? found?.[2];
  if (!found || !name || LEVELS.test(name)) return { saidBy: null, body: rest };
  return { saidBy: name.trim(), body: rest.slice(found[0].length) };
}
