import Link from "next/link";
import type { IncidentRow } from "@/lib/incidents/schema";
import { paths } from "@/lib/paths";
import { ModeMark } from "../incidents/mode-mark";
import { SeverityBadge } from "../incidents/severity-badge";
import { StatusGlyph } from "../incidents/status-glyph";
import { Strip } from "../incidents/strip";
import { scaleOf, stripOf } from "../incidents/strip-phases";
import { StripScale } from "../incidents/strip-scale";
import { Time } from "../times/time";

interface Props {
  incidents: readonly IncidentRow[];
  zone: string;
  now: number;
}

const COLUMNS = "grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 sm:grid-cols-[3.75rem_5.75rem_minmax(0,1fr)_minmax(0,13.5rem)_4.5rem]";

/** A few incidents as strips on one time scale, so that how long they took can be compared by eye. */
export function IncidentStrips({ incidents, zone, now }: Props) {
  const scale = scaleOf(incidents.map((incident) => stripOf(incident, now)));
  return (
    <div>
      <div className={`${COLUMNS} max-sm:hidden`} aria-hidden="true">
        <span className="col-span-3" />
        <StripScale scale={scale} />
      </div>
      <ul className="border-hairline border-b">
        {incidents.map((incident) => (
          <li key={incident.id} data-row className={`${COLUMNS} relative items-center gap-y-1 border-hairline border-t py-2.5 hover:bg-hover`}>
            <span className="font-mono text-13 text-soft max-sm:order-1">{incident.ref}</span>
            <span className="max-sm:order-2 max-sm:justify-self-end">
              {incident.severity || incident.mode === "incident" ? <SeverityBadge severity={incident.severity} /> : <ModeMark mode={incident.mode} />}
            </span>
            <span className="min-w-0 max-sm:order-3 max-sm:col-span-2">
              <Link data-row-link href={paths.incident(incident.ref)} className="isolate-text font-[550] after:absolute after:inset-0">
                {incident.title}
              </Link>
              <span className="ml-2 inline-flex items-center gap-2 align-[-2px] text-13">
                <StatusGlyph status={incident.status} bare />
                {incident.severity ? <ModeMark mode={incident.mode} /> : null}
              </span>
            </span>
            <Strip incident={incident} scale={scale} now={now} className="max-sm:order-4" />
            <Time at={incident.declaredAt} zone={zone} now={now} look="day" className="text-right text-13 text-soft max-sm:order-5" />
          </li>
        ))}
      </ul>
    </div>
  );
}
