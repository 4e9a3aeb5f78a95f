import { expect } from "vitest";
import { db } from "../db";

/** The tables of every schema whose rows hold the word, also as bytes and as its stem. */
export async function dumpHolding(word: string): Promise<string[]> {
  const { rows: tables } = await db().reads.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1`,
  );
  expect(tables.map(({ name }) => name.split(".")[0])).toEqual(expect.arrayContaining(["pgboss", "public", "search"]));
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await db().reads.query(`select 1 from ${name} t where lower(t::text) like any($1) limit 1`, [
      [word, Buffer.from(word).toString("hex")].map((part) => `%${part.toLowerCase().slice(0, -1)}%`),
    ]);
    if (rows.length) found.push(name);
  }
  return found;
}
