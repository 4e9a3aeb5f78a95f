import "./environment";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { closeDb } from "@/lib/db";
import { env, forgetEnv } from "@/lib/env";
import { log } from "@/lib/log";
import { say, step } from "@/scripts/lib/progress.mjs";
import { StartFailure } from "./failure";
import { listen } from "./http";
import { migrate, migrationsIn } from "./migrate";
import { openPages } from "./pages";
import { startPostgres } from "./postgres";
import { startup } from "./startup";

/**
 * The process: one port for pages, API and sockets; the database under it unless DATABASE_URL names another. It stops on SIGTERM
 * within twenty seconds, in the order opposite to that of the start.
 */
const dev = process.argv.includes("--dev");
const began = Date.now() - process.uptime() * 1000;
/** What ends what was started, last first, and how long it may take: eighteen seconds in all. Whatever hangs, the database is stopped. */
const closers: { close: () => Promise<void>; ms: number }[] = [];
let stopping = false;
const stopped = new AbortController();

/** One step of the start; none is begun once the process is being stopped. */
function next<T>(what: string, work: () => Promise<T> | T, quiet?: number): Promise<T> {
  stopped.signal.throwIfAborted();
  return step(what, work, { quiet });
}

async function start(): Promise<void> {
  const { PORT, HOST, CANDOR_DATA_DIR, NEXTAUTH_URL, DATABASE_URL } = env();
  const front = await listen(PORT, HOST);
  const data = resolve(CANDOR_DATA_DIR);
  process.env.CANDOR_DATA_DIR = data;

  if (!DATABASE_URL) {
    const lost = (error: string) => log.error({ error }, "the embedded database went away; starting it again");
    const postgres = await next("Starting the database", () => startPostgres(data, { say, lost, signal: stopped.signal }));
    closers.push({ close: () => postgres.stop(), ms: 7500 });
    process.env.DATABASE_URL = postgres.url;
  }
  forgetEnv();
  closers.push({ close: closeDb, ms: 1000 });
  const url = process.env.DATABASE_URL as string;
  const applied = await next("Preparing the data", () => migrate(url, migrationsIn(resolve("prisma/migrations")), { warn: (line) => log.warn(line) }));
  if (applied.length > 0) say(`  Applied ${applied.length === 1 ? "one migration" : `${applied.length} migrations`}.`);

  const pages = await next("Opening the pages", () => openPages({ dev, port: front.port, host: HOST }), 2000);
  closers.push({ close: () => pages.close(), ms: 1000 });
  const endWork = await next("Getting to work", startup, 1000);
  // Requests and sockets end beside each other: the client of a socket may be waiting for a request.
  closers.push({ close: async () => void (await Promise.allSettled([front.close(dev ? 500 : 8000), endWork()])), ms: 8500 });
  front.open(pages);
  const address = NEXTAUTH_URL ?? `http://${HOST && !["0.0.0.0", "::"].includes(HOST) ? bracketed(HOST) : "localhost"}:${front.port}`;
  say(`Candor is at ${address} (ready after ${((Date.now() - began) / 1000).toFixed(1)} s)`);
}

const bracketed = (host: string) => (host.includes(":") ? `[${host}]` : host);

async function stop(code: number): Promise<void> {
  for (const { close, ms } of closers.reverse()) {
    await Promise.race([close(), wait(ms)]).catch((error: unknown) => log.error({ err: String(error) }, "could not be stopped in order"));
  }
  process.exit(code);
}

const started = start().catch(async (error: unknown) => {
  if (stopping) return;
  console.error(error instanceof StartFailure ? error.message : error);
  stopping = true;
  await stop(1);
});

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    say("Stopping: what runs is finished first.");
    stopped.abort();
    // The step of a start that is under way is let come to its end, so that nothing is left behind.
    await Promise.race([started, wait(8000)]);
    await stop(0);
  });
}

// The terminal may be gone before the process is.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
process.on("unhandledRejection", (error) => log.error({ err: error instanceof Error ? error.stack : String(error) }, "a promise failed and nobody listened"));
process.on("uncaughtException", (error: NodeJS.ErrnoException) => {
  log.error({ err: error.stack }, "something was thrown and nobody caught it");
  if (["ECONNRESET", "EPIPE", "ECONNABORTED"].includes(String(error.code)) || stopping) return;
  stopping = true;
  void stop(1);
});
