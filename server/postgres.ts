import { closeSync, existsSync, mkdirSync, openSync, readFileSync, realpathSync, renameSync, statSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { StartFailure } from "./failure";
import { findRunner, own, REFUGE, type Runner } from "./postgres-binaries";
import { DATABASE, ensureCluster, ensureDatabase, secretsOf, type Secrets } from "./postgres-cluster";
import { freePort, isAlive, isPostgresOf, launch, pidFile, removePidFile, stopPostmaster } from "./postgres-process";
import { settings, signatureOf } from "./postgres-settings";

/** The embedded PostgreSQL: started, adopted after a kill -9 of its server, watched, and stopped. */
export interface Embedded {
  /** The app's own role: owner of its database, no superuser. */
  url: string;
  stop(): Promise<void>;
}

/** Held by the server that owns the database, for as long as it lives. */
const OWNER_LOCK = 0x0ca4d0;
const PATIENCE = 5 * 60_000;

interface Cluster {
  runner: Runner;
  data: string;
  log: string;
  secrets: Secrets;
  args: string[];
  signature: string;
  throwaway: boolean;
  /** Whether the postmaster was started here, and not found. */
  launched: boolean;
}

export interface Options {
  /** For tests: quick and forgetful. */
  throwaway?: boolean;
  /** Gets sentences for the terminal. */
  say?: (line: string) => void;
  /** Is told that the database died and is being started again. */
  lost?: (error: string) => void;
  /** Gives up a start that is under way; nothing of it stays. */
  signal?: AbortSignal;
}

export async function startPostgres(folder: string, { throwaway = false, say = () => {}, lost = () => {}, signal }: Options = {}): Promise<Embedded> {
  const cluster = await prepare(resolve(folder), throwaway, say);
  const first = await open(cluster, null, () => signal?.aborted ?? false).catch(async (error: unknown) => {
    if (signal?.aborted && cluster.launched) await halt(cluster);
    throw error;
  });
  const { port } = first;
  let { client } = first;
  await ensureDatabase(client, cluster.secrets, throwaway);
  let stopping = false;
  let recovery = Promise.resolve();

  const recover = async () => {
    lost("its connection was lost");
    for (let pause = 200; !stopping; pause = Math.min(pause * 2, 5000)) {
      try {
        ({ client } = await open(cluster, port, () => stopping));
        watch();
        return;
      } catch (error) {
        if (!stopping) lost((error as Error).message);
        await wait(pause, undefined, { ref: false });
      }
    }
  };
  const watch = () => client.once("end", () => (recovery = stopping ? recovery : recover()));
  watch();

  return {
    url: `postgresql://${DATABASE}:${cluster.secrets.app}@127.0.0.1:${port}/${DATABASE}`,
    async stop() {
      stopping = true;
      await recovery;
      await client.end().catch(() => {});
      await halt(cluster);
    },
  };
}

async function halt(cluster: Cluster): Promise<void> {
  const running = pidFile(cluster.data);
  if (running && isPostgresOf(running.pid, cluster.data)) await stopPostmaster(cluster.runner, cluster.data, running.pid);
}

async function prepare(folder: string, throwaway: boolean, say: (line: string) => void): Promise<Cluster> {
  const runner = await findRunner();
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new StartFailure(`The data folder ${folder} cannot be made (${(error as Error).message}): set CANDOR_DATA_DIR to a folder that you may write.`);
  }
  const place = placeOf(realpathSync(folder), runner, say);
  const data = join(place, "postgres");
  await ensureCluster(runner, data, throwaway);
  const values = settings({ throwaway });
  const signature = signatureOf(values, runner.binaries.postgres);
  const args = Object.entries({ ...values, "candor.signature": signature }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return { runner, data, log: join(place, "postgres.log"), secrets: secretsOf(data), args, signature, throwaway, launched: false };
}

/** The folder itself; or, for root without user namespaces and with a folder that nobody else can reach, a refuge that a note in it names. */
function placeOf(folder: string, runner: Runner, say: (line: string) => void): string {
  const note = join(folder, "where-the-database-is.txt");
  if (existsSync(note)) {
    const place = readFileSync(note, "utf8").trim();
    if (!existsSync(place))
      throw new StartFailure(`The database of ${folder} was kept in ${place}, which is gone: put it back from a backup, or delete ${note} to begin anew.`);
    return place;
  }
  if (runner.reaches(folder)) return folder;
  const place = join(REFUGE, createHash("sha256").update(folder).digest("hex").slice(0, 12));
  mkdirSync(place, { recursive: true });
  writeFileSync(note, `${place}\n`);
  say(`  The database is kept in ${place}: PostgreSQL does not run as root, and its user cannot reach ${folder}.`);
  return place;
}

type Opened = { client: pg.Client; port: number };

/** Comes back with the owner's connection to a running postmaster: ours from before, or a new one (on `port`, where it must not change). */
async function open(cluster: Cluster, port: number | null, cancelled = () => false): Promise<Opened> {
  const until = Date.now() + PATIENCE;
  for (let attempt = 0; Date.now() < until && !cancelled(); attempt++) {
    const running = pidFile(cluster.data);
    if (running && isPostgresOf(running.pid, cluster.data)) {
      const opened = await adopt(cluster, running);
      if (opened) return opened;
      await wait(100);
      continue;
    }
    // The number of a dead postmaster given to something else; PostgreSQL itself sees the other stale ones.
    if (running && isAlive(running.pid)) removePidFile(cluster.data);
    own(cluster.data, cluster.runner.owner);
    const failed = await start(cluster, port ?? (await freePort()));
    if (failed && attempt > 20) throw new StartFailure(`The embedded database does not start: ${failed}`);
    if (failed) await wait(300);
  }
  throw new StartFailure(`The embedded database did not become ready in ${PATIENCE / 60_000} minutes; its log is ${cluster.log}.`);
}

/** Null: not yet (it starts, it shuts down, or it was stopped because its settings are of another release). */
async function adopt(cluster: Cluster, running: { pid: number; port: number }): Promise<Opened | null> {
  const client = new pg.Client({
    host: "127.0.0.1",
    port: running.port,
    user: "postgres",
    password: cluster.secrets.superuser,
    database: "postgres",
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    if ((error as { code?: string }).code === "28P01")
      throw new StartFailure(`The database in ${cluster.data} does not take the password of its candor.json: put that file back from a backup.`);
    return null;
  }
  for (const until = Date.now() + 2000; ; await wait(100)) {
    const { rows } = await client.query<{ mine: boolean; signature: string }>(
      "select pg_try_advisory_lock($1) as mine, current_setting('candor.signature', true) as signature",
      [OWNER_LOCK],
    );
    if (rows[0]?.mine && rows[0].signature === cluster.signature) return { client, port: running.port };
    if (rows[0]?.mine) {
      await client.end();
      await stopPostmaster(cluster.runner, cluster.data, running.pid);
      return null;
    }
    // The connection of one that was just killed may live a moment longer.
    if (Date.now() < until) continue;
    await client.end();
    throw new StartFailure(`Another Candor is running on the data in ${cluster.data}: stop it, or set CANDOR_DATA_DIR to another folder.`);
  }
}

/** Starts a postmaster and waits until it has written its pid file or ended; what it said when it ended. */
async function start(cluster: Cluster, port: number): Promise<string | null> {
  if (existsSync(cluster.log) && statSync(cluster.log).size > 5_000_000) renameSync(cluster.log, `${cluster.log}.1`);
  const log = openSync(cluster.log, "a", 0o600);
  const from = statSync(cluster.log).size;
  const child = launch(cluster.runner, "postgres", ["-D", cluster.data, "-p", String(port), ...cluster.args], log);
  closeSync(log);
  child.unref();
  cluster.launched = true;
  let ended: string | null = null;
  child.on("error", (error) => (ended = error.message));
  child.on("exit", () => (ended ??= "it ended at once"));
  for (;;) {
    await wait(20);
    if (ended) return readFileSync(cluster.log).subarray(from).toString().trim().split("\n").slice(-3).join(" ") || ended;
    const running = pidFile(cluster.data);
    if (running && Number.isInteger(running.port) && running.port > 0 && isAlive(running.pid)) return null;
  }
}
