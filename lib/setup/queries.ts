import { readdir } from "node:fs/promises";
import path from "node:path";
import { db, fromDatabase } from "../db";
import type { Env } from "../env";

/** Before there is anyone there is no Ctx either: whether this house has been set up is told to all. */

const home = globalThis as unknown as { candorSetUp?: unknown };

/** Whether somebody is here. Once true it stays true, so it is asked of the database only until then. */
export async function isSetUp(): Promise<boolean> {
  const pool = db().reads;
  if (home.candorSetUp === pool) return true;
  try {
    const { rows } = await pool.query<{ here: boolean }>("select exists (select 1 from person) as here");
    if (rows[0]!.here) home.candorSetUp = pool;
    return rows[0]!.here;
  } catch (error) {
    throw fromDatabase(error);
  }
}

export const EXAMPLE_ASKED = "example.asked";

/** Whether the example history was asked for at the first start and does not stand yet. */
export async function isExampleDue(): Promise<boolean> {
  const { rows } = await db().reads.query<{ due: boolean }>(
    `select exists (select 1 from setting where key = $1) and not exists (select 1 from event where type = 'example.loaded') as due`,
    [EXAMPLE_ASKED],
  );
  return rows[0]!.due;
}

export interface Readiness {
  ready: boolean;
  /** What is still missing, for whoever started it. */
  waitingFor: ("database" | "migrations" | "first admin" | "example history")[];
}

/** For /api/ready: the database is reached, its migrations are applied, and what the environment asked for at a first start is made. */
export async function readiness(env: Env): Promise<Readiness> {
  const waitingFor: Readiness["waitingFor"] = [];
  try {
    const wanted = (await readdir(path.join(process.cwd(), "prisma/migrations"), { withFileTypes: true }))
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    const { rows } = await db().reads.query<{ name: string }>(
      `select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null`,
    );
    const applied = new Set(rows.map((row) => row.name));
    if (wanted.some((name) => !applied.has(name))) waitingFor.push("migrations");
    else {
      if (env.CANDOR_ADMIN_EMAIL && !(await isSetUp())) waitingFor.push("first admin");
      if (await isExampleDue()) waitingFor.push("example history");
    }
  } catch (error) {
    waitingFor.push((error as { code?: string }).code === "42P01" ? "migrations" : "database");
  }
  return { ready: waitingFor.length === 0, waitingFor };
}
