import { read } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { forbidden, notFound } from "../errors";
import { may } from "../incidents/policy";
import { personFacts } from "../people/queries";
import { Id } from "../scalars";
import type { SessionPage, SessionsOf } from "./schema";

const MOST = 200;
const standing = () => ({ endedAt: null, expiresAt: { gt: new Date() } });

/** Whose sessions are meant: one's own, or someone's where an admin asks. */
export async function ownerOf(ctx: Ctx, { person }: SessionsOf): Promise<{ personId: string; own: boolean }> {
  if (person === undefined) return { personId: ctx.actor.id, own: true };
  const { own } = await personFacts(ctx, { id: person });
  if (!may("session.end", { role: ctx.actor.role, own })) throw forbidden("Only an admin sees where someone else is signed in.");
  return { personId: person, own };
}

/** Sessions that stand, the one last used first. */
export async function listSessions(ctx: Ctx, query: SessionsOf = {}): Promise<SessionPage> {
  const { personId } = await ownerOf(ctx, query);
  const rows = await read(ctx).session.findMany({
    where: { personId, ...standing() },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    take: MOST,
    select: { id: true, userAgent: true, address: true, createdAt: true, lastSeenAt: true, expiresAt: true },
  });
  const items = rows.map((row) => ({
    id: row.id,
    current: row.id === ctx.sessionId,
    userAgent: row.userAgent,
    address: row.address,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }));
  return { items, nextCursor: null };
}

/** NOT_FOUND for what has ended, and for someone else's unless an admin asks. */
export async function sessionFacts(ctx: Ctx, params: Record<string, string>): Promise<{ own: boolean }> {
  const { id } = params;
  const theirs = may("session.end", { role: ctx.actor.role, own: false }) ? {} : { personId: ctx.actor.id };
  const row = Id.safeParse(id).success ? await read(ctx).session.findFirst({ where: { id: id!, ...theirs, ...standing() }, select: { personId: true } }) : null;
  if (!row) throw notFound("This session has ended already, or was never yours.");
  return { own: row.personId === ctx.actor.id };
}
