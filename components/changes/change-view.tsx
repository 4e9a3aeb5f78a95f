"use client";

import { ExternalLink } from "lucide-react";
import Link from "next/link";
import { useSyncExternalStore } from "react";
import type { ChangeWithIncidents } from "../../lib/changes/schema";
import { CHANGE_KIND_WORDS } from "../../lib/changes/words";
import { ENVIRONMENT_WORDS } from "../../lib/incidents/words";
import { paths } from "../../lib/paths";
import Diff from "../diffs/diff";
import { StatusGlyph } from "../incidents/status-glyph";
import { PageHeader } from "../layout/page-header";
import { Section } from "../layout/section";
import { Time } from "../times/time";
import { CopyButton } from "../ui/copy-button";
import { PipeLines } from "./pipe-lines";
import { Verdict } from "./verdict";

interface Props {
  change: ChangeWithIncidents;
  mayWrite: boolean;
  zone: string;
  now: number;
}

const quiet = () => () => undefined;

/** A change by itself: what it was, beside which incidents it stands, and its diff. */
export function ChangeView({ change, mayWrite, zone, now }: Props) {
  const { service } = change;
  const address = useSyncExternalStore(
    quiet,
    () => `${location.origin}${paths.change(change.id)}`,
    () => paths.change(change.id),
  );
  const title = change.nothingChanged ? `Nothing changed: ${CHANGE_KIND_WORDS[change.kind].toLowerCase()}` : change.summary;
  return (
    <>
      <PageHeader title={title} up={{ href: paths.changes(), label: "Changes" }}>
        <span className="flex flex-wrap gap-x-1.5 [&>*+*]:before:mr-1.5 [&>*+*]:before:text-soft [&>*+*]:before:content-['·'] [&>*+*]:before:inline-block">
          <Time at={change.occurredAt} zone={zone} look="day-clock" now={now} focusable />
          <span>{CHANGE_KIND_WORDS[change.kind]}</span>
          {service ? (
            <span>
              <Link href={paths.service(service.id)} className="link isolate-text">
                {service.name}
              </Link>
            </span>
          ) : null}
          {change.environment === "production" ? null : <span>{ENVIRONMENT_WORDS[change.environment]}</span>}
          {change.actor ? <span className="isolate-text">{change.actor}</span> : null}
          {change.url ? (
            <span>
              <a href={change.url} target="_blank" rel="noopener noreferrer nofollow" className="link inline-flex items-center gap-1">
                where it ran <ExternalLink aria-hidden="true" className="size-3" />
              </a>
            </span>
          ) : null}
        </span>
      </PageHeader>
      {change.before || change.after ? (
        <dl className="grid max-w-2xl grid-cols-2 gap-x-6 border-hairline border-y py-3">
          <div className="min-w-0">
            <dt className="text-13 text-soft">Last known good</dt>
            <dd className="isolate-text font-mono text-13 [overflow-wrap:anywhere]">{change.before ?? "not said"}</dd>
          </div>
          <div className="min-w-0">
            <dt className="text-13 text-soft">Now</dt>
            <dd className="isolate-text font-mono text-13 [overflow-wrap:anywhere]">{change.after ?? "not said"}</dd>
          </div>
        </dl>
      ) : null}
      <Section title="Beside these incidents">
        {change.incidents.length === 0 ? (
          <p className="max-w-[36rem] text-soft">None that you can see. A room of its service is offered it when impact began within a day of it.</p>
        ) : (
          <ul className="border-hairline border-b">
            {change.incidents.map((incident) => (
              <li key={incident.ref} data-row className="relative flex flex-wrap items-baseline gap-x-4 border-hairline border-t py-2 hover:bg-hover">
                <span className="w-16 shrink-0 font-mono text-13 text-soft">{incident.ref}</span>
                <span className="min-w-0 flex-1 basis-48">
                  <Link data-row-link href={paths.incidentChanges(incident.ref, change.id)} className="isolate-text font-[550] after:absolute after:inset-0">
                    {incident.title}
                  </Link>
                  {incident.why ? <span className="isolate-text block text-13 text-soft [overflow-wrap:anywhere]">{incident.why}</span> : null}
                </span>
                <span className="flex items-center gap-x-4 leading-5">
                  <StatusGlyph status={incident.status} />
                  <Verdict verdict={incident.verdict} nothing={change.nothingChanged} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {change.hasDiff ? (
        <Section title="Diff">
          <Diff
            change={change}
            tools={(line) => (
              <span className="sticky right-1 z-2 ml-auto flex h-5 shrink-0 items-center rounded-sm bg-raised font-sans [&_button]:size-5">
                <CopyButton text={`${address}#L${line + 1}`} label="Copy the address of this line" />
              </span>
            )}
          />
        </Section>
      ) : mayWrite ? (
        <PipeLines change={change} />
      ) : null}
    </>
  );
}
