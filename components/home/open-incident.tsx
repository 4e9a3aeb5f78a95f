import clsx from "clsx";
import { Lock } from "lucide-react";
import Link from "next/link";
import { dayClock } from "../../lib/dates";
import { firstLine } from "../../lib/inbox/rules";
import type { SharedIncident } from "../../lib/incidents/schema";
import { BURNING_STATUSES } from "../../lib/incidents/words";
import { paths } from "../../lib/paths";
import { ModeMark } from "../incidents/mode-mark";
import { SeverityBadge } from "../incidents/severity-badge";
import { StatusGlyph } from "../incidents/status-glyph";
import { OpenClock } from "./open-clock";
import { NextUpdate } from "./next-update";

/** One that is open: how long, how bad, where it stands, who leads, and when one hears of it next. */
export function OpenIncident({ incident, zone, now }: { incident: SharedIncident; zone: string; now: number }) {
  const burns = BURNING_STATUSES.includes(incident.status) && incident.mode !== "drill";
  const severe = burns && (incident.severity === "SEV1" || incident.severity === "SEV2");
  const lead = incident.roles.find((held) => held.role === "lead")?.person.name;
  const says = firstLine(incident.now.known ?? incident.now.impact ?? incident.summary);
  const start = incident.startedAt ?? incident.detectedAt ?? incident.declaredAt;
  const since = incident.startedAt ? "since impact began" : incident.detectedAt ? "since it was detected" : "since it was declared";
  return (
    <li
      data-row
      className="relative grid gap-x-6 gap-y-2 border-hairline border-b py-4 hover:bg-hover has-[[data-row-link]:focus-visible]:bg-hover sm:grid-cols-[minmax(0,1fr)_auto] sm:items-start sm:pl-4"
    >
      <span
        aria-hidden="true"
        data-graphic
        className={clsx("absolute inset-y-3 left-0 w-[3px] rounded-full max-sm:hidden", severe ? "bg-danger" : burns ? "bg-ink" : "bg-line")}
      />
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-13 text-soft">
          <span className="font-mono">{incident.ref}</span>
          <SeverityBadge severity={incident.severity} />
          <ModeMark mode={incident.mode} />
          <StatusGlyph status={incident.status} className="text-13" />
          {incident.visibility === "private" ? (
            <span className="inline-flex items-center gap-1">
              <Lock aria-hidden="true" className="size-3.5" /> Private
            </span>
          ) : null}
        </p>
        <h2 className="mt-1.5 font-semibold font-serif text-18 leading-[1.35] sm:text-22">
          <Link data-row-link href={paths.incident(incident.ref)} className="isolate-text [overflow-wrap:anywhere] after:absolute after:inset-0">
            {incident.title}
          </Link>
        </h2>
        {says ? <p className="isolate-text mt-1 line-clamp-2 max-w-[68ch] text-soft leading-[1.5] [overflow-wrap:anywhere]">{says}</p> : null}
        <p className="isolate-text mt-1.5 flex flex-wrap gap-x-4 gap-y-0.5 text-13 text-soft">
          <span className="isolate-text">{lead ? `Led by ${lead}` : "No lead yet"}</span>
          {incident.services.length ? <span className="isolate-text">{incident.services.map((service) => service.name).join(", ")}</span> : null}
          {incident.now.nextUpdateAt ? <NextUpdate at={incident.now.nextUpdateAt} zone={zone} now={now} /> : null}
        </p>
      </div>
      <p className="max-sm:order-first max-sm:flex max-sm:items-baseline max-sm:gap-2 sm:text-right">
        <OpenClock since={start} until={burns ? null : incident.mitigatedAt} now={now} />
        <span className="text-13 text-soft sm:mt-0.5 sm:block">
          {burns || !incident.mitigatedAt ? `${since}, ${dayClock(start, zone, now).replace(/^today /, "")}` : "until it was mitigated"}
        </span>
      </p>
    </li>
  );
}
