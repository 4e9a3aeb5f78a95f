"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { incidentChangesQuery } from "../../lib/changes/client";
import { factorsQuery } from "../../lib/factors/client";
import type { Evidence, Factor } from "../../lib/factors/schema";
import { incidentQuery } from "../../lib/incidents/client";
import { netsQuery } from "../../lib/nets/client";
import { suggestionsQuery } from "../../lib/suggestions/client";
import { Section } from "../layout/section";
import { useShortcuts } from "../layout/shortcuts";
import { AccessQuestion } from "../nets/access-question";
import { Ladder } from "../nets/ladder";
import { OffSwitch } from "../nets/off-switch";
import { useRoom } from "../room/room-context";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { CombinationMap } from "./combination-map";
import { ExampleMap } from "./example-map";
import { FactorList } from "./factor-list";
import { type FactorInHand, FactorSheet } from "./factor-sheet";
import type { Seed } from "./form-values";
import { Hints } from "./hints";
import { useFactorVerbs } from "./use-factor-verbs";

/** What combined, which nets were there, who could do it alone, and what turned it off. */
export function FactorsView({ cited }: { cited: Evidence | null }) {
  const { incidentRef } = useRoom();
  const incident = useQuery(incidentQuery(incidentRef)).data;
  const factors = useQuery(factorsQuery(incidentRef)).data?.items ?? [];
  const hints = useHints(factors);
  const { combine, move, takeOut } = useFactorVerbs(incidentRef);
  const [open, setOpen] = useState<FactorInHand | null>(cited ? { seed: { key: "cited", evidence: [cited] } } : null);
  const mayWrite = incident?.can.includes("factor.write") ?? false;
  const begin = (seed: Seed = { key: "new" }) => setOpen({ seed });
  useShortcuts(mayWrite ? [{ keys: "n", label: "Add a factor", group: "On this page", run: () => begin() }] : []);
  if (!incident) return null;

  const addButton = mayWrite ? (
    <Button
      variant={factors.length ? "secondary" : "primary"}
      size={factors.length ? "sm" : "md"}
      icon={<Plus aria-hidden="true" />}
      className="print:hidden"
      onClick={() => begin()}
    >
      Add a factor
    </Button>
  ) : null;

  const hintList = mayWrite ? <Hints hints={hints} onTake={({ key, group, tag, role, evidence }) => begin({ key, group, tag, role, evidence })} /> : null;

  return (
    <>
      {factors.length ? (
        <Section title="What combined" aside={addButton}>
          <CombinationMap
            factors={factors}
            mayWrite={mayWrite}
            onOpen={(factor) => (mayWrite ? setOpen({ factor, seed: { key: factor.id } }) : reveal(factor))}
            onCombine={combine}
            onRemove={takeOut}
          />
          <FactorList
            factors={factors}
            mayWrite={mayWrite}
            onOpen={(factor) => setOpen({ factor, seed: { key: factor.id } })}
            onMove={move}
            onRemove={takeOut}
          />
          {hintList}
        </Section>
      ) : (
        <div className="-mt-2 pb-3">
          <EmptyState title="It is rarely one thing" actions={addButton} example={<ExampleMap />}>
            Several conditions came together: in the code, in the infrastructure, in the environment, around them. Say which, what each did, and which of them
            would have been harmless alone.
          </EmptyState>
          {hintList}
        </div>
      )}
      <Ladder mayWrite={mayWrite} onDiffers={() => begin({ key: "staging", group: "environment", tag: "staging differs from production", role: "enabled" })} />
      <div className="grid gap-x-10 md:grid-cols-2">
        <AccessQuestion incident={incident} mayWrite={incident.can.includes("incident.update")} />
        <OffSwitch incident={incident} mayWrite={incident.can.includes("timeline.edit")} />
      </div>
      <FactorSheet inHand={open} factors={factors} onClose={() => setOpen(null)} />
    </>
  );
}

/** Who may only read is led to its words. */
const reveal = (factor: Factor) => location.assign(`#factor-${factor.id}`);

/** Asked again whenever something that it is made from is another now. */
function useHints(factors: readonly Factor[]) {
  const { incidentRef } = useRoom();
  const incident = useQuery(incidentQuery(incidentRef)).data;
  const changes = useQuery({ ...incidentChangesQuery(incidentRef), enabled: false }).data?.items ?? [];
  const nets = useQuery({ ...netsQuery(incidentRef), enabled: false }).data?.items ?? [];
  const of = [
    ...factors.map((factor) => `${factor.id} ${factor.version}`),
    ...changes.map((change) => `${change.id} ${change.version}`),
    ...nets.map((net) => net.version),
    incident?.version,
    incident?.mitigatedAt,
  ].join();
  return useQuery(suggestionsQuery(incidentRef, of)).data?.items ?? [];
}
