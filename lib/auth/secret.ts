import { db, fromDatabase } from "../db";
import { env } from "../env";
import { newSecret } from "../ids";

const home = globalThis as unknown as { candorSecret?: { pool: unknown; secret: Promise<string> } };

/** NEXTAUTH_SECRET, else one that was made once and is kept in the database, so that every process has the same. It signs next-auth's CSRF token. */
export function instanceSecret(): Promise<string> {
  const given = env().NEXTAUTH_SECRET;
  if (given) return Promise.resolve(given);
  const pool = db().writes;
  if (home.candorSecret?.pool !== pool) {
    const secret = keptSecret();
    secret.catch(() => (home.candorSecret = undefined as never));
    home.candorSecret = { pool, secret };
  }
  return home.candorSecret.secret;
}

async function keptSecret(): Promise<string> {
  try {
    const pool = db().writes;
    await pool.query(`insert into setting (key, value) values ('auth.secret', $1::jsonb) on conflict (key) do nothing`, [JSON.stringify(newSecret())]);
    const { rows } = await pool.query<{ value: string }>(`select value #>> '{}' as value from setting where key = 'auth.secret'`);
    return rows[0]!.value;
  } catch (error) {
    throw fromDatabase(error);
  }
}
