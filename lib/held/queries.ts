import { actionRefOf } from "../actions/queries";
import type { HeldAnswer } from "../actions/words";
import { readSql, visibleSql } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { Prisma } from "../generated/prisma/client";
import { incidentFacts, numberOf, refOf } from "../incidents/queries";
import type { HeldList } from "./schema";

interface Row {
  actionItemId: string;
  number: number;
  title: string;
  finishTest: string;
  incidentNumber: number;
  incidentTitle: string;
  doneAt: Date | null;
  answer: HeldAnswer | null;
  note: string;
  at: Date;
}

/** What was asked of an incident: whether that held which was done after the ones like it. Only items of incidents that the reader may see, too. */
export async function listHeld(ctx: Ctx, ref: string | undefined): Promise<HeldList> {
  await incidentFacts(ctx, { ref: ref ?? "" });
  const rows = await readSql<Row>(
    ctx,
    Prisma.sql`
      select a.id as "actionItemId", a.number, a.title, a."finishTest", o.number as "incidentNumber", o.title as "incidentTitle", a."doneAt", x.answer, x.note,
        coalesce(x."answeredAt", x."askedAt") as at
      from incident i join action_item_held x on x."incidentId" = i.id join action_item a on a.id = x."actionItemId"
      join incident o on o.id = a."incidentId" and ${visibleSql(ctx, "o")}
      where i.number = ${numberOf(ref)} and ${visibleSql(ctx)} order by x."askedAt", a.number limit 100`,
  );
  return {
    items: rows.map(({ number, incidentNumber, doneAt, at, ...row }) => ({
      ...row,
      ref: actionRefOf(number),
      incidentRef: refOf(incidentNumber),
      doneAt: doneAt?.toISOString() ?? null,
      at: at.toISOString(),
    })),
    nextCursor: null,
  };
}
