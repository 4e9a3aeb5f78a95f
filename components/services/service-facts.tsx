import Link from "next/link";
import { Fragment } from "react";
import { paths } from "@/lib/paths";
import type { RefDto } from "@/lib/scalars";
import type { Service } from "@/lib/services/schema";
import { tierHint } from "@/lib/services/words";
import { Fact, Facts, Unsaid } from "../directory/facts";
import { Tier } from "./tier";

/** Who owns it, where its runbook is, what stands on it and on what it stands. */
export function ServiceFacts({ service }: { service: Service }) {
  return (
    <Facts>
      <Fact label="Owner">
        {service.team ? (
          <Link href={paths.team(service.team.id)} className="isolate-text link">
            {service.team.name}
          </Link>
        ) : (
          <Unsaid>Nobody owns it yet</Unsaid>
        )}
      </Fact>
      <Fact label="Tier">
        {service.tier ? (
          <>
            <Tier tier={service.tier} />
            <span aria-hidden="true" className="block text-13 text-soft">
              {tierHint(service.tier)}
            </span>
          </>
        ) : (
          <Unsaid>Not said</Unsaid>
        )}
      </Fact>
      <Fact label="Runbook">
        <Address href={service.runbookUrl} missing="None yet. A page of first steps helps whoever is called at night" />
      </Fact>
      <Fact label="Repository">
        <Address href={service.repositoryUrl} missing="Not said" />
      </Fact>
      <Fact label="Depends on" wide>
        <Refs refs={service.dependsOn} missing="Nothing that is written down" />
      </Fact>
      <Fact label="Depended on by" wide>
        <Refs refs={service.dependents} missing="Nothing that is written down" />
      </Fact>
    </Facts>
  );
}

function Address({ href, missing }: { href: string | null; missing: string }) {
  if (!href) return <Unsaid>{missing}</Unsaid>;
  return (
    <a href={href} rel="noreferrer noopener" className="isolate-text link break-all">
      {href.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "")}
    </a>
  );
}

export function Refs({ refs, missing }: { refs: readonly RefDto[]; missing: string }) {
  if (refs.length === 0) return <Unsaid>{missing}</Unsaid>;
  return refs.map((ref, at) => (
    <Fragment key={ref.id}>
      {at ? ", " : null}
      <Link href={paths.service(ref.id)} className="isolate-text link">
        {ref.name}
      </Link>
    </Fragment>
  ));
}
