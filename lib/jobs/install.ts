import PgBoss from "pg-boss";
import type pg from "pg";
import { db } from "../db";
import { JOB_NAMES, TRIES } from "./names";

export const SCHEMA = "pgboss";

/**
 * Statements on a pool. One that fails takes its connection with it: pg-boss sends whole transactions as one text,
 * and a failed one would leave its connection inside of it.
 */
export const over = (pool: pg.Pool): PgBoss.Db => ({
  async executeSql(text, values) {
    const client = await pool.connect();
    let broken: Error | undefined;
    // A connection in use has no listener of the pool's: without one of ours, losing it would end the process.
    const lost = (error: Error) => void (broken = error);
    client.on("error", lost);
    try {
      return await client.query(text, values);
    } catch (error) {
      broken = error as Error;
      throw error;
    } finally {
      client.off("error", lost);
      client.release(broken);
    }
  },
});

/** A boss that only writes statements: it holds no connection, starts no worker, keeps no clock. */
export const clerk = (db: PgBoss.Db): PgBoss => new PgBoss({ db, schema: SCHEMA, supervise: false, schedule: false, migrate: false });

const home = globalThis as unknown as { candorJobsInstalled?: Promise<void> | undefined };

/** Makes pg-boss's tables and our queues where they are missing. Asked once a process; two processes at once are fine. */
export function installJobs(pool: pg.Pool = db().reads): Promise<void> {
  home.candorJobsInstalled ??= install(pool).catch((error) => {
    home.candorJobsInstalled = undefined;
    throw error;
  });
  return home.candorJobsInstalled;
}

async function install(pool: pg.Pool): Promise<void> {
  const sql = over(pool);
  const boss = new PgBoss({ db: sql, schema: SCHEMA, supervise: false, schedule: false });
  boss.on("error", () => undefined);
  // Starting it applies pg-boss's own migrations under a lock; it has no worker and is let go at once.
  await boss.start();
  const standing = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
  for (const name of JOB_NAMES) {
    if (!standing.has(name)) await boss.createQueue(name, { name, ...TRIES });
  }
  await boss.stop({ graceful: false, close: false });
}
