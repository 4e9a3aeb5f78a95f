"use client";

import { useQuery } from "@tanstack/react-query";
import { statusesQuery, timelineQuery } from "../../lib/timeline/client";
import type { Incident } from "../../lib/incidents/schema";
import { paths } from "../../lib/paths";
import { plainLine } from "../../lib/timeline/rules";
import { Section } from "../layout/section";
import { useRoom } from "../room/room-context";
import { Time } from "../times/time";
import { MitigationFields } from "./mitigation-fields";

/** How it was mitigated, each time; and for a flag, how long it took from deciding to off. */
export function OffSwitch({ incident, mayWrite }: { incident: Incident; mayWrite: boolean }) {
  const { zone } = useRoom();
  // The newest part is kept live; what stands before it was read by itself.
  const newest = useQuery(timelineQuery(incident.ref)).data?.items ?? [];
  const statuses = useQuery(statusesQuery(incident.ref)).data ?? [];
  const latest = new Map([...statuses, ...newest].map((entry) => [entry.id, entry]));
  const mitigated = [...latest.values()]
    .filter((entry) => entry.kind === "status" && entry.data.to === "mitigated" && !entry.deletedAt)
    .sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));
  return (
    <Section id="off-switch" title="Off-switch" className="scroll-mt-16">
      {mitigated.length === 0 ? (
        <p className="text-soft">Nothing has mitigated it yet. An off-switch beats a rollback: was there a flag, and how long did it take to turn it off?</p>
      ) : (
        <ul className="grid gap-4">
          {mitigated.map((entry) => (
            <li key={entry.id}>
              <p>
                <a href={paths.entry(incident.ref, entry.id)} className="link">
                  <Time at={entry.occurredAt} zone={zone} />
                </a>{" "}
                <span className="isolate-text">{plainLine(entry.body) || "Mitigated"}</span>
              </p>
              <MitigationFields entry={entry} mayWrite={mayWrite} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
