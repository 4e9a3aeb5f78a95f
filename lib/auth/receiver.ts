import { db } from "../db";
import { newId } from "../ids";
import type { AppRole } from "../people/words";
import { type Ctx, mint } from "./ctx";

/** For whom a job works: it sees what they may see, and no more. */

export interface Receiver {
  ctx: Ctx;
  email: string;
  zone: string | null;
}

/** The ctx of a job in the name of its receiver. Null for one who is not here any more: then nothing is sent. */
export async function receiver(personId: string): Promise<Receiver | null> {
  const row = await db().reader.person.findUnique({
    where: { id: personId },
    select: { id: true, name: true, role: true, avatarUrl: true, email: true, zone: true, disabledAt: true },
  });
  if (!row || row.disabledAt) return null;
  return {
    ctx: mint({ actor: { id: row.id, name: row.name, role: row.role as AppRole, avatarUrl: row.avatarUrl }, requestId: newId() }),
    email: row.email,
    zone: row.zone,
  };
}

export const receiverCtx = async (personId: string): Promise<Ctx | null> => (await receiver(personId))?.ctx ?? null;

/** Who looks after an incident: its lead, else its declarer. Null where neither is here any more. */
export async function keeperCtx(incidentId: string): Promise<Ctx | null> {
  const incident = await db().reader.incident.findUnique({
    where: { id: incidentId },
    select: { declaredById: true, roles: { where: { role: "lead", endedAt: null }, orderBy: { since: "desc" }, select: { personId: true } } },
  });
  for (const personId of incident ? [...incident.roles.map((held) => held.personId), incident.declaredById] : []) {
    const ctx = await receiverCtx(personId);
    if (ctx) return ctx;
  }
  return null;
}

/** Names and addresses of people, for a message that leaves the app. Who left is not among them. */
export const addressees = (personIds: readonly string[]): Promise<{ name: string; email: string }[]> =>
  db().reader.person.findMany({ where: { id: { in: [...personIds] }, disabledAt: null }, select: { name: true, email: true }, orderBy: { name: "asc" } });

/** Whoever made a call for help: the webhook goes out in their name. */
export async function callerCtx(callId: string): Promise<Ctx | null> {
  const call = await db().reader.call.findUnique({ where: { id: callId }, select: { calledById: true } });
  return call && receiverCtx(call.calledById);
}

/** Whose inbox an item lies in. */
export async function itemReceiver(inboxItemId: string): Promise<Receiver | null> {
  const item = await db().reader.inboxItem.findUnique({ where: { id: inboxItemId }, select: { personId: true } });
  return item && receiver(item.personId);
}
