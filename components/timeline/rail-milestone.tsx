import type { CSSProperties, ReactNode } from "react";
import { duration } from "../../lib/dates";
import { entryAnchor } from "../../lib/paths";
import type { RailPhase } from "./rail";
import { RailClock, type RailClockProps } from "./rail-clock";

interface Props extends RailClockProps {
  /** The entry that carries the milestone, where there is one: links lead here. */
  id?: string;
  /** "Detected". */
  label: string;
  /** "4 min after impact began, by an alert": what stands at the right end. */
  note?: ReactNode;
  /** How long the phase took that ends here, in seconds, and from which milestone: "45 min since detected". */
  phase?: { seconds: number; since: string } | null;
  /** What was said with it, under the tick. */
  children?: ReactNode;
  actions?: ReactNode;
  /** The phases above and below the tick, where no row beside it tells: two ticks that follow each other. */
  above?: RailPhase;
  below?: RailPhase;
}

const ink = (phase: RailPhase) => (phase ? `var(--phase-${phase})` : "var(--line)");

/** A tick across the whole rail: here one phase ends and the next begins. */
export function RailMilestone({ id, label, note, phase, children, actions, above, below, ...time }: Props) {
  return (
    <li
      id={id ? entryAnchor(id) : undefined}
      data-row
      className="rail-row rail-tick group scroll-mt-24 items-center pt-3 pb-2"
      style={{ ...(above ? { "--up": ink(above) } : {}), ...(below ? { "--down": ink(below) } : {}) } as CSSProperties}
    >
      <RailClock {...time} strong />
      <div className="relative z-1 col-span-2 -ml-1.5 flex min-h-5 min-w-0 items-center">
        <span aria-hidden="true" className="h-px w-[calc(var(--glyph)+var(--rail-gap)-0.125rem)] shrink-0 bg-ink" data-graphic />
        <h3 className="shrink-0 bg-surface px-2 font-semibold text-14">{label}</h3>
        <span aria-hidden="true" className="h-px min-w-4 flex-1 bg-ink" data-graphic />
        {note || phase ? (
          <span className="min-w-0 bg-surface pl-2.5 text-13 text-soft leading-5 max-sm:hidden">
            {note}
            {note && phase ? <span aria-hidden="true"> · </span> : null}
            {phase ? `${duration(phase.seconds)} since ${phase.since}` : null}
          </span>
        ) : null}
        {actions ? <span className="ml-1 opacity-0 focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">{actions}</span> : null}
      </div>
      {note || phase || children ? (
        <div className={children ? "col-start-3 pt-1" : "col-start-3 sm:hidden"}>
          <p className="text-13 text-soft sm:hidden">{note ?? (phase ? `${duration(phase.seconds)} since ${phase.since}` : null)}</p>
          {children}
        </div>
      ) : null}
    </li>
  );
}
