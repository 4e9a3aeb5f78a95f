import { paths } from "../../lib/paths";
import type { PostmortemRow } from "../../lib/postmortems/schema";
import { ButtonLink } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { stripOf, scaleOf } from "../incidents/strip-phases";
import { LibraryRow } from "./library-row";

/** The library before its first post-mortem: what will stand here, and where it begins. */
export function NothingPublished({ zone, now }: { zone: string; now: number }) {
  const row = exampleRow(now);
  return (
    <EmptyState
      title="Nothing published yet"
      actions={
        <ButtonLink href={paths.incidents({ status: "resolved" })} variant="primary">
          Choose an incident
        </ButtonLink>
      }
      example={
        <ul>
          <LibraryRow row={row} scale={scaleOf([stripOf(row.incident, now)])} zone={zone} now={now} />
        </ul>
      }
    >
      A post-mortem is written by the team in the incident’s own tab: its timeline, changes, factors and action items stand in it already. Published, it is read
      and found here, by any word of it, for as long as Candor stands.
    </EmptyState>
  );
}

function exampleRow(now: number): PostmortemRow {
  const at = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
  const blank = { blank: "" };
  const who = (name: string) => ({ id: name, name, avatarUrl: null, role: "member" as const });
  return {
    incident: {
      id: "example",
      ref: "INC-1",
      title: "Checkout answers 502",
      summary: "",
      status: "resolved",
      severity: "SEV1",
      mode: "incident",
      environment: "production",
      visibility: "organisation",
      detection: "alert",
      services: [{ id: "checkout", name: "Checkout" }],
      teams: [],
      roles: [],
      startedAt: at(2941),
      detectedAt: at(2937),
      declaredAt: at(2935),
      acknowledgedAt: at(2935),
      identifiedAt: at(2888),
      mitigatedAt: at(2881),
      resolvedAt: at(2860),
      durations: { toDetect: blank, toAcknowledge: blank, toMitigate: blank, toResolve: blank },
      declaredBy: who("Mara"),
      externalId: null,
      mergedInto: null,
      seq: 1,
      version: 1,
      updatedAt: at(1500),
      snippet: null,
    },
    title: "What a retry does to a pool of twenty",
    version: 1,
    publishedAt: at(1500),
    authors: [who("Mara"), who("Ilse")],
    words: 840,
    excerpt:
      "For 56 minutes one in three card payments did not go through. A deploy had taken the limit off a retry, in a region whose pool holds twenty connections.",
    heading: "Summary",
    anchor: "summary",
  };
}
