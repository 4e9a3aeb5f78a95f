import clsx from "clsx";
import { duration } from "../../lib/dates";
import type { RailPhase } from "./rail";

/** A while in which nothing was written. The line is broken there: it says nothing about what happened. */
export function RailGap({ seconds, phase = null }: { seconds: number; phase?: RailPhase }) {
  return (
    <li
      data-phase={phase ?? undefined}
      className={clsx("rail-row py-2 before:!border-l-[3px] before:!border-dotted before:inset-y-1", !phase && "before:border-edge")}
    >
      <p className="col-start-3 text-13 text-faint leading-5">{duration(seconds)} with nothing written</p>
    </li>
  );
}
