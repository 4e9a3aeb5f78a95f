import type PgBoss from "pg-boss";
import { setTimeout as wait } from "node:timers/promises";
import { fromDatabase } from "../db";
import type { AppError } from "../errors";
import { log } from "../log";
import { type JobData, type JobName, JOBS } from "./names";

export interface Attempt {
  /** Aborted when the server stops: what is under way is tried again by whoever runs next. */
  signal: AbortSignal;
}

/** What runs for a job. `gaveUp` says so to people when it was tried for the last time. */
export interface Handler<Name extends JobName> {
  run(data: JobData<Name>, attempt: Attempt): Promise<void>;
  gaveUp?(data: JobData<Name>): Promise<void>;
  /** How many of this queue run at once in a process; 2 where not said. */
  atOnce?: number;
  pollMs?: number;
}
export type Handlers = { [Name in JobName]: Handler<Name> };

/** Thrown by a handler for what no further try can mend. Its message holds nothing that people typed. */
export class GiveUp extends Error {}

/** Tries again while the database is away, for half a minute: what was sent must not be sent twice because its note could not be written. */
export async function insist<T>(run: () => Promise<T>): Promise<T> {
  for (let left = 15; ; left--) {
    try {
      return await run();
    } catch (error) {
      const { code } = fromDatabase(error) as AppError;
      if (left === 0 || code !== "UNAVAILABLE") throw error;
      await wait(2000);
    }
  }
}

export interface Worker {
  /** No new job is taken; resolves when those under way have ended. */
  stop(): Promise<void>;
  /** Those under way are told to end now. */
  abort(): void;
}

/** Takes jobs of one queue, each by itself, so that one that hangs stops none of the others. */
export function startWorker<Name extends JobName>(boss: PgBoss, name: Name, handler: Handler<Name>, pollMs = handler.pollMs ?? 2000): Worker {
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();
  const aborting = new AbortController();

  const loop = async () => {
    while (!stopping.signal.aborted) {
      const free = (handler.atOnce ?? 2) - underWay.size;
      // fetch() answers nothing while the database is away.
      const jobs = free > 0 ? await boss.fetch<JobData<Name>>(name, { batchSize: free, includeMetadata: true }) : [];
      for (const job of jobs) {
        const done = perform(boss, name, handler, job, aborting.signal).finally(() => underWay.delete(done));
        underWay.add(done);
      }
      if (jobs.length < free || free === 0) await wait(pollMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const looping = loop();
  return {
    async stop() {
      stopping.abort();
      await looping;
      await Promise.all(underWay);
    },
    abort: () => aborting.abort(),
  };
}

async function perform<Name extends JobName>(
  boss: PgBoss,
  name: Name,
  handler: Handler<Name>,
  job: PgBoss.JobWithMetadata<JobData<Name>>,
  signal: AbortSignal,
) {
  const about = { job: name, id: job.id, attempt: job.retryCount + 1 };
  try {
    const data = JOBS[name].parse(job.data) as JobData<Name>;
    try {
      await handler.run(data, { signal });
    } catch (error) {
      const last = error instanceof GiveUp || (job.retryCount >= job.retryLimit && !signal.aborted);
      // Only the kind of error is kept with the job: its words could hold what people wrote.
      const kind = (error as { code?: string }).code ?? (error as Error).name;
      log[last ? "error" : "warn"](
        { ...about, err: String((error as Error).message).slice(0, 300) },
        last ? "a job was given up" : "a job failed and will be tried again",
      );
      if (last && handler.gaveUp) await insist(() => handler.gaveUp!(data));
      if (last) return void (await insist(() => boss.complete(name, job.id, { gaveUp: kind })));
      return void (await insist(() => boss.fail(name, job.id, { kind })));
    }
    await insist(() => boss.complete(name, job.id));
  } catch (error) {
    // Whatever could not be noted stays taken until it expires; then it is tried again.
    log.error({ ...about, err: String((error as Error).message).slice(0, 300) }, "a job's end could not be noted");
  }
}
