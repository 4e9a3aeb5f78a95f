import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Room } from "@/components/room/room";
import { found, pageReader } from "@/lib/auth/page";
import { buildName } from "@/lib/build";
import { callsQuery } from "@/lib/calls/client";
import { listCalls } from "@/lib/calls/queries";
import { factorsQuery } from "@/lib/factors/client";
import { listFactors } from "@/lib/factors/queries";
import { incidentChangesQuery } from "@/lib/changes/client";
import { listIncidentChanges } from "@/lib/changes/queries";
import { heldQuery } from "@/lib/held/client";
import { listHeld } from "@/lib/held/queries";
import { incidentQuery } from "@/lib/incidents/client";
import { getIncident } from "@/lib/incidents/queries";
import { countSides } from "@/lib/sides/queries";
import { STATUS_WORDS } from "@/lib/incidents/words";
import { timelineQuery } from "@/lib/timeline/client";
import { newestTimeline } from "@/lib/timeline/queries";

interface Props {
  params: Promise<{ ref: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ctx } = await pageReader();
  const incident = await found(getIncident(ctx, (await params).ref));
  return { title: `${incident.ref} ${incident.title} (${STATUS_WORDS[incident.status].toLowerCase()})` };
}

export default async function RoomPage({ params }: Props) {
  const { ref } = await params;
  const { ctx, zone } = await pageReader();
  const [incident, timeline, calls, changes, factors, held, counts] = await found(
    Promise.all([
      getIncident(ctx, ref),
      newestTimeline(ctx, ref),
      listCalls(ctx, ref),
      listIncidentChanges(ctx, ref),
      listFactors(ctx, ref),
      listHeld(ctx, ref),
      countSides(ctx, ref),
    ]),
  );
  const cache = new QueryClient();
  cache.setQueryData(incidentQuery(ref).queryKey, incident);
  cache.setQueryData(timelineQuery(ref).queryKey, { items: timeline.items, older: timeline.nextCursor });
  cache.setQueryData(callsQuery(ref).queryKey, calls);
  cache.setQueryData(factorsQuery(ref).queryKey, factors);
  cache.setQueryData(incidentChangesQuery(ref).queryKey, changes);
  cache.setQueryData(heldQuery(ref).queryKey, held);
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <Room incidentRef={ref} me={ctx.actor} zone={zone} serverNow={Date.now()} build={buildName()} counts={counts} />
    </HydrationBoundary>
  );
}
