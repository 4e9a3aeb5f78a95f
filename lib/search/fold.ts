import type { PoolClient } from "pg";
import type { Tx } from "../auth/change";
import { db } from "../db";
import { log } from "../log";

/** Keeps the documents of `search.incident` up to date. Queries do not wait for it: they read the rows of what is stale themselves. */

const BATCH = 16;
/** Giant documents (thousands of entries) take some 100 ms under the incident's lock: they wait for ten seconds' worth of writing. */
const DUE = `
  select s.incident_id as id from search.stale s join search.incident d on d.id = s.incident_id
  where s.since <= clock_timestamp() - case when pg_column_size(d.tsv) > 60000 then interval '10 seconds' else interval '0' end
  order by s.since limit $1`;
const EVERY_MS = 1000;
const COMMON_EVERY_MS = 30 * 60_000;

/** Folds what is stale, incident by incident, each under its lock; one that is being written waits for the next time. Answers how many. */
export async function foldSearch(most = 5000): Promise<number> {
  let folded = 0;
  const client = await db().writes.connect();
  try {
    while (folded < most) {
      const { rows } = await client.query<{ id: string }>(DUE, [BATCH]);
      let done = 0;
      for (const { id } of rows) if (await foldOne(client, id)) done++;
      folded += done;
      if (rows.length < BATCH || done === 0) break;
    }
  } finally {
    client.release();
  }
  return folded;
}

async function foldOne(client: PoolClient, id: string): Promise<boolean> {
  try {
    // Losing a fold in a crash loses nothing: what is stale is still marked then. Two statements: the second must see what was committed before the lock was had.
    await client.query("begin; set local synchronous_commit = off");
    const { rowCount } = await client.query("select 1 from incident where id = $1 for no key update skip locked", [id]);
    if (rowCount) await client.query("select search.fold($1)", [id]);
    await client.query("commit");
    return rowCount === 1;
  } catch (error) {
    await client.query("rollback");
    // It must not hold up the others: its rows are searched until it is tried again.
    log.warn({ err: error instanceof Error ? error.message : String(error), incidentId: id }, "a search document could not be folded");
    await client.query("update search.stale set since = clock_timestamp() + interval '1 minute' where incident_id = $1", [id]);
    return true;
  }
}

/** Makes the document again in this transaction, which holds the incident's lock: what was purged from its rows is gone from here with it. */
export async function purgeIncident(tx: Tx, incidentId: string): Promise<void> {
  await tx.$executeRaw`insert into search.stale (incident_id, whole) values (${incidentId}::uuid, true) on conflict (incident_id) do update set whole = true`;
  await tx.$executeRaw`select search.fold(${incidentId}::uuid)`;
}

/**
 * Counts which words are too common to tell incidents apart. Only what everyone may see is counted, and a word is kept only
 * where it stands in so many incidents that it gives none away.
 */
export async function countCommonWords(): Promise<void> {
  await db().writes.query(`
    with counted as materialized (
      select word, ndoc, (select count(*) from (select 1 from search.incident where visibility = 'organisation' limit 2000) as n) as total
      from ts_stat($$select tsv from search.incident where visibility = 'organisation' order by declared_at desc, number desc limit 2000$$)
      where ndoc >= 50 and word !~ '^[#^+]'
    ), gone as (delete from search.common where word not in (select word from counted where ndoc > 0.03 * total))
    insert into search.common (word, share) select word, ndoc::real / total from counted where ndoc > 0.03 * total
    on conflict (word) do update set share = excluded.share`);
}

/** Folds every second until it is stopped. In several processes at once each takes what the others have not locked. */
export function startFolding(): () => Promise<void> {
  let stopped = false;
  let wake = () => {};
  const sleep = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
      setTimeout(resolve, EVERY_MS).unref();
    });
  const run = async () => {
    let counted = 0;
    while (!stopped) {
      try {
        await foldSearch();
        if (Date.now() - counted > COMMON_EVERY_MS) {
          counted = Date.now();
          await countCommonWords();
        }
      } catch (error) {
        log.warn({ err: error instanceof Error ? error.message : String(error) }, "search documents could not be folded; trying again");
      }
      if (!stopped) await sleep();
    }
  };
  const running = run();
  return async () => {
    stopped = true;
    wake();
    await running;
  };
}
