import { read } from "../auth/access";
import { change } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { publicOrigin } from "../auth/origin";
import { itemReceiver, keeperCtx } from "../auth/receiver";
import { AppError } from "../errors";
import { refOf } from "../incidents/queries";
import type { Handler } from "../jobs/worker";
import { mailIsSetUp, sendMail } from "../mail/transport";
import { getInboxItem } from "./queries";
import { inboxMailText } from "./rules";
import { remind } from "./writes";

const orNull = (error: unknown): null => {
  if (error instanceof AppError && error.code === "NOT_FOUND") return null;
  throw error;
};

/** A mention, a role, an update due: by mail too, unless it was seen in the app first, or may not be seen any more. */
export const inboxMail: Handler<"inbox.mail"> = {
  atOnce: 4,
  async run({ inboxItemId }) {
    const to = await itemReceiver(inboxItemId);
    const item = to && (await getInboxItem(to.ctx, inboxItemId).catch(orNull));
    if (!to?.email || !item || item.seenAt || item.doneAt || !mailIsSetUp()) return;
    await sendMail({ to: to.email, ...inboxMailText(item, `${await publicOrigin()}${item.url}`), id: `inbox.${inboxItemId}` });
  },
};

/** The next update is due: whoever looks after the incident is told, once, if it is still due then. */
export const updateDue: Handler<"update.due"> = {
  async run({ incidentId, at }) {
    const ctx = await keeperCtx(incidentId);
    const incident = ctx && (await stillDue(ctx, incidentId, at));
    if (!incident) return;
    try {
      await change(ctx, "inbox.done", { incident: refOf(incident.number) }, async (c) => {
        const due = await c.tx.incident.findUnique({ where: { id: incidentId }, select: { nextUpdateAt: true } });
        const told = await c.tx.inboxItem.count({ where: { incidentId, kind: "update_due", at: { gte: new Date(at) } } });
        if (due?.nextUpdateAt?.toISOString() !== new Date(at).toISOString() || told > 0) throw new NothingToDo();
        await remind(c, [{ personId: ctx.actor.id, kind: "update_due" }]);
      });
    } catch (error) {
      if (!(error instanceof NothingToDo)) throw error;
    }
  },
};

/** Undoes the change: it was told already, or moved in the meantime. */
class NothingToDo extends Error {}

const stillDue = (ctx: Ctx, incidentId: string, at: string) =>
  read(ctx).incident.findUnique({ where: { id: incidentId, nextUpdateAt: new Date(at) }, select: { number: true } });
