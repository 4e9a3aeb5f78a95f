import { db } from "../db";
import { log } from "../log";
import type { Handler } from "./worker";

const AT_ONCE = 5000;

/** What is kept for a time only, by the column that its age is read from. */
const PRUNED = [
  { table: "idempotency_key", key: `("personId", key)`, columns: `"personId", key`, old: `at < now() - interval '7 days'` },
  { table: "session", key: "id", columns: "id", old: `"expiresAt" < now() or "endedAt" < now() - interval '30 days'` },
  { table: "password_reset", key: "id", columns: "id", old: `"expiresAt" < now() - interval '1 day'` },
] as const;

/** Once a day: drops what has served its time, some thousands at once so that no statement holds locks for long. */
export const housekeeping: Handler<"housekeeping"> = {
  atOnce: 1,
  pollMs: 60_000,
  async run(_, { signal }) {
    for (const { table, key, columns, old } of PRUNED) {
      for (let gone = AT_ONCE; gone === AT_ONCE && !signal.aborted; ) {
        const { rowCount } = await db().writes.query(`delete from ${table} where ${key} in (select ${columns} from ${table} where ${old} limit ${AT_ONCE})`);
        gone = rowCount ?? 0;
        if (gone) log.info({ table, rows: gone }, "pruned");
      }
    }
  },
};
