import clsx from "clsx";
import type { When } from "../../lib/dates";
import { Time, timeTip } from "../times/time";

export interface RailClockProps {
  at: When;
  zone: string;
  /** Where impact began, for "+14 min" in the tooltip. */
  since?: When | null;
  /** Nobody knows it to the minute. */
  approximate?: boolean;
  /** The entry's own address: the clock is its permalink. */
  href?: string;
  strong?: boolean;
}

/** The clock at the left of a row, in figures that stand under each other. */
export function RailClock({ at, zone, since, approximate, href, strong }: RailClockProps) {
  const origin = since ? { at: since, what: "impact began" } : null;
  const shown = (
    <>
      {approximate ? (
        <>
          <span aria-hidden="true">~</span>
          <span className="sr-only">about </span>
        </>
      ) : null}
      <Time at={at} zone={zone} since={origin} focusable={!href} />
    </>
  );
  const look = clsx("justify-self-end rounded-sm text-13 leading-5", strong ? "font-bold text-ink" : "text-soft");
  return href ? (
    <a href={href} className={clsx(look, "hover:text-ink hover:underline")} data-tip={timeTip(at, zone, origin)} data-tip-at={new Date(at).toISOString()}>
      {shown}
    </a>
  ) : (
    <span className={look}>{shown}</span>
  );
}
