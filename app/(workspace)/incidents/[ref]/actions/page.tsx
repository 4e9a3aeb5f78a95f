import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { IncidentActions } from "@/components/actions/incident-actions";
import { WorkPage } from "@/components/work/work-page";
import { actionItemsQuery } from "@/lib/actions/client";
import { listIncidentActions } from "@/lib/actions/queries";
import { sourceOf } from "@/lib/sources/queries";
import { found, pageReader } from "@/lib/auth/page";
import { dayKey } from "@/lib/dates";
import { exposedQuery } from "@/lib/exposed/client";
import { exposedIn } from "@/lib/exposed/queries";
import { heldQuery } from "@/lib/held/client";
import { listHeld } from "@/lib/held/queries";
import { incidentQuery } from "@/lib/incidents/client";
import { getIncident } from "@/lib/incidents/queries";
import { countSides } from "@/lib/sides/queries";

interface Props {
  params: Promise<{ ref: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ctx } = await pageReader();
  const incident = await found(getIncident(ctx, (await params).ref));
  return { title: `What follows from ${incident.ref} ${incident.title}` };
}

export default async function ActionsOfIncidentPage({ params, searchParams }: Props) {
  const { ref } = await params;
  const { ctx, zone } = await pageReader();
  const [incident, items, held, exposed, begin, counts] = await found(
    Promise.all([
      getIncident(ctx, ref),
      listIncidentActions(ctx, ref),
      listHeld(ctx, ref),
      exposedIn(ctx, ref),
      sourceOf(ctx, ref, await searchParams),
      countSides(ctx, ref),
    ]),
  );
  const cache = new QueryClient();
  cache.setQueryData(incidentQuery(ref).queryKey, incident);
  cache.setQueryData(actionItemsQuery(ref).queryKey, items);
  cache.setQueryData(heldQuery(ref).queryKey, held);
  cache.setQueryData(exposedQuery(ref).queryKey, exposed);
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <WorkPage incidentRef={ref} me={ctx.actor} zone={zone} tab="actions" counts={counts}>
        <IncidentActions today={dayKey(Date.now(), zone)} begin={begin} />
      </WorkPage>
    </HydrationBoundary>
  );
}
