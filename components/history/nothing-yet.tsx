import type { IncidentRow } from "../../lib/incidents/schema";
import { DeclareNow } from "../declare/declare-now";
import { EmptyState } from "../ui/empty-state";
import { IncidentList } from "./incident-list";

/** The history before its first incident: what will stand here, and the first step. */
export function NothingYet({ zone, now }: { zone: string; now: number }) {
  return (
    <EmptyState
      title="No incident yet"
      actions={<DeclareNow>Declare the first</DeclareNow>}
      example={<IncidentList incidents={[exampleRow(now)]} zone={zone} now={now} />}
    >
      Whatever broke, nearly broke or was rehearsed is declared, worked in its room, and found here again by any word that was written about it. A title is
      enough, and it may be nothing.
    </EmptyState>
  );
}

function exampleRow(now: number): IncidentRow {
  const at = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
  const blank = { blank: "" };
  const who = { id: "example", name: "Mara", avatarUrl: null, role: "member" as const };
  return {
    id: "example",
    ref: "INC-1",
    title: "Checkout answers 502 for one region",
    summary: "",
    status: "resolved",
    severity: "SEV2",
    mode: "incident",
    environment: "production",
    visibility: "organisation",
    detection: "alert",
    services: [{ id: "example", name: "Checkout" }],
    teams: [],
    roles: [],
    startedAt: at(2950),
    detectedAt: at(2944),
    declaredAt: at(2940),
    acknowledgedAt: null,
    identifiedAt: null,
    mitigatedAt: at(2890),
    resolvedAt: at(2870),
    durations: { toDetect: blank, toAcknowledge: blank, toMitigate: blank, toResolve: blank },
    declaredBy: who,
    externalId: null,
    mergedInto: null,
    seq: 1,
    version: 1,
    updatedAt: at(2870),
    snippet: {
      kind: "entry",
      entryId: "example",
      at: at(2920),
      section: null,
      text: "\ue000Pool\ue001 of 20 is full; every slot waits on a retry of the same call.",
    },
  };
}
