import { change, type Change } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { notFound } from "../errors";
import { newId } from "../ids";
import { enqueueEach } from "../jobs/enqueue";
import { isId } from "../timeline/queries";
import { getInboxItem } from "./queries";
import type { InboxItem } from "./schema";
import type { InboxKind } from "./words";

export interface Told {
  personId: string;
  kind: InboxKind;
  entryId?: string | undefined;
  callId?: string | undefined;
  role?: string | undefined;
}

/** Puts items into people's inboxes with the change that is their cause, and mentions into their mail. Nobody is told of what they did themselves. */
export async function tell(c: Change, ctx: Ctx, items: readonly Told[]): Promise<void> {
  const others = items.filter((item) => item.personId !== ctx.actor.id);
  await put(c, others, ctx.actor.id);
}

/** The same for what nobody did: a time has come. */
export const remind = (c: Change, items: readonly Told[]): Promise<string[]> => put(c, items, null);

async function put(c: Change, items: readonly Told[], fromId: string | null): Promise<string[]> {
  if (items.length === 0) return [];
  const rows = items.map(({ personId, kind, entryId, callId, role }) => ({
    id: newId(c.now.getTime()),
    personId,
    kind,
    incidentId: c.incident.id,
    entryId: entryId ?? null,
    callId: callId ?? null,
    role: role ?? null,
    fromId,
    at: c.now,
  }));
  await c.tx.inboxItem.createMany({ data: rows });
  // The ids of people are what the live hub needs to push each one's count.
  c.record({ type: "inbox.told", data: { personIds: [...new Set(rows.map((row) => row.personId))] } });
  const mentions = rows.filter((row) => row.kind === "mention");
  if (process.env.SMTP_URL) await enqueueEach(c.tx, "mention.mail", mentions.map((row) => ({ inboxItemId: row.id })));
  return rows.map((row) => row.id);
}

/** The person opened the room: its items are seen. */
export async function seeInbox(tx: Pick<Change["tx"], "$executeRaw">, personId: string, incidentId: string): Promise<void> {
  await tx.$executeRaw`update inbox_item set "seenAt" = now() where "personId" = ${personId}::uuid and "incidentId" = ${incidentId}::uuid and "seenAt" is null`;
}

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
