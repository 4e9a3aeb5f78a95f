import { read } from "../auth/access";
import { change } from "../auth/change";
import { receiverCtx } from "../auth/receiver";
import { remind } from "../inbox/writes";
import { refOf } from "../incidents/queries";
import type { Handler } from "../jobs/worker";

/** Undoes the change: it was answered, withdrawn or asked anew since. */
class NothingToDo extends Error {}

/** One who was asked to read a draft and has not answered is reminded, once. */
export const reviewRemind: Handler<"review.remind"> = {
  async run({ postmortemId, personId, askedAt }) {
    const ctx = await receiverCtx(personId);
    const waiting = { postmortemId, personId, state: "requested", askedAt: new Date(askedAt), remindedAt: null };
    const found =
      ctx && (await read(ctx).postmortemReview.findFirst({ where: waiting, select: { postmortem: { select: { incident: { select: { number: true } } } } } }));
    if (!found) return;
    try {
      await change(ctx, "inbox.done", { incident: refOf(found.postmortem.incident.number) }, async (c) => {
        const { count } = await c.tx.postmortemReview.updateMany({ where: waiting, data: { remindedAt: c.now } });
        if (count === 0) throw new NothingToDo();
        await c.tx.inboxItem.deleteMany({ where: { incidentId: c.incident.id, personId, kind: "review", doneAt: null } });
        await remind(c, [{ personId, kind: "review" }]);
      });
    } catch (error) {
      if (!(error instanceof NothingToDo)) throw error;
    }
  },
};
