"use client";

import { useQuery } from "@tanstack/react-query";
import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { incidentQuery } from "../../lib/incidents/client";
import { useLiveRoom } from "../../lib/live/client";
import { paths } from "../../lib/paths";
import type { Person } from "../../lib/people/schema";
import type { SideCounts } from "../../lib/sides/schema";
import { ModeMark } from "../incidents/mode-mark";
import { SeverityBadge } from "../incidents/severity-badge";
import { StatusGlyph } from "../incidents/status-glyph";
import { RoomProvider } from "../room/room-context";
import { type RoomTab, RoomTabs } from "./room-tabs";

interface Props {
  incidentRef: string;
  me: Person;
  zone: string;
  tab: Exclude<RoomTab, "room">;
  counts: SideCounts;
  /** What holds unsent words ends by itself when the incident may no longer be seen. */
  endsItself?: boolean;
  children: ReactNode;
}

/** A side of an incident beside its room: the same head, kept live, and the matter itself below. The page seeds the caches. */
export function WorkPage({ incidentRef, me, zone, tab, counts, endsItself = false, children }: Props) {
  const incident = useQuery(incidentQuery(incidentRef)).data;
  useLiveRoom(incidentRef, me, { onGone: () => endsItself || location.reload() });
  if (!incident) return null;
  return (
    <RoomProvider incidentRef={incidentRef} me={me} zone={zone}>
      <header className="pt-5 pb-3">
        <p className="flex items-center gap-2 font-mono text-13 text-soft">
          <a href={paths.incident(incidentRef)} className="rounded-sm hover:text-ink hover:underline">
            {incident.ref}
          </a>
          {incident.visibility === "private" ? (
            <span className="inline-flex items-center gap-1 font-sans text-ink">
              <Lock aria-hidden className="size-3.5" /> Private
            </span>
          ) : null}
        </p>
        <h1 className="isolate-text mt-1 mb-2 font-semibold font-serif text-22 tracking-[-0.01em] [overflow-wrap:anywhere]">{incident.title}</h1>
        <div className="flex flex-wrap items-center gap-x-3.5 gap-y-2 text-soft">
          <SeverityBadge severity={incident.severity} />
          <StatusGlyph status={incident.status} />
          {incident.mode === "incident" ? null : <ModeMark mode={incident.mode} />}
          <span className="isolate-text">{incident.services.map((service) => service.name).join(", ")}</span>
        </div>
      </header>
      <RoomTabs incidentRef={incidentRef} current={tab} counts={counts} />
      {children}
    </RoomProvider>
  );
}
