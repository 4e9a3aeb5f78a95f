import type { IncidentRow as Row } from "../../lib/incidents/schema";
import { type Scale, scaleOf, stripOf } from "../incidents/strip-phases";
import { StripScale } from "../incidents/strip-scale";
import { IncidentRow } from "./incident-row";
import { ROW_GRID } from "./row-grid";

interface Props {
  incidents: readonly Row[];
  zone: string;
  now: number;
}

/** The history as rows whose strips stand on one time scale, so that how long things took can be compared by eye. */
export function IncidentList({ incidents, zone, now }: Props) {
  const scale = scaleOf(incidents.map((incident) => stripOf(incident, now)));
  return (
    <div>
      <div aria-hidden="true" className={`${ROW_GRID} pt-2.5 pb-1 max-lg:hidden`}>
        <StripScale scale={fewMarks(scale)} className="col-start-4" />
      </div>
      <ul aria-label="Incidents">
        {incidents.map((incident) => (
          <IncidentRow key={incident.id} incident={incident} scale={scale} zone={zone} now={now} />
        ))}
      </ul>
    </div>
  );
}

/** At most three steps: there is room for no more words. */
const fewMarks = ({ seconds, step }: Scale): Scale => ({ seconds, step: seconds / step > 3 && seconds % (2 * step) === 0 ? 2 * step : step });
