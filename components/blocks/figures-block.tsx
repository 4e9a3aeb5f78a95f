import { durationFigures, factFigures, type Figure } from "../../lib/blocks/rules";
import { longDate, clock, offset } from "../../lib/dates";
import type { BlockProps } from "./block";
import { PhaseBar } from "./phase-bar";

/** The incident in a strip: how long each part took, counted from what, and what else one asks first. */
export function FiguresBlock({ blocks, zone }: BlockProps) {
  const { incident } = blocks;
  const began = incident.startedAt ?? incident.detectedAt ?? incident.declaredAt;
  const facts: Figure[] = [
    {
      label: incident.startedAt ? "Began" : incident.detectedAt ? "Detected" : "Declared",
      value: `${longDate(began, zone)}, ${clock(began, zone)}`,
      note: offset(began, zone),
    },
    ...factFigures(blocks),
  ];
  return (
    <div className="border-ink border-t pt-3.5">
      <PhaseBar incident={incident} />
      <dl className="mt-2.5 grid grid-cols-2 gap-x-4 gap-y-3 border-hairline border-b pb-3 sm:grid-cols-4">
        {durationFigures(incident).map(({ label, value, note }) => (
          <div key={label} className="flex min-w-0 flex-col">
            <dt className="order-1 text-13 text-soft">{label}</dt>
            <dd className={value === "–" ? "text-faint" : "font-semibold tabular-nums"}>{value}</dd>
            <dd className="order-2 text-12 text-soft leading-4">{note}</dd>
          </div>
        ))}
      </dl>
      <dl className="mt-2.5 grid gap-x-4 gap-y-1 text-13 grid-cols-[minmax(5rem,30%)_minmax(0,1fr)] sm:grid-cols-[7.5rem_minmax(0,1fr)]">
        {facts.map(({ label, value, note }) => (
          <div key={label} className="contents">
            <dt className="text-soft">{label}</dt>
            <dd className="isolate-text min-w-0 [overflow-wrap:anywhere]">
              {value}
              {note ? <span className="text-soft"> · {note}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
