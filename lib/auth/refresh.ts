import { Prisma } from "../generated/prisma/client";
import { deriveIncident, type Derivable, severityRank } from "../incidents/rules";
import type { Severity, Status } from "../incidents/words";
import type { Tx } from "./change";

/** What a change must leave true: the derived columns of its incidents and the search rows of what it touched. */

const DERIVED = ["status", "severity", "startedAt", "detectedAt", "acknowledgedAt", "identifiedAt", "mitigatedAt", "resolvedAt"] as const;
const NOW = ["known", "impact", "trying"] as const;
const TRYING = 3;

interface EntryRow extends Derivable {
  body: string;
}

/** Makes the derived columns again. Answers the names of those that changed. */
export async function refreshIncident(tx: Tx, incidentId: string): Promise<string[]> {
  const before = await tx.incident.findUniqueOrThrow({ where: { id: incidentId } });
  const entries = await tx.$queryRaw<EntryRow[]>`
    select seq, kind, data, milestone, "occurredAt", '' as body from timeline_entry
    where "incidentId" = ${incidentId}::uuid and "deletedAt" is null
      and (kind in ('status', 'severity', 'role') or milestone is not null or (kind = 'comms' and data ? 'answer'))`;
  const derived = deriveIncident({ ...before, givenStatus: before.givenStatus as Status, givenSeverity: before.givenSeverity as Severity | null }, entries);
  const now = await whereAreWe(tx, incidentId);
  const after = { ...derived, ...now };
  const changed = [...DERIVED, ...NOW].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  if (changed.length) {
    // Nothing is due any more once it is over.
    const over = derived.status === "resolved" || derived.status === "declined" || derived.status === "canceled" || derived.status === "merged";
    await tx.incident.update({
      where: { id: incidentId },
      data: { ...after, severityRank: severityRank(derived.severity), ...(over ? { nextUpdateAt: null } : {}) },
    });
  }
  return changed;
}

/** "Where are we": the last entries that say what we know, who is hurt, and what is being tried. */
async function whereAreWe(tx: Tx, incidentId: string) {
  const last = await tx.$queryRaw<{ part: string; body: string }[]>`
    (select 'known' as part, body from timeline_entry where "incidentId" = ${incidentId}::uuid and "deletedAt" is null and body <> '' and body <> '[redacted]'
       and (kind = 'evidence' or (kind = 'hypothesis' and data->>'state' = 'confirmed') or (kind = 'status' and data->>'to' in ('identified', 'mitigated', 'resolved')))
     order by "occurredAt" desc, seq desc limit 1)
    union all
    (select 'impact', body from timeline_entry where "incidentId" = ${incidentId}::uuid and "deletedAt" is null and body <> '' and body <> '[redacted]' and kind = 'impact'
     order by "occurredAt" desc, seq desc limit 1)
    union all
    (select 'trying', body from timeline_entry where "incidentId" = ${incidentId}::uuid and "deletedAt" is null and body <> '' and body <> '[redacted]' and kind in ('action', 'decision')
     order by "occurredAt" desc, seq desc limit ${TRYING})`;
  const of = (part: string) => last.filter((row) => row.part === part).map((row) => firstLine(row.body));
  return { known: of("known")[0] ?? null, impact: of("impact")[0] ?? null, trying: of("trying") };
}

const firstLine = (body: string) => {
  const line = body.trim().split("\n", 1)[0]!;
  return line.length > 280 ? `${line.slice(0, 279).replace(/[\ud800-\udbff]$/, "")}…` : line;
};

/** One row to write again in `search.row`, or to drop where its words are gone. */
export type SearchSource =
  | { kind: SearchKind; sourceId: string; incidentId: string; at: Date; text: string }
  | { drop: true; kind: SearchKind; sourceId: string; incidentId: string };
type SearchKind = "title" | "summary" | "entry" | "change" | "factor" | "action" | "section";

/** The parts of the closing statement that write search rows again; triggers mark their incidents for the fold. The last source of a row counts. */
export function searchParts(sources: readonly SearchSource[]): Prisma.Sql {
  if (!sources.length) return Prisma.empty;
  const last = [...new Map(sources.map((source) => [`${source.kind} ${source.sourceId}`, source])).values()];
  const put = last.filter((source) => !("drop" in source) && source.text.trim() !== "");
  const drop = last.filter((source) => "drop" in source || source.text.trim() === "");
  return Prisma.sql`, dropped as (
      delete from search.row r using jsonb_to_recordset(${JSON.stringify(drop)}::jsonb) as d(kind text, "sourceId" uuid)
      where r.kind = d.kind and r.source_id = d."sourceId"
    ), put as (
      insert into search.row (kind, source_id, incident_id, at, text)
      select s.kind, s."sourceId", s."incidentId", s.at, left(s.text, 100000)
      from jsonb_to_recordset(${JSON.stringify(put)}::jsonb) as s(kind text, "sourceId" uuid, "incidentId" uuid, at timestamptz, text text)
      on conflict (kind, source_id) do update set at = excluded.at, text = excluded.text
    )`;
}
