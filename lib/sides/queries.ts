import { readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { Prisma } from "../generated/prisma/client";
import { numberOf } from "../incidents/queries";
import { POSTMORTEM_STATUS_WORDS, type PostmortemStatus } from "../postmortems/words";
import type { SideCounts } from "./schema";

/** How much stands on each side of an incident, for its tabs. Nothing of one that is not the reader's to see. */
export async function countSides(ctx: Ctx, ref: string | undefined): Promise<SideCounts> {
  const [row] = await readSql<Omit<SideCounts, "postmortem"> & Parameters<typeof wordOf>[0]>(
    ctx,
    Prisma.sql`select
      (select count(*)::int from incident_change c where c."incidentId" = i.id) as changes,
      (select count(*)::int from factor f where f."incidentId" = i.id) as factors,
      (select count(*)::int from action_item a where a."incidentId" = i.id) as actions,
      i.status = 'resolved' as "isOver", p.status, p."publishedVersion"
      from incident i left join postmortem p on p."incidentId" = i.id where i.number = ${numberOf(ref)} and ${visibleSql(ctx)}`,
  );
  if (!row) return { changes: 0, factors: 0, actions: 0, postmortem: "" };
  const { changes, factors, actions } = row;
  return { changes, factors, actions, postmortem: wordOf(row) };
}

/** Where an incident is over and nobody has begun, the tab says so, and nothing else nags. */
function wordOf({ isOver, status, publishedVersion }: { isOver: boolean; status: PostmortemStatus | null; publishedVersion: number | null }): string {
  if (!status) return isOver ? "not begun" : "";
  if (status === "published") return `version ${publishedVersion}`;
  return POSTMORTEM_STATUS_WORDS[status].toLowerCase();
}
