import { unavailable } from "../errors";

/**
 * Writes of one incident queue here, in the process, before they take a connection:
 * a busy room then holds one connection, not the pool.
 */
const home = globalThis as unknown as { candorQueues?: Map<string, { tail: Promise<unknown>; waiting: number }> };
const queues = () => (home.candorQueues ??= new Map());

const MOST_WAITING = 500;
const LONGEST_WAIT = 10_000;

/** Runs after the incident's earlier writes. UNAVAILABLE when the queue is too long or the turn does not come within ten seconds. */
export async function inTurn<T>(ref: string, run: () => Promise<T>): Promise<T> {
  const all = queues();
  const queue = all.get(ref) ?? { tail: Promise.resolve(), waiting: 0 };
  if (queue.waiting >= MOST_WAITING) throw unavailable(1);
  all.set(ref, queue);
  queue.waiting++;
  const asked = Date.now();
  const turn = queue.tail.then(() => {
    if (Date.now() - asked > LONGEST_WAIT) throw unavailable(1);
    return run();
  });
  queue.tail = turn.catch(() => undefined);
  try {
    return await turn;
  } finally {
    if (--queue.waiting === 0) all.delete(ref);
  }
}
