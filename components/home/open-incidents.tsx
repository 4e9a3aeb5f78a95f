import type { SharedIncident } from "../../lib/incidents/schema";
import { OpenIncident } from "./open-incident";

/** What is open now, the worst first: seen from across a room, each leads to its own. */
export function OpenIncidents({ incidents, zone, now }: { incidents: readonly SharedIncident[]; zone: string; now: number }) {
  return (
    <ul aria-label="Open incidents" className="border-line border-t">
      {incidents.map((incident) => (
        <OpenIncident key={incident.id} incident={incident} zone={zone} now={now} />
      ))}
    </ul>
  );
}
