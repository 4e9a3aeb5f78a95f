import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { StartFailure } from "../../server/failure";
import { migrate, migrationsIn } from "../../server/migrate";
import { startPostgres } from "../../server/postgres";
import { createHash } from "node:crypto";

/**
 * Before the first test of a run: a PostgreSQL for this run alone, and in it one migrated template. The folder is used again by later runs
 * (a run that was killed leaves its database running: the next one adopts it), another one where a run is under way.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { folder, postgres } = await take();
  const migrations = migrationsIn(resolve("prisma/migrations"));
  const template = `template_${createHash("sha256")
    .update(JSON.stringify(migrations.map(({ name, checksum }) => [name, checksum])))
    .digest("hex")
    .slice(0, 12)}`;
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>(
    "select datname from pg_database where datname not in ('postgres', 'candor', 'template0', 'template1')",
  );
  for (const { datname } of rows) if (datname !== template) await client.query(`drop database "${datname}" with (force)`);
  if (!rows.some(({ datname }) => datname === template)) {
    await client.query('create database "unfinished"');
    const url = new URL(postgres.url);
    url.pathname = "/unfinished";
    await migrate(url.href, migrations);
    await client.query(`alter database "unfinished" rename to "${template}"`);
  }
  await client.end();
  const files = join(folder, "files");
  rmSync(files, { recursive: true, force: true });
  project.provide("candor", { url: postgres.url, template, files });
  return () => postgres.stop();
}

async function take() {
  const base = resolve(".candor/test");
  mkdirSync(base, { recursive: true });
  for (let slot = 0; slot < 20; slot++) {
    const folder = join(base, `${process.getuid?.() ?? "user"}-${slot}`);
    try {
      return { folder, postgres: await startPostgres(folder, { throwaway: true }) };
    } catch (error) {
      if (!(error instanceof StartFailure) || !/Another Candor/.test(error.message)) throw error;
    }
  }
  throw new Error(`Twenty test runs are under way in ${base} (${readdirSync(base).length} folders)`);
}

declare module "vitest" {
  export interface ProvidedContext {
    candor: { url: string; template: string; files: string };
  }
}
