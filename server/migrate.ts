import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { StartFailure } from "./failure";

/**
 * Applies prisma/migrations and writes Prisma's own `_prisma_migrations` rows, under Prisma's own lock. All that is pending goes into
 * one transaction: when one migration fails, the data are exactly as the previous release left them.
 */
const PRISMA_LOCK = 72707369;
const OLDEST = 15;

export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

export function migrationsIn(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/** Names of what was applied. Throws StartFailure with a sentence. `warn` is told what is odd but no reason to stop. */
export async function migrate(url: string, migrations: Migration[], { warn = () => {} }: { warn?: (line: string) => void } = {}): Promise<string[]> {
  const client = await connect(url);
  try {
    await client.query("select pg_advisory_lock($1)", [PRISMA_LOCK]);
    await client.query(TABLE);
    const pending = await findPending(client, migrations, warn);
    await client.query("begin");
    for (const migration of pending) await apply(client, migration);
    await client.query("commit");
    return pending.map(({ name }) => name);
  } finally {
    // Ends the lock too, and rolls back what was not committed.
    await client.end().catch(() => {});
  }
}

async function findPending(client: pg.Client, migrations: Migration[], warn: (line: string) => void): Promise<Migration[]> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished: boolean }>(
    "select migration_name, checksum, finished_at is not null as finished from _prisma_migrations where rolled_back_at is null",
  );
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of rows) {
    const migration = known.get(row.migration_name);
    if (!migration)
      throw new StartFailure(
        `The data were written by a newer Candor (its migration ${row.migration_name} is unknown here): start that release, or put a backup back.`,
      );
    if (!row.finished)
      throw new StartFailure(
        `The migration ${row.migration_name} was begun by another tool and not finished: resolve it with "prisma migrate resolve", or put a backup back.`,
      );
    if (migration.checksum !== row.checksum) warn(`The migration ${row.migration_name} was changed after it was applied to these data.`);
  }
  const applied = new Set(rows.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !applied.has(name));
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const startedAt = new Date();
  try {
    await client.query(sql);
  } catch (error) {
    const { message, position } = error as { message: string; position?: string };
    const line = position ? ` (line ${sql.slice(0, Number(position)).split("\n").length})` : "";
    throw new StartFailure(
      `The migration ${name} failed: ${message}${line}. Nothing was changed; the data are as the previous release left them, and it can be started again.`,
    );
  }
  await client.query(
    "insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) values ($1, $2, $3, $4, clock_timestamp(), 1)",
    [randomUUID(), checksum, name, startedAt],
  );
}

/** A database that is being started beside us gets thirty seconds. */
async function connect(url: string): Promise<pg.Client> {
  for (const until = Date.now() + 30_000; ; await wait(500)) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000, application_name: "candor-migrate" });
    client.on("error", () => {});
    try {
      await client.connect();
      const { rows } = await client.query<{ version: number }>("select current_setting('server_version_num')::int / 10000 as version");
      const version = rows[0]?.version ?? 0;
      if (version < OLDEST) throw new StartFailure(`The database is PostgreSQL ${version}, and Candor needs ${OLDEST} or newer.`);
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      const { code, message } = error as { code?: string; message: string };
      const later = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "ECONNRESET", "57P03", "53300"].includes(String(code));
      if (error instanceof StartFailure) throw error;
      if (!later || Date.now() > until)
        throw new StartFailure(`The database of DATABASE_URL cannot be reached (${message || code}): check the address, and that it is running.`);
    }
  }
}

/** As Prisma makes it. */
const TABLE = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;
