"use client";

import { useJoin } from "../../lib/declare/client";
import type { IncidentRow } from "../../lib/incidents/schema";
import { duration, secondsBetween } from "../../lib/dates";
import { paths } from "../../lib/paths";
import { ModeMark } from "../incidents/mode-mark";
import { SeverityBadge } from "../incidents/severity-badge";
import { StatusGlyph } from "../incidents/status-glyph";
import { Button } from "../ui/button";
import { useDeclareFacts } from "./declare-context";
import type { Declaration } from "./use-declaration";

/** One that burns already: join it instead of opening a second room. */
export function OpenRow({ incident, declaration, now }: { incident: IncidentRow; declaration: Declaration; now: number }) {
  const { me } = useDeclareFacts();
  const join = useJoin();
  const lead = incident.roles.find((held) => held.role === "lead");
  const seconds = secondsBetween(incident.startedAt ?? incident.detectedAt ?? incident.declaredAt, now);

  async function enter() {
    if (join.isPending) return;
    const isIn = incident.roles.some((held) => held.person.id === me.id);
    // A viewer reads along: roles are for members.
    if (!isIn && me.role !== "viewer") await join.mutateAsync({ ref: incident.ref, personId: me.id }).catch(() => undefined);
    declaration.goTo(paths.incident(incident.ref));
  }

  return (
    <li className="border-hairline border-t py-3 first:border-t-0">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-13 text-soft">
        <span className="font-mono">{incident.ref}</span>
        <SeverityBadge severity={incident.severity} />
        <ModeMark mode={incident.mode} />
        <StatusGlyph status={incident.status} className="text-13" />
      </p>
      <p className="isolate-text mt-1 line-clamp-3 font-[550] leading-5 [overflow-wrap:anywhere]">{incident.title}</p>
      <div className="mt-1.5 flex items-center justify-between gap-3 text-13 text-soft">
        <span className="isolate-text min-w-0 truncate">
          {duration(seconds)}
          {lead ? `, led by ${lead.person.name}` : ", no lead yet"}
        </span>
        <Button size="sm" variant="secondary" pending={join.isPending} onClick={() => void enter()} aria-label={`Join ${incident.ref} instead`}>
          Join instead
        </Button>
      </div>
    </li>
  );
}
