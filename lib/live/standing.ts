import type { Committed } from "../events/schema";
import { log } from "../log";
import type { Notice } from "./bus";
import { standing, type Viewer } from "./sight";
import { CLOSE } from "./words";

/** Whether those who hold a socket still may: sessions and tokens that ended, people who left or whose role changed. */

interface Watched {
  viewers(): Iterable<Viewer>;
  /** The viewer's ctx is new: what they may see has to be decided again. */
  changed(viewer: Viewer): Promise<void>;
}

const idsOf = (data: Committed["data"], one: string, many: string) => [data[one], data[many]].flat().filter((id) => typeof id === "string");

/** The people whom an event names: something may wait for them now, or no longer. */
export const namedIn = (data: Committed["data"]) => idsOf(data, "personId", "personIds");

export class Standing {
  constructor(private readonly watched: Watched) {}

  /** What an event beside incidents means for sockets, here and in other processes. */
  noticesOf(type: Committed["type"], data: Committed["data"]): Notice[] {
    if (type === "session.ended") {
      const sessions = idsOf(data, "sessionId", "sessionIds").map((id): Notice => ["session", id]);
      return sessions.length ? sessions : namedIn(data).map((id): Notice => ["person", id]);
    }
    if (type === "token.revoked") return [["tokens"]];
    if (/^(person\.(disabled|role_changed|updated)|reset\.done)$/.test(type)) return namedIn(data).map((id): Notice => ["person", id]);
    return [];
  }

  heard(notice: Notice) {
    const [about, id] = notice;
    const those = [...this.watched.viewers()].filter(({ ctx }) =>
      about === "session" ? ctx.sessionId === id : about === "person" ? ctx.actor.id === id : about === "tokens" && ctx.sessionId === null,
    );
    if (about === "session") for (const viewer of those) viewer.close(CLOSE.signedOut, "Signed out");
    else void this.askAgain(those);
  }

  /** The net beneath: one query for all sessions; tokens, of which there are few, one by one. */
  async check() {
    const all = [...this.watched.viewers()];
    const bySession = all.filter(({ ctx }) => ctx.sessionId !== null);
    const now = bySession.length ? await standing([...new Set(bySession.map(({ ctx }) => ctx.sessionId!))]) : new Map<string, string>();
    await this.askAgain(all.filter(({ ctx }) => ctx.sessionId === null || now.get(ctx.sessionId) !== ctx.actor.role));
  }

  private async askAgain(viewers: readonly Viewer[]) {
    for (const viewer of viewers) {
      try {
        const caller = await viewer.again();
        if (!caller) viewer.close(CLOSE.signedOut, "Signed out");
        else if (caller.ctx.actor.role !== viewer.ctx.actor.role) {
          viewer.ctx = caller.ctx;
          await this.watched.changed(viewer);
        }
      } catch (error) {
        log.warn({ err: (error as Error).message }, "a live socket's sign-in could not be looked up; the next look does");
      }
    }
  }
}
