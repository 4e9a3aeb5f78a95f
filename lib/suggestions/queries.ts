import { read, readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { listIncidentChanges } from "../changes/queries";
import { listFactors } from "../factors/queries";
import type { FactorGroup } from "../factors/words";
import { Prisma } from "../generated/prisma/client";
import { getIncident } from "../incidents/queries";
import type { Mitigation } from "../incidents/words";
import { listNets } from "../nets/queries";
import { listTags } from "../tags/queries";
import { suggest } from "./rules";
import type { FactorSuggestions } from "./schema";

/** So many of the newest incidents of the same services are looked at, of a year. */
const LATEST = 200;
const FREQUENT = 6;

/** What the room, and the history of its services as far as the reader may see it, offers as factors. */
export async function suggestFactors(ctx: Ctx, ref: string | undefined): Promise<FactorSuggestions> {
  const incident = await getIncident(ctx, ref);
  const [changes, factors, nets, tags, mitigations, lately] = await Promise.all([
    listIncidentChanges(ctx, ref),
    listFactors(ctx, ref),
    listNets(ctx, ref),
    listTags(ctx),
    mitigationsOf(ctx, incident.id),
    tagsLately(
      ctx,
      incident.id,
      incident.services.map((service) => service.id),
    ),
  ]);
  const told = {
    changes: changes.items,
    mitigations,
    nets: nets.items,
    byCustomers: incident.detection === "customer_report",
    access: incident.access,
    lately,
  };
  const labels = new Map(tags.items.map((tag) => [tag.label.toLowerCase(), tag.group] as const));
  return { items: suggest(told, { factors: factors.items, tags: labels }), nextCursor: null };
}

async function mitigationsOf(ctx: Ctx, incidentId: string) {
  const rows = await read(ctx).timelineEntry.findMany({
    where: { incidentId, kind: "status", deletedAt: null },
    orderBy: [{ occurredAt: "asc" }, { seq: "asc" }],
    select: { id: true, data: true },
  });
  return rows.flatMap(({ id, data }) => {
    const { mitigation } = data as { mitigation?: Mitigation };
    return mitigation ? [{ entryId: id, mitigation }] : [];
  });
}

const tagsLately = async (ctx: Ctx, incidentId: string, serviceIds: readonly string[]) =>
  serviceIds.length === 0
    ? []
    : readSql<{ label: string; group: FactorGroup; incidents: number }>(
        ctx,
        Prisma.sql`
          select t.label, t."group", count(distinct f."incidentId")::int as incidents
          from (select distinct x."incidentId" as id from (
              select x."incidentId" from incident_service x join incident i on i.id = x."incidentId" and i.mode <> 'drill' and ${visibleSql(ctx)}
              where x."serviceId" = any(${serviceIds}::uuid[]) and x."incidentId" <> ${incidentId}::uuid and x."declaredAt" > now() - interval '1 year'
              order by x."declaredAt" desc limit ${LATEST}) x) o
          join factor f on f."incidentId" = o.id join factor_tag t on t.id = f."tagId" and t."archivedAt" is null
          group by t.id order by incidents desc, t.label limit ${FREQUENT}`,
      );
