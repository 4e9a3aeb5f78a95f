import { dayKey } from "../../lib/dates";
import { RelativeTime } from "../times/relative-time";
import { Time } from "../times/time";

/** Today in minutes and hours, before that by its day; hover and focus give the whole of it. */
export function WhenDeclared({ at, zone, now, className }: { at: string; zone: string; now: number; className?: string }) {
  const isToday = dayKey(at, zone) === dayKey(now, zone) || Math.abs(now - Date.parse(at)) < 6 * 3_600_000;
  return (
    <span className={`relative z-1 ${className ?? ""}`}>
      {isToday ? <RelativeTime at={at} zone={zone} now={now} /> : <Time at={at} zone={zone} now={now} look="day" />}
    </span>
  );
}
