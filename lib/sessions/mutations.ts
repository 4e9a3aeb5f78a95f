import { type Change, change } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { notFound } from "../errors";
import { listSessions, ownerOf, sessionFacts } from "./queries";
import type { SessionsOf } from "./schema";

/** Ends one at once, its open sockets too. */
export async function endSession(ctx: Ctx, id: string | undefined): Promise<void> {
  const facts = await sessionFacts(ctx, { id: id ?? "" });
  await change(ctx, "session.end", facts, async (c) => {
    const ended = await c.tx.session.updateMany({ where: { id: id!, endedAt: null }, data: { endedAt: c.now } });
    if (ended.count === 0) throw notFound("This session has ended already.");
    c.record({ type: "session.ended", data: { sessionId: id!.toLowerCase() } });
  });
}

/** Ends one's other sessions; with `person` (for admins) all of theirs. */
export async function endSessions(ctx: Ctx, query: SessionsOf = {}): Promise<void> {
  const { personId, own } = await ownerOf(ctx, query);
  const { items } = await listSessions(ctx, query);
  if (!items.some((session) => !session.current)) return;
  await change(ctx, "session.end", { own }, async (c) => {
    const ended = await endSessionsOf(c, personId, own ? ctx.sessionId : null);
    if (ended === 0) c.record({ type: "session.ended", data: { personId } });
  });
}

/** Within a change: ends what someone holds but `except`, and tells it of each, so that sockets close. Answers how many. */
export async function endSessionsOf(c: Pick<Change, "tx" | "now" | "record">, personId: string, except: string | null): Promise<number> {
  const ended = await c.tx.session.updateManyAndReturn({
    where: { personId, endedAt: null, expiresAt: { gt: c.now }, ...(except ? { id: { not: except } } : {}) },
    data: { endedAt: c.now },
    select: { id: true },
  });
  for (const { id } of ended) c.record({ type: "session.ended", data: { sessionId: id, personId } });
  return ended.length;
}
