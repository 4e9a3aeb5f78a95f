"use client";

import { Ellipsis, Lock } from "lucide-react";
import type { Incident, SharedIncident } from "../../lib/incidents/schema";
import { SEVERITIES, SEVERITY_HINTS, STATUS_HINTS, STATUS_WORDS, type Status, WORKING_STATUSES } from "../../lib/incidents/words";
import { paths } from "../../lib/paths";
import { ModeMark } from "../incidents/mode-mark";
import { SeverityBadge } from "../incidents/severity-badge";
import { StatusGlyph } from "../incidents/status-glyph";
import { IconButton } from "../ui/icon-button";
import { Menu, type MenuItem } from "../ui/menu";
import { RunningClock } from "./running-clock";

export type RoomAction = "edit" | "update" | "merge" | "visibility" | "call" | "role" | "mitigation";

interface Props {
  incident: Incident;
  zone: string;
  serverNow: number;
  onStatus(status: Status): void;
  onSeverity(severity: (typeof SEVERITIES)[number]): void;
  onAction(action: RoomAction): void;
}

const ENDS: Status[] = ["declined", "canceled"];

/** Title, severity, status and the clock; severity and status are changed where they stand. */
export function RoomHeader({ incident, zone, serverNow, onStatus, onSeverity, onAction }: Props) {
  const can = (verb: string) => incident.can.includes(verb);
  const mayWork = can("incident.status") && incident.status !== "merged";
  return (
    <header className="grid gap-x-6 gap-y-3 pt-5 pb-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-end">
      <div className="min-w-0">
        <div className="flex items-center gap-2 font-mono text-13 text-soft">
          {incident.ref}
          {incident.visibility === "private" ? (
            <span className="inline-flex items-center gap-1 font-sans text-ink">
              <Lock aria-hidden className="size-3.5" /> Private
            </span>
          ) : null}
        </div>
        <h1 className="isolate-text mt-1 mb-2 font-semibold font-serif text-28 tracking-[-0.012em]">{incident.title}</h1>
        <div className="flex flex-wrap items-center gap-x-3.5 gap-y-2 text-soft">
          {mayWork ? (
            <Menu
              label="Severity"
              trigger={(anchor) => (
                <button type="button" {...anchor} aria-label={`Severity: ${incident.severity ?? "not set"}. Change`} className="rounded-sm">
                  <SeverityBadge severity={incident.severity} />
                </button>
              )}
              items={SEVERITIES.map((severity) => ({
                label: severity,
                hint: SEVERITY_HINTS[severity],
                checked: severity === incident.severity,
                onSelect: () => onSeverity(severity),
              }))}
            />
          ) : (
            <SeverityBadge severity={incident.severity} />
          )}
          {mayWork ? (
            <Menu
              label="Status"
              trigger={(anchor) => (
                <button type="button" {...anchor} aria-label={`Status: ${STATUS_WORDS[incident.status]}. Change`} className="rounded-sm hover:underline">
                  <StatusGlyph status={incident.status} />
                </button>
              )}
              items={[...WORKING_STATUSES.map(item), null, ...ENDS.map(item)]}
            />
          ) : (
            <StatusGlyph status={incident.status} />
          )}
          {incident.mode === "incident" ? null : <ModeMark mode={incident.mode} />}
          {incident.services.length ? (
            <span className="isolate-text">
              {incident.services.map((service, at) => (
                <span key={service.id}>
                  {at ? ", " : ""}
                  <a href={paths.service(service.id)} className="hover:underline">
                    {service.name}
                  </a>
                </span>
              ))}
            </span>
          ) : null}
          {incident.environment === "production" ? null : <span>{incident.environment}</span>}
          {incident.mergedInto ? (
            <span>
              goes on in{" "}
              <a className="link font-mono text-13" href={paths.incident(incident.mergedInto)}>
                {incident.mergedInto}
              </a>
            </span>
          ) : null}
          {can("incident.update") ? (
            <Menu
              label="More"
              trigger={(anchor) => <IconButton size="sm" label="More" icon={<Ellipsis aria-hidden />} {...anchor} />}
              items={moreItems(incident, can, onAction)}
            />
          ) : null}
        </div>
      </div>
      <RunningClock incident={incident} zone={zone} serverNow={serverNow} />
    </header>
  );

  function item(status: Status): MenuItem {
    return { label: STATUS_WORDS[status], hint: STATUS_HINTS[status], checked: status === incident.status, onSelect: () => onStatus(status) };
  }
}

function moreItems(incident: SharedIncident, can: (verb: string) => boolean, onAction: (action: RoomAction) => void): (MenuItem | null)[] {
  const items: (MenuItem | null)[] = [{ label: "Edit the facts …", hint: "Title, services, when it began", onSelect: () => onAction("edit") }];
  if (can("call.make")) items.push({ label: "Call for help …", onSelect: () => onAction("call") });
  if (can("role.take")) items.push({ label: "Give a role …", onSelect: () => onAction("role") });
  if (can("incident.next_update")) items.push({ label: "Promise the next update …", onSelect: () => onAction("update") });
  if (can("incident.merge") && incident.status !== "merged") items.push(null, { label: "Merge into another …", onSelect: () => onAction("merge") });
  if (can("incident.visibility"))
    items.push({ label: incident.visibility === "private" ? "Open to everyone …" : "Make private …", onSelect: () => onAction("visibility") });
  return items;
}
