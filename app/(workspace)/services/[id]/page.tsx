import type { Metadata } from "next";
import { IncidentsSection } from "@/components/directory/incidents-section";
import { ServiceView } from "@/components/services/service-view";
import { found, pageReader } from "@/lib/auth/page";
import { may } from "@/lib/incidents/policy";
import { listIncidents } from "@/lib/search/queries";
import { getService } from "@/lib/services/queries";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ctx } = await pageReader();
  const service = await found(getService(ctx, (await params).id));
  return { title: service.name };
}

export default async function ServicePage({ params }: Props) {
  const { ctx, zone } = await pageReader();
  const service = await found(getService(ctx, (await params).id));
  const incidents = await listIncidents(ctx, { service: service.id, limit: 12 });
  return (
    <ServiceView service={service} canWrite={may("service.write", { role: ctx.actor.role })}>
      <IncidentsSection
        page={incidents}
        filter={{ service: service.id }}
        none="None that you can see. Incidents in which this service was concerned stand here as strips on one time scale, newest first."
        zone={zone}
        now={Date.now()}
      />
    </ServiceView>
  );
}
