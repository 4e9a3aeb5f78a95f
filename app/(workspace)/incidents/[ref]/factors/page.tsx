import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { FactorsView } from "@/components/factors/factors-view";
import { WorkPage } from "@/components/work/work-page";
import { actionItemsQuery } from "@/lib/actions/client";
import { listIncidentActions } from "@/lib/actions/queries";
import { found, pageReader } from "@/lib/auth/page";
import { incidentChangesQuery } from "@/lib/changes/client";
import { listIncidentChanges } from "@/lib/changes/queries";
import { factorsQuery } from "@/lib/factors/client";
import { listFactors } from "@/lib/factors/queries";
import { readEvidence } from "@/lib/factors/rules";
import { incidentQuery } from "@/lib/incidents/client";
import { getIncident } from "@/lib/incidents/queries";
import { countSides } from "@/lib/sides/queries";
import { netsQuery } from "@/lib/nets/client";
import { listNets } from "@/lib/nets/queries";

interface Props {
  params: Promise<{ ref: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ctx } = await pageReader();
  const incident = await found(getIncident(ctx, (await params).ref));
  return { title: `What combined in ${incident.ref} ${incident.title}` };
}

export default async function FactorsPage({ params, searchParams }: Props) {
  const { ref } = await params;
  const { evidence } = await searchParams;
  const { ctx, zone } = await pageReader();
  const [incident, changes, factors, nets, actions, counts] = await found(
    Promise.all([
      getIncident(ctx, ref),
      listIncidentChanges(ctx, ref),
      listFactors(ctx, ref),
      listNets(ctx, ref),
      listIncidentActions(ctx, ref),
      countSides(ctx, ref),
    ]),
  );
  const cache = new QueryClient();
  cache.setQueryData(incidentQuery(ref).queryKey, incident);
  cache.setQueryData(incidentChangesQuery(ref).queryKey, changes);
  cache.setQueryData(factorsQuery(ref).queryKey, factors);
  cache.setQueryData(netsQuery(ref).queryKey, nets);
  cache.setQueryData(actionItemsQuery(ref).queryKey, actions);
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <WorkPage incidentRef={ref} me={ctx.actor} zone={zone} tab="factors" counts={counts}>
        <FactorsView cited={typeof evidence === "string" ? readEvidence(evidence) : null} />
      </WorkPage>
    </HydrationBoundary>
  );
}
