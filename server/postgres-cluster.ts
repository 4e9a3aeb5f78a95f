import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "pg";
import { StartFailure } from "./failure";
import type { Runner } from "./postgres-binaries";
import { finished, isAlive, launch } from "./postgres-process";

/** The files of a database cluster, its two roles and their passwords. */

const VERSION = "18";
const SECRETS = "candor.json";
export const DATABASE = "candor";

export interface Secrets {
  /** The superuser `postgres`: only the supervisor uses it. */
  superuser: string;
  /** The role `candor`, owner of the database. The app is no superuser, so SQL of its own cannot reach the machine. */
  app: string;
}

export function secretsOf(data: string): Secrets {
  try {
    return JSON.parse(readFileSync(join(data, SECRETS), "utf8")) as Secrets;
  } catch (error) {
    throw new StartFailure(
      `The database's passwords cannot be read from ${join(data, SECRETS)} (${(error as Error).message}): put that file back from a backup.`,
    );
  }
}

/** Makes the cluster when there is none: beside its place and renamed into it, so that a cut start leaves nothing half-made. */
export async function ensureCluster(runner: Runner, data: string, throwaway: boolean): Promise<void> {
  if (existsSync(join(data, "PG_VERSION"))) {
    const version = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
    if (version !== VERSION)
      throw new StartFailure(`The data in ${data} was made by PostgreSQL ${version}, and this Candor brings ${VERSION}: see "Upgrade" in the README.`);
    return;
  }
  forgetHalfMade(data);
  const fresh = `${data}.${process.pid}.new`;
  const secrets: Secrets = { superuser: randomBytes(24).toString("base64url"), app: randomBytes(24).toString("base64url") };
  mkdirSync(fresh, { mode: 0o700 });
  if (runner.owner && process.getuid?.() === 0) chownSync(fresh, runner.owner.uid, runner.owner.gid);
  await initdb(runner, fresh, secrets.superuser, throwaway);
  writeFileSync(join(fresh, SECRETS), JSON.stringify(secrets), { mode: 0o600 });
  try {
    renameSync(fresh, data);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    // Another start was quicker: its cluster is taken.
    if (!existsSync(join(data, "PG_VERSION"))) throw error;
  }
}

function forgetHalfMade(data: string): void {
  const folder = join(data, "..");
  for (const name of readdirSync(folder)) {
    const pid = /\.(\d+)\.new$/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

async function initdb(runner: Runner, data: string, password: string, throwaway: boolean): Promise<void> {
  const secret = mkdtempSync(join(tmpdir(), "candor-"));
  const file = join(secret, "password");
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  if (runner.owner && process.getuid?.() === 0) for (const path of [secret, file]) chownSync(path, runner.owner.uid, runner.owner.gid);
  const args = [
    "-D",
    data,
    "-U",
    "postgres",
    "--auth=scram-sha-256",
    `--pwfile=${file}`,
    "--encoding=UTF8",
    "--no-instructions",
    ...(throwaway ? ["--no-sync"] : []),
  ];
  // The order of text must not change with the machine's libraries (it would break indexes); what a letter is, though, comes from its locale.
  const order = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--lc-collate=C", "--lc-messages=C"];
  try {
    let said = "";
    for (const ctype of ["C.UTF-8", "en_US.UTF-8", "UTF-8", "C"]) {
      const result = await finished(launch(runner, "initdb", [...args, ...order, "--locale=C", `--lc-ctype=${ctype}`], "pipe"));
      if (result.code === 0) return;
      said = result.said;
      if (!/invalid locale name/.test(said)) break;
    }
    rmSync(data, { recursive: true, force: true });
    throw new StartFailure(`The embedded database cannot be made in ${data}: ${said.trim().split("\n").slice(-3).join(" ")}`);
  } finally {
    rmSync(secret, { recursive: true, force: true });
  }
}

/** The app's role and database, made once. `client` is the superuser's. */
export async function ensureDatabase(client: Client, secrets: Secrets, throwaway: boolean): Promise<void> {
  const { rowCount: role } = await client.query("select 1 from pg_roles where rolname = $1", [DATABASE]);
  if (!role) await client.query(`create role ${DATABASE} login ${throwaway ? "createdb" : ""} password '${secrets.app}'`);
  const { rowCount: database } = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
  if (!database) await client.query(`create database ${DATABASE} owner ${DATABASE}`);
}
