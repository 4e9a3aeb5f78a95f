import Link from "next/link";
import { eventDetails, eventWords } from "@/lib/audit/words";
import type { AuditEvent } from "@/lib/audit/schema";
import { paths } from "@/lib/paths";
import { Time } from "../times/time";
import { Table } from "../ui/table";

export function AuditTable({ events, zone }: { events: readonly AuditEvent[]; zone: string }) {
  return (
    <Table label="The audit log">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
          <th scope="col">Where</th>
          <th scope="col">Details</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id}>
            <td className="whitespace-nowrap text-soft">
              <Time at={event.at} zone={zone} look="date" /> <Time at={event.at} zone={zone} look="seconds" focusable />
            </td>
            <td className="isolate-text min-w-32">{event.actor ? event.actor.name : <span className="text-faint">someone not signed in</span>}</td>
            <td className="min-w-44" data-tip={event.type}>
              {eventWords(event.type)}
            </td>
            <td className="whitespace-nowrap">
              {event.incidentRef ? (
                <Link href={paths.incident(event.incidentRef)} className="link font-mono text-13">
                  {event.incidentRef}
                </Link>
              ) : null}
            </td>
            <td className="isolate-text min-w-52 text-13 text-soft [overflow-wrap:anywhere]">{eventDetails(event)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
