import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { WorkPage } from "@/components/work/work-page";
import { found, pageReader } from "@/lib/auth/page";
import { incidentQuery } from "@/lib/incidents/client";
import { getIncident } from "@/lib/incidents/queries";
import { postmortemQuery } from "@/lib/postmortems/client";
import { findPostmortem } from "@/lib/postmortems/queries";
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
  const [incident, postmortem, counts] = await found(Promise.all([getIncident(ctx, ref), findPostmortem(ctx, ref), countSides(ctx, ref)]));
  const cache = new QueryClient();
  cache.setQueryData(incidentQuery(ref).queryKey, incident);
  cache.setQueryData(postmortemQuery(ref).queryKey, postmortem);
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <WorkPage incidentRef={ref} me={ctx.actor} zone={zone} tab="postmortem" counts={counts}>
        <p className="py-8 text-soft">{postmortem ? "A draft stands." : "None was begun yet."}</p>
      </WorkPage>
    </HydrationBoundary>
  );
}
