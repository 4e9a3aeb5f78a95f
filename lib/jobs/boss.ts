import pg from "pg";
import PgBoss from "pg-boss";
import { env } from "../env";
import { log } from "../log";
import { handlers } from "./handlers";
import { installJobs, over, SCHEMA } from "./install";
import { JOB_NAMES } from "./names";
import { type Handler, startWorker, type Worker } from "./worker";

const HOUR = 3_600_000;
const DAY = 86_400;
const DRAIN = 7000;
const AFTER_ABORT = 1500;

export interface JobsOptions {
  /** For tests: how often every queue is asked, and how long those under way may take to end. */
  pollMs?: number;
  drainMs?: number;
}

/**
 * Starts this process's share of the jobs; answers how to stop it, within ten seconds. Several processes share one table:
 * each job is taken by one of them. While the database is away nothing is taken, and afterwards it goes on by itself.
 */
export async function startJobs({ pollMs, drainMs = DRAIN }: JobsOptions = {}): Promise<() => Promise<void>> {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL ?? process.env.DATABASE_URL,
    max: 4,
    connectionTimeoutMillis: 4000,
    application_name: "candor jobs",
    options: "-c statement_timeout=20000",
  });
  pool.on("error", (error) => log.warn({ err: error.message }, "a database connection of the jobs was lost"));
  const boss = new PgBoss({
    db: over(pool),
    schema: SCHEMA,
    // Its clock sends without waiting for the answer; ours is `daily`.
    schedule: false,
    maintenanceIntervalSeconds: 30,
    archiveCompletedAfterSeconds: 2 * DAY,
    deleteAfterDays: 7,
  });
  boss.on("error", (error) => log.warn({ err: error.message }, "the jobs' upkeep failed and will be tried again"));
  await installJobs(pool);
  await boss.start();
  const workers: Worker[] = JOB_NAMES.map((name) => startWorker(boss, name, handlers[name] as Handler<typeof name>, pollMs));

  // Whoever asks first puts the day's job in; the others find it there.
  const daily = () => {
    for (const name of ["housekeeping", "actions.due"]) void boss.send(name, {}, { singletonSeconds: DAY }).catch(() => undefined);
  };
  daily();
  const timer = setInterval(daily, HOUR);
  timer.unref();

  let stopped: Promise<void> | null = null;
  return () => (stopped ??= stop());

  async function stop() {
    clearInterval(timer);
    const drained = Promise.all(workers.map((worker) => worker.stop()));
    if (!(await within(drainMs, drained))) {
      for (const worker of workers) worker.abort();
      await within(AFTER_ABORT, drained);
    }
    await within(500, boss.stop({ graceful: false, close: false }));
    await within(500, pool.end());
  }
}

/** False when it did not end in time. */
const within = (ms: number, promise: Promise<unknown>): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), ms)));
  return Promise.race([
    promise.then(
      () => true,
      () => true,
    ),
    late,
  ]).finally(() => clearTimeout(timer));
};
