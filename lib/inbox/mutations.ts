import { change } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { notFound } from "../errors";
import { isId } from "../timeline/queries";
import { getInboxItem } from "./queries";
import type { InboxItem } from "./schema";

/** Ticks an item off, or with `done: false` takes that back. Doing it twice is doing it once. */
export async function setInboxDone(ctx: Ctx, id: string | undefined, done = true): Promise<InboxItem> {
  if (!isId(id)) throw notFound();
  const item = await getInboxItem(ctx, id);
  if ((item.doneAt !== null) !== done) {
    await change(ctx, "inbox.done", { own: true }, async (c) => {
      await c.tx.inboxItem.updateMany({
        where: { id, personId: ctx.actor.id },
        data: done ? { doneAt: c.now, seenAt: item.seenAt ? new Date(item.seenAt) : c.now } : { doneAt: null },
      });
      c.record({ type: "inbox.done", data: { itemId: id, done, personIds: [ctx.actor.id] } });
      c.made(id);
    });
  }
  return getInboxItem(ctx, id);
}
