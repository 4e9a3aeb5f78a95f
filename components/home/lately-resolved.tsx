import Link from "next/link";
import type { SharedIncident } from "../../lib/incidents/schema";
import { paths } from "../../lib/paths";
import { IncidentList } from "../history/incident-list";
import { Section } from "../layout/section";

/** What was over lately, as strips on one time scale. */
export function LatelyResolved({ incidents, zone, now }: { incidents: readonly SharedIncident[]; zone: string; now: number }) {
  if (incidents.length === 0) return null;
  return (
    <Section
      title="Lately resolved"
      aside={
        <Link href={paths.incidents({ status: "resolved" })} className="link">
          All resolved
        </Link>
      }
    >
      <IncidentList incidents={incidents.map((incident) => ({ ...incident, snippet: null }))} zone={zone} now={now} />
    </Section>
  );
}
