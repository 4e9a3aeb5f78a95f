import { readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import type { FactorGroup } from "../factors/words";
import { Prisma } from "../generated/prisma/client";
import { refOf } from "../incidents/queries";
import type { Recurring } from "./schema";

interface Row {
  tagId: string;
  tag: string;
  group: FactorGroup;
  incidents: number;
  numbers: number[];
  titles: string[];
  times: Date[];
}

/** So many of the service's latest incidents are looked at: what came back before them has not come back for long. */
const LATEST = 500;
const SHOWN = 3;

/** The factors that come back in a service's incidents, the commonest first. What helped (softened) is none of them, drills are left out. */
export async function recurringFactors(ctx: Ctx, serviceId: string, most = 8): Promise<Recurring[]> {
  const rows = await readSql<Row>(
    ctx,
    Prisma.sql`
      with own as materialized (
        select i.id, i.number, i.title, i."declaredAt" from incident_service x join incident i on i.id = x."incidentId"
        where x."serviceId" = ${serviceId}::uuid and i.mode <> 'drill' and ${visibleSql(ctx)} order by x."declaredAt" desc limit ${LATEST}),
      held as (select distinct f."tagId", own.* from own join factor f on f."incidentId" = own.id where f.role <> 'softened'),
      again as (
        select "tagId", count(*)::int as incidents, max("declaredAt") as last,
          (array_agg(number order by "declaredAt" desc))[1:${SHOWN}] as numbers, (array_agg(title order by "declaredAt" desc))[1:${SHOWN}] as titles,
          (array_agg("declaredAt" order by "declaredAt" desc))[1:${SHOWN}] as times
        from held group by "tagId" having count(*) > 1)
      select a."tagId", t.label as tag, t."group", a.incidents, a.numbers, a.titles, a.times
      from again a join factor_tag t on t.id = a."tagId" order by a.incidents desc, a.last desc, t.label limit ${most}`,
  );
  return rows.map(({ numbers, titles, times, ...row }) => ({
    ...row,
    latest: numbers.map((number, at) => ({ ref: refOf(number), title: titles[at] ?? "", at: times[at]!.toISOString() })),
  }));
}
