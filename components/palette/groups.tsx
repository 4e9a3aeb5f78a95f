import { fromMark } from "../../lib/browse/rules";
import { day, dayClock } from "../../lib/dates";
import type { Found } from "../../lib/browse/client";
import type { IncidentRow } from "../../lib/incidents/schema";
import { paths, sectionPath } from "../../lib/paths";
import type { RefDto } from "../../lib/scalars";
import { StatusGlyph } from "../incidents/status-glyph";
import type { PaletteGroup, PaletteHit } from "../layout/palette";

/** What was found, as the palette shows it: each leads to its very place. */
export function groupsOf({ named, hits }: Found, zone: string, now: number): PaletteGroup[] {
  const incidents = hits.incidents.filter((incident) => incident.ref !== named?.ref);
  const refs = (kind: string, rows: readonly RefDto[], href: (id: string) => string): PaletteHit[] =>
    rows.map((row) => ({ id: `${kind} ${row.id}`, label: row.name, href: href(row.id) }));
  return [
    {
      label: "Incidents",
      hits: [...(named ? [incidentHit({ ...named, snippet: null }, zone, now)] : []), ...incidents.map((incident) => incidentHit(incident, zone, now))],
    },
    {
      label: "In timelines",
      hits: hits.entries.map((entry) => ({
        id: `entry ${entry.entryId}`,
        refText: entry.incidentRef,
        label: fromMark(entry.text),
        snippet: entry.incidentTitle,
        href: paths.entry(entry.incidentRef, entry.entryId),
        aside: dayClock(entry.at, zone, now),
      })),
    },
    {
      label: "In post-mortems",
      hits: hits.sections.map((section) => ({
        id: `section ${section.incidentRef} ${section.anchor}`,
        refText: section.incidentRef,
        label: fromMark(section.text),
        snippet: section.heading || section.incidentTitle,
        href: sectionPath(section.incidentRef, section),
        aside: section.published ? "Published" : "Draft",
      })),
    },
    { label: "Services", hits: refs("service", hits.services, paths.service) },
    { label: "People", hits: refs("person", hits.people, paths.person) },
    { label: "Teams", hits: refs("team", hits.teams, paths.team) },
  ];
}

function incidentHit(incident: Pick<IncidentRow, "ref" | "title" | "status" | "declaredAt" | "snippet">, zone: string, now: number): PaletteHit {
  const { snippet } = incident;
  return {
    id: incident.ref,
    refText: incident.ref,
    icon: <StatusGlyph status={incident.status} bare />,
    label: snippet?.kind === "title" ? snippet.text : incident.title,
    ...(snippet && snippet.kind !== "title" ? { snippet: fromMark(snippet.text) } : {}),
    href: snippet?.entryId
      ? paths.entry(incident.ref, snippet.entryId)
      : snippet?.section
        ? sectionPath(incident.ref, snippet.section)
        : paths.incident(incident.ref),
    aside: day(incident.declaredAt, zone, now),
  };
}
