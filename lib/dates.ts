/**
 * Every way in which Candor writes a time. All of it is pure: the reader's zone and the present are given, never asked for.
 * Only numbers are taken from Intl; the words are ours, so that the server and every browser write the same letters.
 */

export type When = Date | string | number;
export const ZONE_COOKIE = "candor_zone";
export const DEFAULT_ZONE = "UTC";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const LONG_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"] as const;
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const millis = (at: When) => (typeof at === "number" ? at : at instanceof Date ? at.getTime() : Date.parse(at));

const formats = new Map<string, Intl.DateTimeFormat>();
function format(zone: string): Intl.DateTimeFormat {
  let made = formats.get(zone);
  if (!made) {
    made = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      calendar: "iso8601",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, made);
  }
  return made;
}

export function isZone(zone: unknown): zone is string {
  if (typeof zone !== "string" || zone === "" || zone.length > 64) return false;
  try {
    format(zone);
    return true;
  } catch {
    return false;
  }
}

/** The profile's zone, else the browser's (told by a cookie), else UTC. */
export const readerZone = (profile: string | null | undefined, cookie: string | null | undefined): string =>
  isZone(profile) ? profile : isZone(cookie) ? cookie : DEFAULT_ZONE;

interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/** The calendar and the clock on the wall in a zone. `month` counts from 1. */
export function partsIn(at: When, zone: string): Parts {
  const parts: Parts = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of format(zone).formatToParts(millis(at))) {
    if (type in parts) parts[type as keyof Parts] = Number(value);
  }
  return parts;
}

const asUtc = (p: Parts) => Date.UTC(p.year, p.month - 1, p.day, p.hour, p.minute, p.second);
const two = (n: number) => String(n).padStart(2, "0");

/** How far a zone's clock is ahead of UTC at that instant, in minutes. */
export function offsetMinutes(at: When, zone: string): number {
  const instant = Math.floor(millis(at) / 1000) * 1000;
  return Math.round((asUtc(partsIn(instant, zone)) - instant) / MINUTE);
}

/** "UTC+1", "UTC−3:30", "UTC". */
export function offset(at: When, zone: string): string {
  const minutes = offsetMinutes(at, zone);
  if (minutes === 0) return "UTC";
  const size = Math.abs(minutes);
  const rest = size % 60;
  return `UTC${minutes > 0 ? "+" : "−"}${Math.floor(size / 60)}${rest ? `:${two(rest)}` : ""}`;
}

/** "14:02", or "14:02:31". */
export function clock(at: When, zone: string, options: { seconds?: boolean } = {}): string {
  const p = partsIn(at, zone);
  return `${two(p.hour)}:${two(p.minute)}${options.seconds ? `:${two(p.second)}` : ""}`;
}

/** "2026-11-24": one key a day in a zone, for grouping and for comparing. */
export function dayKey(at: When, zone: string): string {
  const p = partsIn(at, zone);
  return `${p.year}-${two(p.month)}-${two(p.day)}`;
}

const dayNumber = (at: When, zone: string) => {
  const p = partsIn(at, zone);
  return Date.UTC(p.year, p.month - 1, p.day) / DAY;
};

const weekday = (at: When, zone: string) => WEEKDAYS[new Date(asUtc(partsIn(at, zone))).getUTCDay()] as string;

/** "24 Nov 2026". */
export function shortDate(at: When, zone: string): string {
  const p = partsIn(at, zone);
  return `${p.day} ${MONTHS[p.month - 1]} ${p.year}`;
}

/** "24 November 2026". */
export function longDate(at: When, zone: string): string {
  const p = partsIn(at, zone);
  return `${p.day} ${LONG_MONTHS[p.month - 1]} ${p.year}`;
}

/** "Tuesday 24 November 2026". */
export const longDay = (at: When, zone: string): string => `${weekday(at, zone)} ${longDate(at, zone)}`;

/** As a list says it: "today", "yesterday", "tomorrow", "4 Aug", and with the year where it is another one. */
export function day(at: When, zone: string, now: When): string {
  const apart = dayNumber(at, zone) - dayNumber(now, zone);
  if (apart === 0) return "today";
  if (apart === -1) return "yesterday";
  if (apart === 1) return "tomorrow";
  const p = partsIn(at, zone);
  const sameYear = p.year === partsIn(now, zone).year;
  return `${p.day} ${MONTHS[p.month - 1]}${sameYear ? "" : ` ${p.year}`}`;
}

/** "today 14:02", "4 Aug, 14:02". */
export function dayClock(at: When, zone: string, now: When): string {
  const word = day(at, zone, now);
  return /\d/.test(word) ? `${word}, ${clock(at, zone)}` : `${word} ${clock(at, zone)}`;
}

/** "Tuesday 24 November 2026, 14:02:31 (UTC+1)". */
export const stamp = (at: When, zone: string): string => `${longDay(at, zone)}, ${clock(at, zone, { seconds: true })} (${offset(at, zone)})`;

/** "24 Nov 2026 13:02 UTC". */
export const utcStamp = (at: When): string => `${shortDate(at, "UTC")} ${clock(at, "UTC")} UTC`;

/** As people say it, in at most two units: "45 s", "49 min", "1 h 12 min", "3 d 4 h". Takes seconds. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
  const days = Math.floor(hours / 24);
  return days < 14 && hours % 24 ? `${days} d ${hours % 24} h` : `${days} d`;
}

/** For the `datetime` attribute: "PT4320S". */
export const isoDuration = (seconds: number): string => `PT${Math.max(0, Math.round(seconds))}S`;

export const secondsBetween = (from: When, to: When): number => (millis(to) - millis(from)) / 1000;

const plural = (n: number, word: string) => `${n} ${word}${n === 1 ? "" : "s"}`;

/** Near times as people say them: "just now", "5 min ago", "in 6 min", "3 h ago", "2 days ago", "4 months ago". */
export function relative(at: When, now: When): string {
  const apart = millis(at) - millis(now);
  const size = Math.abs(apart);
  if (size < 45_000) return "just now";
  const days = Math.round(size / DAY);
  const said =
    size < 59.5 * MINUTE
      ? `${Math.max(1, Math.round(size / MINUTE))} min`
      : size < 23.5 * HOUR
        ? `${Math.round(size / HOUR)} h`
        : days < 14
          ? plural(days, "day")
          : days < 60
            ? plural(Math.round(days / 7), "week")
            : days < 720
              ? plural(Math.round(days / 30.4), "month")
              : plural(Math.round(days / 365.25), "year");
  return apart < 0 ? `${said} ago` : `in ${said}`;
}

/** "14 min after impact began", "3 min before impact began". `origin` is what is counted from. */
export function apartFrom(at: When, origin: When, what: string): string {
  const seconds = Math.round(secondsBetween(origin, at));
  if (seconds === 0) return `as ${what}`;
  return `${duration(Math.abs(seconds))} ${seconds > 0 ? "after" : "before"} ${what}`;
}

/** "2026-11-24T14:02": the value of a `datetime-local` input in a zone. */
export function toLocalInput(at: When, zone: string): string {
  return `${dayKey(at, zone)}T${clock(at, zone)}`;
}

/**
 * The instant at which a zone's clock shows what a `datetime-local` input holds, or null where it holds no time.
 * Of two such instants (the hour that comes twice in autumn) the earlier; of none (spring) the clock moves on.
 */
export function fromLocalInput(text: string, zone: string): Date | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?/.exec(text);
  if (!found) return null;
  const [year, month, dayOf, hour, minute, second] = found.slice(1).map((n) => Number(n ?? 0)) as [number, number, number, number, number, number];
  const wall = Date.UTC(year, month - 1, dayOf, hour, minute, second || 0);
  if (Number.isNaN(wall)) return null;
  const offsets = [offsetMinutes(wall - DAY, zone), offsetMinutes(wall + DAY, zone)] as const;
  const candidates = offsets.map((minutes) => wall - minutes * MINUTE).sort((a, b) => a - b);
  const exact = candidates.find((at) => asUtc(partsIn(at, zone)) === wall);
  return new Date(exact ?? wall - offsets[0] * MINUTE);
}

/** The last time before `notAfter` at which the zone's clock showed hour and minute: what `/at 14:02` means. */
export function lastClock(hour: number, minute: number, zone: string, notAfter: When): Date | null {
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return null;
  for (let back = 0; back < 3; back++) {
    const at = fromLocalInput(`${dayKey(millis(notAfter) - back * DAY, zone)}T${two(hour)}:${two(minute)}`, zone);
    if (at && at.getTime() <= millis(notAfter)) return at;
  }
  return null;
}
