import clsx from "clsx";
import { isLong, type Scale, type Strip as StripShape, stripOf, type Stripped } from "./strip-phases";

interface Props {
  incident: Stripped;
  /** The list's one scale: `scaleOf(rows.map((row) => stripOf(row, now)))`. Left out, the strip fills its width. */
  scale?: Scale;
  now: number;
  /** The duration beside it. */
  label?: boolean;
  className?: string;
}

const PHASES = { unseen: "h-2.5 bg-unseen", hurt: "h-2.5 bg-hurt", heal: "h-1 bg-heal" };

/** The time rail as a thumbnail: a tick where it began, then how long nobody knew, how long it hurt, how long it healed. */
export function Strip({ incident, scale, now, label = true, className }: Props) {
  const strip = stripOf(incident, now);
  const whole = scale ?? { seconds: strip.seconds || 1, step: 1 };
  const cut = isLong(strip, whole);
  const quiet = incident.mode === "drill" || incident.mode === "near_miss";
  return (
    <span className={clsx("flex h-4 min-w-0 items-center", className)}>
      <span className="sr-only">{strip.words}</span>
      <span aria-hidden="true" className="h-3.5 w-[1.5px] shrink-0 bg-ink" data-graphic />
      <span aria-hidden="true" data-graphic className={clsx("flex min-w-0 items-center", label ? "w-[calc(100%-7.5rem)]" : "w-full")} data-tip={strip.words}>
        {/* The label follows the bar's end; its room is kept free at the right of the scale. */}
        {quiet ? (
          <span className="h-2.5 shrink-0 border border-faint border-l-0 border-dashed" style={{ width: share(strip.seconds, whole) }} />
        ) : (
          <Phases strip={strip} scale={whole} cut={cut} />
        )}
        {label && strip.label ? <span className="ml-2 shrink-0 text-13 text-soft leading-4 whitespace-nowrap">{strip.label}</span> : null}
      </span>
    </span>
  );
}

const share = (seconds: number, scale: Scale) => `${Math.min(100, (seconds / scale.seconds) * 100).toFixed(2)}%`;

function Phases({ strip, scale, cut }: { strip: StripShape; scale: Scale; cut: boolean }) {
  // One that is broken off keeps its proportions within the width that it has.
  const whole = cut ? { ...scale, seconds: strip.seconds } : scale;
  return (
    <span className={cut ? "relative flex w-full shrink-0 items-center" : "contents"}>
      {strip.phases.map((phase, at) => (
        <span
          key={phase.kind}
          className={clsx(
            "min-w-[3px] shrink-0",
            PHASES[phase.kind],
            strip.open && at === strip.phases.length - 1 && "[mask-image:linear-gradient(to_right,black_calc(100%-10px),transparent)]",
          )}
          style={{ width: share(phase.seconds, whole) }}
        />
      ))}
      {/* A slanted gap, as an axis is broken. */}
      {cut ? <span className="-skew-x-[18deg] absolute right-2.5 h-3.5 w-[3px] bg-surface" /> : null}
    </span>
  );
}
