import { getActionItem, incidentsOfItems } from "../actions/queries";
import type { ActionItem } from "../actions/schema";
import { read, readSql, visibleSql } from "../auth/access";
import { type Change, change } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { keeperCtx, receiverCtx } from "../auth/receiver";
import { AppError, invalid, notFound } from "../errors";
import { Prisma } from "../generated/prisma/client";
import { remind, settle } from "../inbox/writes";
import { refOf } from "../incidents/queries";
import { alikeByWords } from "../search/alike";
import type { AnswerHeld } from "./schema";

const MOST = 20;

/** Says whether an item held when a like incident came. It may be said again, by anyone who sees both. */
export async function answerHeld(ctx: Ctx, named: string | undefined, { incidentRef, answer, note }: AnswerHeld): Promise<ActionItem> {
  const item = await getActionItem(ctx, named);
  const asked = await read(ctx).actionItemHeld.findFirst({
    where: { actionItemId: item.id, incident: { number: Number(incidentRef.slice(4)) } },
    select: { incidentId: true },
  });
  if (!asked) throw invalid("incidentRef", "Nobody asked how this item did in that incident");
  await change(ctx, "action.held", { incident: incidentRef }, async (c) => {
    const { count } = await c.tx.actionItemHeld.updateMany({
      where: { actionItemId: item.id, incidentId: asked.incidentId },
      data: { answer, ...(note === undefined ? {} : { note }), answeredById: ctx.actor.id, answeredAt: c.now },
    });
    // It was taken out in this moment, and what was asked about it with it.
    if (count === 0) throw notFound();
    // The item's own incident is told nothing: who watches it need not know of this one.
    c.record({ type: "action.held", data: { itemId: item.id, answer, ...(await quiet(c, [item.id])) } });
    await settleAnswered(c);
    c.made(item.id);
  });
  return getActionItem(ctx, item.id);
}

/** Of items that not everyone may see, the incident's watchers hear nothing but that its number went up. */
const quiet = async (c: Change, ids: readonly string[]): Promise<Record<string, boolean>> =>
  (await c.tx.actionItem.count({ where: { id: { in: [...ids] }, incident: { visibility: "organisation" } } })) ? {} : { quiet: true };

/** The question waits for nobody who has an answer to everything that they may see of it. */
async function settleAnswered(c: Change): Promise<void> {
  const incidentId = c.incident.id;
  const open = await c.tx.actionItemHeld.findMany({ where: { incidentId, answer: null }, select: { actionItemId: true } });
  const waiting = await c.tx.inboxItem.findMany({ where: { incidentId, kind: "held", doneAt: null }, select: { personId: true } });
  const ids = open.map((row) => row.actionItemId);
  for (const { personId } of waiting) {
    const their = await receiverCtx(personId);
    if (!their || ids.length === 0 || (await incidentsOfItems(their, ids)).length === 0) await settle(c, "held", personId);
  }
}

/** Nothing to ask, or asked already. */
class NothingToAsk extends Error {}

/**
 * Asks of an incident that is over whether that held which was done after the ones like it: of the same service, and with a factor tag
 * or telling words of the title in common. Each item is asked about once; all in the eyes of whoever resolved it.
 */
export async function askHeld(ctx: Ctx, incidentId: string): Promise<void> {
  const incident = await read(ctx).incident.findUnique({
    where: { id: incidentId, status: "resolved" },
    select: { number: true, title: true, services: { select: { serviceId: true } } },
  });
  if (!incident || incident.services.length === 0) return;
  const serviceIds = incident.services.map(({ serviceId }) => serviceId);
  const alike = await alikeByWords(ctx, incident.title, serviceIds);
  const items = await doneBefore(ctx, incidentId, serviceIds, alike);
  if (items.length === 0) return;
  const keeper = await keeperCtx(incidentId);
  const told = keeper && (await incidentsOfItems(keeper, items)).length > 0 ? [keeper.actor.id] : [];
  try {
    await change(ctx, "action.held", { incident: refOf(incident.number) }, async (c) => {
      const fresh = await c.tx.$queryRaw<{ id: string }[]>`
        insert into action_item_held ("actionItemId", "incidentId", "askedAt") select id, ${incidentId}::uuid, ${c.now} from unnest(${items}::uuid[]) as id
        on conflict do nothing returning "actionItemId" as id`;
      if (fresh.length === 0) throw new NothingToAsk();
      const asked = fresh.map(({ id }) => id);
      c.record({ type: "action.asked", data: { items: asked.length, ...(await quiet(c, asked)) } });
      await remind(
        c,
        told.map((personId) => ({ personId, kind: "held" })),
      );
    });
  } catch (error) {
    // A viewer may have resolved nothing, and one who lost the right since asks nothing.
    if (!(error instanceof NothingToAsk) && !(error instanceof AppError && error.code === "FORBIDDEN")) throw error;
  }
}

/** Done items of past incidents of these services that are alike, the lately done first. */
async function doneBefore(ctx: Ctx, incidentId: string, serviceIds: readonly string[], alike: readonly string[]): Promise<string[]> {
  const rows = await readSql<{ id: string }>(
    ctx,
    Prisma.sql`
      with mine as materialized (select distinct "tagId" from factor where "incidentId" = ${incidentId}::uuid),
      places as materialized (
        select distinct p."incidentId" as id from unnest(${[...serviceIds]}::uuid[]) as service cross join lateral (
          select x."incidentId" from incident_service x where x."serviceId" = service order by x."declaredAt" desc limit 5000) p
        where p."incidentId" <> ${incidentId}::uuid
          and (p."incidentId" = any(${[...alike]}::uuid[]) or exists (select 1 from factor f join mine m on m."tagId" = f."tagId" where f."incidentId" = p."incidentId")))
      select a.id from places p join incident i on i.id = p.id and ${visibleSql(ctx)} and i.status not in ('declined', 'canceled', 'merged')
      join action_item a on a."incidentId" = p.id and a.status = 'done'
      order by a."doneAt" desc, a.number desc limit ${MOST}`,
  );
  return rows.map(({ id }) => id);
}
