import type { Metadata } from "next";
import { OpenItems } from "@/components/actions/open-items";
import { IncidentsSection } from "@/components/directory/incidents-section";
import { RecurringFactors } from "@/components/services/recurring-factors";
import { ServiceChanges } from "@/components/services/service-changes";
import { ServiceView } from "@/components/services/service-view";
import { found, pageReader } from "@/lib/auth/page";
import { listActionItems } from "@/lib/backlog/queries";
import { OPEN_ACTIONS } from "@/lib/actions/words";
import { listChanges } from "@/lib/changes/queries";
import { dayKey } from "@/lib/dates";
import { may } from "@/lib/incidents/policy";
import { paths } from "@/lib/paths";
import { recurringFactors } from "@/lib/recurring/queries";
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
  const [incidents, items, changes, recurring] = await Promise.all([
    listIncidents(ctx, { service: service.id, limit: 10 }),
    listActionItems(ctx, { service: service.id, status: [...OPEN_ACTIONS], limit: 6 }),
    listChanges(ctx, { service: service.id, limit: 6 }),
    recurringFactors(ctx, service.id),
  ]);
  const now = Date.now();
  return (
    <ServiceView service={service} canWrite={may("service.write", { role: ctx.actor.role })}>
      <IncidentsSection
        page={incidents}
        filter={{ service: service.id }}
        none="None that you can see. Incidents in which this service was concerned stand here as strips on one time scale, newest first."
        zone={zone}
        now={now}
      />
      <OpenItems
        items={items.items}
        all={items.nextCursor ? paths.actions({ view: "all", service: service.id }) : null}
        none="Nothing open. What should follow from this service’s incidents stands here until it is done."
        today={dayKey(now, zone)}
      />
      <ServiceChanges changes={changes.items} more={changes.nextCursor !== null} serviceId={service.id} zone={zone} now={now} />
      <RecurringFactors serviceId={service.id} factors={recurring} zone={zone} now={now} />
    </ServiceView>
  );
}
