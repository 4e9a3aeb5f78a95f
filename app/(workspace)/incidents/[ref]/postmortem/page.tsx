import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Desk } from "@/components/editor/desk";
import { Still } from "@/components/editor/still";
import { WorkPage } from "@/components/work/work-page";
import { actionItemsQuery } from "@/lib/actions/client";
import { listIncidentActions } from "@/lib/actions/queries";
import type { Ctx } from "@/lib/auth/ctx";
import { found, pageReader } from "@/lib/auth/page";
import { buildName } from "@/lib/build";
import { incidentChangesQuery } from "@/lib/changes/client";
import { listIncidentChanges } from "@/lib/changes/queries";
import { headingsOf } from "@/lib/documents/text";
import { writtenOf } from "@/lib/documents/written";
import { factorsQuery } from "@/lib/factors/client";
import { listFactors } from "@/lib/factors/queries";
import { incidentQuery } from "@/lib/incidents/client";
import { getIncident } from "@/lib/incidents/queries";
import { netsQuery } from "@/lib/nets/client";
import { listNets } from "@/lib/nets/queries";
import { postmortemQuery } from "@/lib/postmortems/client";
import { findPostmortem, getPostmortem } from "@/lib/postmortems/queries";
import { countSides } from "@/lib/sides/queries";
import { timelineQuery } from "@/lib/timeline/client";
import { newestTimeline } from "@/lib/timeline/queries";

interface Props {
  params: Promise<{ ref: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ctx } = await pageReader();
  const incident = await found(getIncident(ctx, (await params).ref));
  return { title: `Post-mortem of ${incident.ref} ${incident.title}` };
}

/** What its live blocks show. */
async function bringRows(ctx: Ctx, ref: string, cache: QueryClient) {
  const [timeline, changes, factors, nets, actions] = await Promise.all([
    newestTimeline(ctx, ref),
    listIncidentChanges(ctx, ref),
    listFactors(ctx, ref),
    listNets(ctx, ref),
    listIncidentActions(ctx, ref),
  ]);
  cache.setQueryData(timelineQuery(ref).queryKey, { items: timeline.items, older: timeline.nextCursor });
  cache.setQueryData(incidentChangesQuery(ref).queryKey, changes);
  cache.setQueryData(factorsQuery(ref).queryKey, factors);
  cache.setQueryData(netsQuery(ref).queryKey, nets);
  cache.setQueryData(actionItemsQuery(ref).queryKey, actions);
}

export default async function PostmortemPage({ params }: Props) {
  const { ref } = await params;
  const { ctx, zone } = await pageReader();
  const [incident, state, counts] = await found(Promise.all([getIncident(ctx, ref), findPostmortem(ctx, ref), countSides(ctx, ref)]));
  const cache = new QueryClient();
  cache.setQueryData(incidentQuery(ref).queryKey, incident);
  cache.setQueryData(postmortemQuery(ref).queryKey, state);
  const [draft] = state ? await found(Promise.all([getPostmortem(ctx, ref), bringRows(ctx, ref, cache)])) : [null];
  const day = incident.startedAt ?? incident.declaredAt;
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <WorkPage incidentRef={ref} me={ctx.actor} zone={zone} tab="postmortem" counts={counts} endsItself={state !== null}>
        <Desk
          build={buildName()}
          headings={draft ? headingsOf(draft.json) : []}
          written={draft ? writtenOf(draft.json, draft.words) : null}
          still={draft ? <Still doc={draft.json} incidentRef={ref} zone={zone} day={day} guided={incident.can.includes("postmortem.write")} /> : null}
        />
      </WorkPage>
    </HydrationBoundary>
  );
}
