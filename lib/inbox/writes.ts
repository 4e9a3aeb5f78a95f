import type { Change } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { env } from "../env";
import { newId } from "../ids";
import { enqueueEach } from "../jobs/enqueue";
import type { InboxKind } from "./words";

export interface Told {
  personId: string;
  kind: InboxKind;
  entryId?: string | undefined;
  callId?: string | undefined;
  actionItemId?: string | undefined;
  role?: string | undefined;
}

/** Kinds that go by mail too. Calls and reminders of action items do so by jobs of their own. */
const BY_MAIL: readonly InboxKind[] = ["mention", "role", "update_due", "action", "review"];

/** Puts items into people's inboxes with the change that is their cause. Nobody is told of what they did themselves. */
export async function tell(c: Change, ctx: Ctx, items: readonly Told[]): Promise<void> {
  const others = items.filter((item) => item.personId !== ctx.actor.id);
  await put(c, others, ctx.actor.id);
}

/** The same for what nobody did: a time has come. */
export const remind = (c: Change, items: readonly Told[]): Promise<void> => put(c, items, null);

async function put(c: Change, items: readonly Told[], fromId: string | null): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map(({ personId, kind, entryId, callId, actionItemId, role }) => ({
    id: newId(c.now.getTime()),
    personId,
    kind,
    incidentId: c.incident.id,
    entryId: entryId ?? null,
    callId: callId ?? null,
    actionItemId: actionItemId ?? null,
    role: role ?? null,
    fromId,
    at: c.now,
  }));
  await c.tx.inboxItem.createMany({ data: rows });
  // The ids of people are what the live hub needs to push each one's count.
  c.record({ type: "inbox.told", data: { personIds: [...new Set(rows.map((row) => row.personId))] } });
  const mails = rows.filter((row) => BY_MAIL.includes(row.kind));
  if (env().SMTP_URL)
    await enqueueEach(
      c.tx,
      "inbox.mail",
      mails.map((row) => ({ inboxItemId: row.id })),
    );
}

/** What the incident's items of a kind waited for has happened (an update was given): they are done, for one person or for everyone. */
export async function settle(c: Change, kind: InboxKind, personId?: string): Promise<void> {
  const where = { incidentId: c.incident.id, kind, doneAt: null, ...(personId ? { personId } : {}) };
  const done = await c.tx.inboxItem.updateManyAndReturn({ where, data: { doneAt: c.now }, select: { personId: true } });
  if (done.length) c.record({ type: "inbox.done", data: { personIds: [...new Set(done.map((row) => row.personId))] } });
}

/** The person opened the room: its items are seen. */
export async function seeInbox(tx: Pick<Change["tx"], "$executeRaw">, personId: string, incidentId: string): Promise<void> {
  await tx.$executeRaw`update inbox_item set "seenAt" = now() where "personId" = ${personId}::uuid and "incidentId" = ${incidentId}::uuid and "seenAt" is null`;
}
