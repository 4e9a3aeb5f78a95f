"use client";

import { day } from "../../lib/dates";
import { firstLine } from "../../lib/inbox/rules";
import type { IncidentRow } from "../../lib/incidents/schema";
import { paths } from "../../lib/paths";
import { ModeMark } from "../incidents/mode-mark";
import { SeverityBadge } from "../incidents/severity-badge";
import { Strip } from "../incidents/strip";
import { scaleOf, stripOf } from "../incidents/strip-phases";
import { MarkedText } from "../ui/marked-text";
import { useDeclareFacts } from "./declare-context";

/** One of the past, on one time scale with the others here. It opens beside: what is typed stays where it is. */
export function LikeRow({ incident, all, now }: { incident: IncidentRow; all: readonly IncidentRow[]; now: number }) {
  const { zone } = useDeclareFacts();
  const scale = scaleOf(all.map((one) => stripOf(one, now)));
  const { snippet } = incident;
  // Without words that were found, the summary says best what it was and what helped.
  const words = snippet && snippet.kind !== "title" ? snippet.text : firstLine(incident.summary);
  const to = snippet?.entryId ? paths.entry(incident.ref, snippet.entryId) : paths.incident(incident.ref);
  return (
    <li className="relative border-hairline border-t py-2.5 first:border-t-0">
      <p className="flex items-center gap-2 text-13 text-soft">
        <span className="font-mono">{incident.ref}</span>
        {incident.severity || incident.mode === "incident" ? <SeverityBadge severity={incident.severity} /> : null}
        <ModeMark mode={incident.mode} />
        <span className="ml-auto whitespace-nowrap">{day(incident.declaredAt, zone, now)}</span>
      </p>
      <a
        href={to}
        target="_blank"
        rel="noopener"
        className="isolate-text mt-0.5 line-clamp-2 font-[550] leading-5 [overflow-wrap:anywhere] after:absolute after:inset-0 hover:underline"
      >
        {snippet?.kind === "title" ? <MarkedText>{snippet.text}</MarkedText> : incident.title}
        <span className="sr-only"> (opens in a new tab)</span>
      </a>
      {words ? (
        <p className="isolate-text mt-0.5 line-clamp-2 text-13 text-soft [overflow-wrap:anywhere]">
          <MarkedText>{words}</MarkedText>
        </p>
      ) : null}
      <Strip incident={incident} scale={scale} now={now} className="mt-1" />
    </li>
  );
}
