import { db } from "../db";
import { Prisma } from "../generated/prisma/client";
import { newId } from "../ids";
import type { AppRole } from "../people/words";
import { type Ctx, mint } from "./ctx";

/** For whom a job works: it sees what they may see, and no more. */

export interface Receiver {
  ctx: Ctx;
  /** Where mail reaches them. Null for one without a password: nobody who cannot sign in is written to, as the people of the example history. */
  email: string | null;
  zone: string | null;
}

/** The ctx of a job in the name of its receiver. Null for one who is not here any more: then nothing is sent. */
export async function receiver(personId: string): Promise<Receiver | null> {
  const row = await db().reader.person.findUnique({
    where: { id: personId },
    select: { id: true, name: true, role: true, avatarUrl: true, email: true, passwordHash: true, zone: true, disabledAt: true },
  });
  if (!row || row.disabledAt) return null;
  return {
    ctx: mint({ actor: { id: row.id, name: row.name, role: row.role as AppRole, avatarUrl: row.avatarUrl }, requestId: newId() }),
    email: row.passwordHash === null ? null : row.email,
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

export interface DueItem {
  id: string;
  dueOn: string;
  remindedAt: Date | null;
  /** Its owner; where they have left, may not see it any more, or there is none, who leads its team, else its incident, else who declared that. */
  personIds: string[];
}

/** Whether person `p` is here and may see incident `i`: as visibleSql, for many people at once. */
const SEES = Prisma.sql`(p."disabledAt" is null and (i.visibility = 'organisation' or p.role = 'admin'
  or exists (select 1 from incident_person vp where vp."incidentId" = i.id and vp."personId" = p.id)))`;

/** Open action items that are due by a day and neither sleep nor were told of today, with who looks after each; `after` continues by id. */
export async function dueItems(now: Date, by: string, today: string, after: string): Promise<DueItem[]> {
  return db().reader.$queryRaw<DueItem[]>`
    select a.id, a."dueOn"::text as "dueOn", a."remindedAt", coalesce(
      (select array[p.id] from person p where p.id = a."ownerId" and ${SEES}),
      (select array_agg(p.id) from team_member m join person p on p.id = m."personId" and ${SEES} where m."teamId" = a."teamId" and m.role = 'lead'),
      (select array[p.id] from incident_role r join person p on p.id = r."personId" and ${SEES}
        where r."incidentId" = a."incidentId" and r.role = 'lead' and r."endedAt" is null order by r.since desc limit 1),
      (select array[p.id] from person p where p.id = i."declaredById" and ${SEES}), '{}')::text[] as "personIds"
    from action_item a join incident i on i.id = a."incidentId"
    where a.status in ('open', 'in_progress') and a."dueOn" <= ${by}::date and (a."snoozedUntil" is null or a."snoozedUntil" <= ${now})
      and (a."remindedAt" is null or a."remindedAt" < ${today}::date) and a.id > ${after}::uuid
    order by a.id limit 1000`;
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
