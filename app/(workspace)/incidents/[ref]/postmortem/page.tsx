import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Desk } from "@/components/editor/desk";
import { Still } from "@/components/editor/still";
import { WorkPage } from "@/components/work/work-page";
import { found, pageReader } from "@/lib/auth/page";
import { buildName } from "@/lib/build";
import { headingsOf } from "@/lib/documents/text";
import { writtenOf } from "@/lib/documents/written";
import { incidentQuery } from "@/lib/incidents/client";
import { getIncident } from "@/lib/incidents/queries";
import { postmortemQuery } from "@/lib/postmortems/client";
import { findPostmortem, getPostmortem } from "@/lib/postmortems/queries";
import { countSides } from "@/lib/sides/queries";

interface Props {
  params: Promise<{ ref: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ctx } = await pageReader();
  const incident = await found(getIncident(ctx, (await params).ref));
  return { title: `Post-mortem of ${incident.ref} ${incident.title}` };
}

export default async function PostmortemPage({ params }: Props) {
  const { ref } = await params;
  const { ctx, zone } = await pageReader();
  const [incident, state, counts] = await found(Promise.all([getIncident(ctx, ref), findPostmortem(ctx, ref), countSides(ctx, ref)]));
  const draft = state && (await found(getPostmortem(ctx, ref)));
  const cache = new QueryClient();
  cache.setQueryData(incidentQuery(ref).queryKey, incident);
  cache.setQueryData(postmortemQuery(ref).queryKey, state);
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
