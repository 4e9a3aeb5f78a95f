import { log } from "../log";
import { foldQuietly, unfolded } from "./fold";

/** When a log is folded: after a pause in the writing, after so many updates, when nobody has the document open any more. */

const PAUSE = 4000;
const MOST_UPDATES = 500;
const SWEEP = 60_000;
/** What has lain so long is nobody's who is still writing. */
const LEFT_LYING = 30_000;
const STOPS_WITHIN = 3000;

export class Folding {
  private readonly due = new Map<string, { timer: NodeJS.Timeout; updates: number }>();
  private readonly running = new Map<string, Promise<unknown>>();
  private readonly sweeping = setInterval(() => void this.sweep(), SWEEP);
  private stopped = false;

  constructor() {
    void this.sweep();
  }

  /** An update was stored. */
  written(id: string) {
    if (this.stopped) return;
    const due = this.due.get(id);
    const updates = (due?.updates ?? 0) + 1;
    if (due) clearTimeout(due.timer);
    if (updates >= MOST_UPDATES) return this.now(id);
    this.due.set(id, { updates, timer: setTimeout(() => this.now(id), PAUSE) });
  }

  /** Nobody has it open any more. */
  left(id: string) {
    if (this.due.has(id)) this.now(id);
  }

  async stop() {
    this.stopped = true;
    clearInterval(this.sweeping);
    for (const id of [...this.due.keys()]) this.now(id);
    await Promise.race([Promise.all(this.running.values()), new Promise((resolve) => setTimeout(resolve, STOPS_WITHIN).unref())]);
  }

  private now(id: string) {
    clearTimeout(this.due.get(id)?.timer);
    this.due.delete(id);
    // Whoever is folding it now may have read before this; the pause after the next update, or the sweep, comes back to it.
    if (this.running.has(id)) return;
    const work = foldQuietly(id).finally(() => this.running.delete(id));
    this.running.set(id, work);
  }

  private async sweep() {
    try {
      for (const id of await unfolded(LEFT_LYING)) if (!this.stopped && !this.due.has(id)) await foldQuietly(id);
    } catch (error) {
      log.warn({ err: (error as Error).message }, "logs that wait to be folded could not be found");
    }
  }
}
