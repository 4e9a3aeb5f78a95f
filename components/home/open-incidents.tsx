import Link from "next/link";
import type { OpenNow } from "../../lib/home/rules";
import { OPEN_STATUSES } from "../../lib/incidents/words";
import { paths } from "../../lib/paths";
import { OpenIncident } from "./open-incident";

/** What is open now, the worst first: seen from across a room, each leads to its own. */
export function OpenIncidents({ open, zone, now }: { open: OpenNow; zone: string; now: number }) {
  const more = open.burning + open.mitigated + open.drills - open.items.length;
  return (
    <>
      <ul aria-label="Open incidents" className="border-line border-t">
        {open.items.map((incident) => (
          <OpenIncident key={incident.id} incident={incident} zone={zone} now={now} />
        ))}
      </ul>
      {more > 0 ? (
        <p className="pt-3 text-13">
          <Link href={paths.incidents({ status: OPEN_STATUSES })} className="link">
            And {more} more that {more === 1 ? "is" : "are"} open
          </Link>
        </p>
      ) : null}
    </>
  );
}
