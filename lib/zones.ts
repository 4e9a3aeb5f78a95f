/** Wall clocks and instants in an IANA zone, by Intl alone. Pure: runs in the browser and on the server. */

export interface Wall {
  year: number;
  /** 1–12 */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string): Intl.DateTimeFormat {
  let made = formats.get(zone);
  if (!made) {
    made = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formats.set(zone, made);
  }
  return made;
}

/** What a clock in the zone shows at the instant. */
export function wallAt(at: Date, zone: string): Wall {
  const part: Record<string, number> = {};
  for (const { type, value } of format(zone).formatToParts(at)) part[type] = Number(value);
  return { year: part.year!, month: part.month!, day: part.day!, hour: part.hour!, minute: part.minute!, second: part.second! };
}

const asUtc = (wall: Wall) => Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);

/**
 * The instants at which a clock in the zone shows this time, earliest first: one on ordinary days, two in the hour that comes twice,
 * and in the hour that is left out the one instant at which the clock jumps over it.
 */
export function instantsOf(wall: Wall, zone: string): Date[] {
  const naive = asUtc(wall);
  const offsets = new Set([-24, 0, 24].map((hours) => asUtc(wallAt(new Date(naive + hours * 3_600_000), zone)) - (naive + hours * 3_600_000)));
  const exact = [...offsets].map((offset) => new Date(naive - offset)).filter((at) => asUtc(wallAt(at, zone)) === naive);
  if (exact.length) return exact.sort((a, b) => a.getTime() - b.getTime());
  return [new Date(naive - Math.min(...offsets))];
}

/** The wall date `days` after (or before) that of an instant. */
export function shiftedDay(at: Date, zone: string, days: number): Pick<Wall, "year" | "month" | "day"> {
  const { year, month, day } = wallAt(at, zone);
  const shifted = new Date(Date.UTC(year, month - 1, day + days));
  return { year: shifted.getUTCFullYear(), month: shifted.getUTCMonth() + 1, day: shifted.getUTCDate() };
}
