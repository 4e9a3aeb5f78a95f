import { asksToday, isOpen } from "../actions/rules";
import type { ActionStatus } from "../actions/words";
import { read } from "../auth/access";
import { aside, type Change, change } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { publicOrigin } from "../auth/origin";
import { dueItems, receiver, receiverCtx } from "../auth/receiver";
import { remind } from "../inbox/writes";
import { refOf } from "../incidents/queries";
import { enqueue, enqueueEach } from "../jobs/enqueue";
import type { Handler } from "../jobs/worker";
import { mailIsSetUp, sendMail } from "../mail/transport";
import { type DueLine, remindersLetter } from "./rules";

/**
 * Reminders of action items: three days before they are due, on the day, and weekly after it. One job a day finds who is asked, one a person
 * tells them in their inbox in a single transaction, and one sends all of it as one mail.
 */

const DAY = 86_400_000;
/** So many a person and day; the others wait for the next. */
const AT_ONCE = 20;
const dayOf = (at: Date) => at.toISOString().slice(0, 10);

export const actionsDue: Handler<"actions.due"> = {
  atOnce: 1,
  pollMs: 10_000,
  async run() {
    const now = new Date();
    const asked = new Map<string, { id: string; dueOn: string }[]>();
    for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
      const rows = await dueItems(now, dayOf(new Date(now.getTime() + 3 * DAY)), dayOf(now), after);
      for (const row of rows) if (asksToday(row, now)) for (const personId of row.personIds) asked.set(personId, [...(asked.get(personId) ?? []), row]);
      if (rows.length < 1000) break;
      after = rows.at(-1)!.id;
    }
    // What lies ahead first, then what has passed lately: what is long past has waited, and may wait a day more.
    const jobs = [...asked].map(([personId, items]) => ({
      personId,
      actionItemIds: items
        .sort((a, b) => (a.dueOn < b.dueOn ? 1 : -1))
        .slice(0, AT_ONCE)
        .map(({ id }) => id),
    }));
    if (jobs.length) await aside((tx) => enqueueEach(tx, "actions.remind", jobs));
  },
};

/** Undoes the change: all of it was told already, or is done. */
class NothingToDo extends Error {}

export const actionsRemind: Handler<"actions.remind"> = {
  async run({ personId, actionItemIds }) {
    const ctx = await receiverCtx(personId);
    if (!ctx) return;
    const items = await openItems(ctx, actionItemIds);
    const [incident, ...also] = [...new Set(items.map((item) => item.incidentRef))];
    if (!incident) return;
    try {
      await change(ctx, "inbox.done", { incident, also }, async (c) => {
        const told: string[] = [];
        for (const item of items) if (await tellOf(await c.other(item.incidentRef), personId, item.id)) told.push(item.id);
        if (told.length === 0) throw new NothingToDo();
        if (mailIsSetUp()) await enqueue(c.tx, "actions.mail", { personId, actionItemIds: told });
      });
    } catch (error) {
      if (!(error instanceof NothingToDo)) throw error;
    }
  },
};

/** Puts one item into the inbox, if it still asks today and was not told to them yet. Another who leads the team may have been told. */
async function tellOf(c: Change, personId: string, actionItemId: string): Promise<boolean> {
  const { tx, now } = c;
  const row = await tx.actionItem.findUnique({ where: { id: actionItemId }, select: { status: true, dueOn: true, remindedAt: true, snoozedUntil: true } });
  if (!row?.dueOn || !isOpen(row.status as ActionStatus) || (row.snoozedUntil && row.snoozedUntil > now)) return false;
  const today = new Date(dayOf(now));
  const toOthers = row.remindedAt !== null && row.remindedAt >= today;
  if (!toOthers && !asksToday({ dueOn: dayOf(row.dueOn), remindedAt: row.remindedAt }, now)) return false;
  const mine = { personId, actionItemId, kind: "action_due" };
  if (await tx.inboxItem.count({ where: { ...mine, at: { gte: today } } })) return false;
  // One that waits there since last week is replaced, not joined.
  await tx.inboxItem.deleteMany({ where: { ...mine, doneAt: null } });
  await remind(c, [{ personId, kind: "action_due", actionItemId }]);
  await tx.actionItem.update({ where: { id: actionItemId }, data: { remindedAt: now }, select: { id: true } });
  return true;
}

/** All of a person's day in one mail. What was done, put off or hidden from them since is left out. */
export const actionsMail: Handler<"actions.mail"> = {
  async run({ personId, actionItemIds }) {
    const to = await receiver(personId);
    const items = to?.email ? await openItems(to.ctx, actionItemIds) : [];
    if (!to?.email || items.length === 0 || !mailIsSetUp()) return;
    const letter = remindersLetter(items, { name: to.ctx.actor.name, origin: await publicOrigin(), today: dayOf(new Date()) });
    await sendMail({ to: to.email, ...letter, id: `actions.${personId}.${actionItemIds[0]}.${dayOf(new Date())}` });
  },
};

async function openItems(ctx: Ctx, ids: readonly string[]): Promise<(DueLine & { id: string })[]> {
  const rows = await read(ctx).actionItem.findMany({
    where: {
      id: { in: [...ids] },
      status: { in: ["open", "in_progress"] },
      dueOn: { not: null },
      OR: [{ snoozedUntil: null }, { snoozedUntil: { lte: new Date() } }],
    },
    orderBy: [{ dueOn: "asc" }, { number: "asc" }],
    select: { id: true, number: true, title: true, dueOn: true, incident: { select: { number: true, title: true } } },
  });
  return rows.map(({ number, dueOn, incident, ...row }) => ({
    ...row,
    ref: `ACT-${number}`,
    dueOn: dayOf(dueOn!),
    incidentRef: refOf(incident.number),
    incidentTitle: incident.title,
  }));
}
