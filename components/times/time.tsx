import { apartFrom, clock, day, dayClock, longDay, relative, shortDate, stamp, utcStamp, type When } from "../../lib/dates";

interface Props {
  at: When;
  /** The reader's zone: `readerZone(profile, cookie)` on the server, from its owner in the browser. */
  zone: string;
  /** What stands there. `day`, `day-clock` and `relative` need `now`. */
  look?: "clock" | "seconds" | "day" | "day-clock" | "date" | "long-day" | "relative";
  now?: When;
  /** Adds "+14 min after impact began" to the tooltip. */
  since?: { at: When; what: string } | null;
  /** Where the time stands alone and is no part of a link or button, so that the keyboard finds its tooltip. */
  focusable?: boolean;
  className?: string;
}

/** A time as the reader's clock shows it. Hover or focus gives the whole date with its zone, UTC, and how long ago. */
export function Time({ at, zone, look = "clock", now = at, since, focusable, className }: Props) {
  const shown = {
    clock: () => clock(at, zone),
    seconds: () => clock(at, zone, { seconds: true }),
    day: () => day(at, zone, now),
    "day-clock": () => dayClock(at, zone, now),
    date: () => shortDate(at, zone),
    "long-day": () => longDay(at, zone),
    relative: () => relative(at, now),
  }[look]();
  const iso = new Date(at).toISOString();
  return (
    <time dateTime={iso} className={className} data-tip={timeTip(at, zone, since)} data-tip-at={iso} tabIndex={focusable ? 0 : undefined}>
      {shown}
    </time>
  );
}

/** The lines of a time's tooltip, for a link or button that carries them itself. How long ago is added when it is shown. */
export function timeTip(at: When, zone: string, since?: Props["since"]): string {
  return [stamp(at, zone), ...(zone === "UTC" ? [] : [utcStamp(at)]), ...(since ? [apartFrom(at, since.at, since.what)] : [])].join("\n");
}
