"use client";

import { duration } from "../../lib/dates";
import type { Duration, Incident } from "../../lib/incidents/schema";
import { DETECTION_WORDS, ENVIRONMENT_WORDS, MILESTONE_WORDS } from "../../lib/incidents/words";
import { paths } from "../../lib/paths";
import { Panel } from "./panel";

const NAMES = [
  ["toDetect", "To detect"],
  ["toAcknowledge", "To acknowledge"],
  ["toMitigate", "To mitigate"],
  ["toResolve", "To resolve"],
] as const;

/** The durations with what they count from, and what the incident concerns. */
export function FactsPanel({ incident }: { incident: Incident }) {
  return (
    <>
      <Panel title="Durations">
        <dl>
          {NAMES.map(([name, words]) => (
            <div key={name} className="flex items-baseline justify-between gap-3 py-1">
              <dt className="text-soft">{words}</dt>
              <dd data-duration={name} className="text-right tabular-nums">
                <Said value={incident.durations[name]} />
              </dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Panel title="What it concerns">
        <dl className="space-y-1">
          <Row name="Services">
            {incident.services.length
              ? incident.services.map((service, at) => (
                  <span key={service.id}>
                    {at ? ", " : ""}
                    <a href={paths.service(service.id)} className="link isolate-text">
                      {service.name}
                    </a>
                  </span>
                ))
              : "None named"}
          </Row>
          <Row name="Environment">{ENVIRONMENT_WORDS[incident.environment]}</Row>
          {incident.detection ? <Row name="Noticed by">{DETECTION_WORDS[incident.detection]}</Row> : null}
          <Row name="Declared by">
            <a href={paths.person(incident.declaredBy.id)} className="link isolate-text">
              {incident.declaredBy.name}
            </a>
          </Row>
        </dl>
      </Panel>
    </>
  );
}

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-3">
      <dt className="shrink-0 text-soft">{name}</dt>
      <dd className="min-w-0 text-right">{children}</dd>
    </div>
  );
}

function Said({ value }: { value: Duration }) {
  if ("blank" in value) return <span className="text-13 text-faint">{value.blank}</span>;
  return (
    <>
      {duration(value.seconds)}
      {value.from === "impact_started" ? null : <span className="block text-12 text-faint">from {MILESTONE_WORDS[value.from].toLowerCase()}</span>}
    </>
  );
}
