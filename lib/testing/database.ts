import { mkdirSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { forgetEnv } from "../env";

/**
 * Runs before each test file of the database project: a clone of the migrated template is the file's database, and DATABASE_URL names it
 * before any code of the app is loaded. Tests of one file share it and make their own data.
 */
const { url, template, files } = inject("candor");

async function asServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A further database as the template is, under this name; its address. For what needs one to itself. */
export async function cloneDatabase(name: string): Promise<string> {
  await asServer(`drop database if exists "${name}" with (force)`);
  await asServer(`create database "${name}" template "${template}"`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** A database with nothing in it. */
export async function emptyDatabase(name: string): Promise<string> {
  await asServer(`drop database if exists "${name}" with (force)`);
  await asServer(`create database "${name}"`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** The name of this worker, for whatever must be one a worker. */
export const worker = `worker_${process.env.VITEST_POOL_ID ?? "0"}`;

process.env.DATABASE_URL = await cloneDatabase(worker);
process.env.CANDOR_DATA_DIR = join(files, worker);
mkdirSync(process.env.CANDOR_DATA_DIR, { recursive: true });
forgetEnv();

afterAll(async () => {
  if (!("candorDb" in globalThis)) return;
  const { closeDb } = await import("../db");
  await closeDb();
});
