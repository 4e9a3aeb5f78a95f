import { readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { Prisma } from "../generated/prisma/client";
import { numberOf } from "../incidents/queries";
import type { SideCounts } from "./schema";

/** How much stands on each side of an incident, for its tabs. Nothing of one that is not the reader's to see. */
export async function countSides(ctx: Ctx, ref: string | undefined): Promise<SideCounts> {
  const [row] = await readSql<SideCounts>(
    ctx,
    Prisma.sql`select
      (select count(*)::int from incident_change c where c."incidentId" = i.id) as changes,
      (select count(*)::int from factor f where f."incidentId" = i.id) as factors,
      (select count(*)::int from action_item a where a."incidentId" = i.id) as actions
      from incident i where i.number = ${numberOf(ref)} and ${visibleSql(ctx)}`,
  );
  return row ?? { changes: 0, factors: 0, actions: 0 };
}
