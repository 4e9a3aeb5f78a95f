import { db } from "../db";

/** When a session or a token was last used, written at most every few minutes, gathered, and never in the way of a request. */

const AGAIN_AFTER = 5 * 60_000;
const GATHERED_FOR = 2000;
const MOST_KEPT = 20_000;

type Held = "session" | "token";
const UPDATES: Record<Held, string> = {
  session: `update session set "lastSeenAt" = now() where id = any($1::uuid[]) and "endedAt" is null`,
  token: `update api_token set "lastUsedAt" = now() where id = any($1::uuid[])`,
};

const home = globalThis as unknown as { candorSeen?: { at: Map<string, number>; waiting: Record<Held, Set<string>>; timer: NodeJS.Timeout | null } };
const book = () => (home.candorSeen ??= { at: new Map(), waiting: { session: new Set(), token: new Set() }, timer: null });

export function seen(kind: Held, id: string, now = Date.now()): void {
  const { at, waiting } = book();
  if (now - (at.get(id) ?? 0) < AGAIN_AFTER) return;
  if (at.size >= MOST_KEPT) at.clear();
  at.set(id, now);
  waiting[kind].add(id);
  home.candorSeen!.timer ??= setTimeout(() => void writeSeen(), GATHERED_FOR).unref();
}

/** Writes what was gathered. A failure is forgotten: the next use tells it again. */
export async function writeSeen(): Promise<void> {
  const { at, waiting } = book();
  home.candorSeen!.timer = null;
  for (const kind of ["session", "token"] as const) {
    const ids = [...waiting[kind]];
    waiting[kind].clear();
    if (ids.length)
      await db()
        .writes.query(UPDATES[kind], [ids])
        .catch(() => ids.forEach((id) => void at.delete(id)));
  }
}
