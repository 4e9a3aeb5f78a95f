import Link from "next/link";
import { Lock } from "lucide-react";
import type { IncidentRow as Row } from "../../lib/incidents/schema";
import { paths } from "../../lib/paths";
import { ModeMark } from "../incidents/mode-mark";
import { SeverityBadge } from "../incidents/severity-badge";
import { Strip } from "../incidents/strip";
import type { Scale } from "../incidents/strip-phases";
import { MarkedText } from "../ui/marked-text";
import { ROW_GRID } from "./row-grid";
import { SecondLine } from "./second-line";
import { WhenDeclared } from "./when-declared";

interface Props {
  incident: Row;
  scale: Scale;
  zone: string;
  now: number;
}

/** One incident of the history. The whole row leads to its room, a snippet to the very entry; on a phone it folds into lines. */
export function IncidentRow({ incident, scale, zone, now }: Props) {
  const { snippet, services } = incident;
  return (
    <li
      data-row
      className={`${ROW_GRID} relative border-hairline border-b py-3 transition-colors hover:bg-hover has-[[data-row-link]:focus-visible]:bg-hover max-lg:flex max-lg:flex-wrap max-lg:items-center max-lg:gap-x-3 max-lg:gap-y-1.5 lg:items-start`}
    >
      <span className="font-mono text-13 text-soft leading-5.5">{incident.ref}</span>
      <span className="leading-none">
        {incident.severity || incident.mode === "incident" ? (
          <SeverityBadge severity={incident.severity} />
        ) : (
          <ModeMark mode={incident.mode} className="leading-5.5" />
        )}
      </span>
      <div className="min-w-0 max-lg:order-4 max-lg:w-full">
        <p className="line-clamp-3 text-14 leading-5.5 lg:text-[0.9375rem]">
          {incident.visibility === "private" ? <Lock aria-label="Private" role="img" className="mr-1.5 inline size-3.5 -translate-y-px text-soft" /> : null}
          <Link
            data-row-link
            prefetch={false}
            href={paths.incident(incident.ref)}
            className="isolate-text font-[550] [overflow-wrap:anywhere] after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-sm focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
          >
            {snippet?.kind === "title" ? <MarkedText>{snippet.text}</MarkedText> : incident.title}
          </Link>
        </p>
        <SecondLine incident={incident} zone={zone} />
      </div>
      <div className="min-w-0 max-lg:order-5 max-lg:w-full">
        <Strip incident={incident} scale={scale} now={now} className="lg:mt-[3px]" />
        {services.length ? (
          <p className="isolate-text mt-1 line-clamp-1 text-13 text-soft [overflow-wrap:anywhere]">{services.map((service) => service.name).join(", ")}</p>
        ) : null}
      </div>
      <WhenDeclared at={incident.declaredAt} zone={zone} now={now} className="text-13 text-soft leading-5.5 max-lg:ml-auto lg:text-right" />
    </li>
  );
}
