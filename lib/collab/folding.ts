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

  constructor(private readonly pause = PAUSE) {
    void this.sweep();
  }

  /** An update was stored. */
  written(id: string) {
    if (this.stopped) return;
    const updates = (this.due.get(id)?.updates ?? 0) + 1;
    if (updates >= MOST_UPDATES) this.now(id);
    else this.later(id, updates);
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

  private later(id: string, updates = this.due.get(id)?.updates ?? 0) {
    if (this.stopped) return;
    clearTimeout(this.due.get(id)?.timer);
    this.due.set(id, { updates, timer: setTimeout(() => this.now(id), this.pause) });
  }

  private now(id: string) {
    clearTimeout(this.due.get(id)?.timer);
    this.due.delete(id);
    // Whoever is folding it now may have read before this.
    if (this.running.has(id)) return this.later(id);
    const work = foldQuietly(id).then((end) => {
      this.running.delete(id);
      if (end === "busy") this.later(id);
    });
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
