import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { ChangeBoard } from "@/components/changes/change-board";
import { WorkPage } from "@/components/work/work-page";
import { found, pageReader } from "@/lib/auth/page";
import { incidentChangesQuery } from "@/lib/changes/client";
import { listIncidentChanges } from "@/lib/changes/queries";
import { incidentQuery } from "@/lib/incidents/client";
import { getIncident } from "@/lib/incidents/queries";
import { countSides } from "@/lib/sides/queries";
import { offeredQuery } from "@/lib/offered/client";
import { listOffered } from "@/lib/offered/queries";

interface Props {
  params: Promise<{ ref: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ctx } = await pageReader();
  const incident = await found(getIncident(ctx, (await params).ref));
  return { title: `What changed, ${incident.ref} ${incident.title}` };
}

export default async function IncidentChangesPage({ params }: Props) {
  const { ref } = await params;
  const { ctx, zone } = await pageReader();
  const [incident, changes, offered, counts] = await found(
    Promise.all([getIncident(ctx, ref), listIncidentChanges(ctx, ref), listOffered(ctx, ref), countSides(ctx, ref)]),
  );
  const cache = new QueryClient();
  cache.setQueryData(incidentQuery(ref).queryKey, incident);
  cache.setQueryData(incidentChangesQuery(ref).queryKey, changes);
  cache.setQueryData(offeredQuery(ref).queryKey, offered);
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <WorkPage incidentRef={ref} me={ctx.actor} zone={zone} tab="changes" counts={counts}>
        <ChangeBoard serverNow={Date.now()} />
      </WorkPage>
    </HydrationBoundary>
  );
}
