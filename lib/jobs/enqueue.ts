import type { Tx } from "../auth/change";
import { clerk, installJobs } from "./install";
import { type JobData, type JobName, JOBS } from "./names";

export interface EnqueueOptions {
  startAfter?: Date;
  retryLimit?: number;
}

const nowhere = { executeSql: () => Promise.reject(new Error("A job is enqueued in the transaction of its cause")) };

const home = globalThis as unknown as { candorClerk?: ReturnType<typeof clerk> };

/** Puts a job into the caller's transaction: it commits or rolls back with the write. Needs no running boss. */
export async function enqueue<Name extends JobName>(
  tx: Pick<Tx, "$queryRawUnsafe">,
  name: Name,
  data: JobData<Name>,
  options: EnqueueOptions = {},
): Promise<void> {
  await enqueueEach(tx, name, [data], options);
}

/** The same for many at once, in one statement. */
export async function enqueueEach<Name extends JobName>(
  tx: Pick<Tx, "$queryRawUnsafe">,
  name: Name,
  each: readonly JobData<Name>[],
  { startAfter, retryLimit }: EnqueueOptions = {},
): Promise<void> {
  if (each.length === 0) return;
  await installJobs();
  home.candorClerk ??= clerk(nowhere);
  const jobs = each.map((data) => ({
    name,
    data: JOBS[name].parse(data) as object,
    ...(startAfter ? { startAfter: startAfter.toISOString() } : {}),
    ...(retryLimit === undefined ? {} : { retryLimit }),
  }));
  // pg-boss's statement joins the queue's row and says nothing when there is none: the job would be swallowed without a word.
  const executeSql = async (text: string, values: unknown[]) => ({ rows: await tx.$queryRawUnsafe<unknown[]>(`${text} returning id`, ...values) });
  const made: unknown = await home.candorClerk.insert(jobs, { db: { executeSql } });
  if ((made as string[] | null)?.length !== each.length) throw new Error(`The queue of ${name} is missing`);
}
