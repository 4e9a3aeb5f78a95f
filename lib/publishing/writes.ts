import { isDeepStrictEqual } from "node:util";
import { readSql, visibleSql } from "../auth/access";
import type { Change } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import type { Blocks } from "../blocks/schema";
import type { DocNode } from "../documents/schema";
import { Prisma } from "../generated/prisma/client";
import { INCIDENT_COLUMNS, type IncidentSqlRow, numberOf, toShared } from "../incidents/queries";

/** What a version is made of. */

/** The rows that the document's live blocks show, as they are now. */
export async function frozenBlocks(ctx: Ctx, ref: string, _doc: DocNode): Promise<Blocks> {
  const [row] = await readSql<IncidentSqlRow>(
    ctx,
    Prisma.sql`select ${INCIDENT_COLUMNS} from incident i where i.number = ${numberOf(ref)} and ${visibleSql(ctx)}`,
  );
  return { incident: toShared(row!) };
}

/** Those who answered, and how: `[{personId, state, at}]`. Who was asked and did not get to it is not held against them. */
export async function frozenReviews(c: Change, postmortemId: string): Promise<{ personId: string; state: string; at: string }[]> {
  const rows = await c.tx.postmortemReview.findMany({
    where: { postmortemId, state: { in: ["approved", "changes_requested"] } },
    orderBy: [{ at: "asc" }, { personId: "asc" }],
    select: { personId: true, state: true, at: true },
  });
  return rows.map(({ personId, state, at }) => ({ personId, state, at: at.toISOString() }));
}

interface Words {
  title: string;
  zone: string;
  /** With the rows of its blocks as they read: another row is another text. */
  markdown: string;
  json: unknown;
}
export const sameWords = (last: Words, next: Words): boolean =>
  last.title === next.title && last.zone === next.zone && last.markdown === next.markdown && isDeepStrictEqual(last.json, next.json);
