import Link from "next/link";
import { eventDetails, eventWords, nobody } from "@/lib/audit/words";
import type { AuditEvent } from "@/lib/audit/schema";
import { paths } from "@/lib/paths";
import { Time } from "../times/time";

/** One line an event: when, who did what, where, and what it held. On a phone the line folds. */
export function AuditList({ events, zone }: { events: readonly AuditEvent[]; zone: string }) {
  return (
    <ol aria-label="The audit log, newest first" className="border-hairline border-b">
      {events.map((event) => (
        <li
          key={event.id}
          className="grid gap-x-5 gap-y-0.5 border-hairline border-t py-2.5 sm:grid-cols-[10.5rem_minmax(0,1fr)_4.5rem] lg:grid-cols-[10.5rem_minmax(0,19rem)_4.5rem_minmax(0,1fr)]"
        >
          <span className="text-13 text-soft tabular-nums leading-5">
            <Time at={event.at} zone={zone} look="date" /> <Time at={event.at} zone={zone} look="seconds" focusable />
          </span>
          <span className="min-w-0 [overflow-wrap:anywhere]">
            <span className="isolate-text font-[550]">{event.actor?.name ?? nobody(event.type)}</span>{" "}
            <span data-tip={event.type}>{eventWords(event.type)}</span>
          </span>
          <span className="font-mono text-13 leading-5">
            {event.incidentRef ? (
              <Link href={paths.incident(event.incidentRef)} className="link">
                {event.incidentRef}
              </Link>
            ) : null}
          </span>
          <span className="isolate-text min-w-0 text-13 text-soft leading-5 [overflow-wrap:anywhere] empty:hidden sm:max-lg:col-start-2">
            {eventDetails(event)}
          </span>
        </li>
      ))}
    </ol>
  );
}
