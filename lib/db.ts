import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { AppError, unavailable } from "./errors";
import { PrismaClient } from "./generated/prisma/client";
import { log } from "./log";

/**
 * The pools and the clients on them. Modules of lib/ exist twice in one process (Next's bundle and the server's),
 * so everything that must exist once hangs on one globalThis key.
 */
export interface Db {
  reads: pg.Pool;
  /** Writes have a pool of their own, so that a flood of reads cannot starve them. */
  writes: pg.Pool;
  reader: PrismaClient;
  writer: PrismaClient;
}

const home = globalThis as unknown as { candorDb?: Db };

function pool(max: number, options: string): pg.Pool {
  const made = new pg.Pool({
    connectionString: process.env.DATABASE_URL,
    max,
    connectionTimeoutMillis: 4000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    options,
    application_name: "candor",
  });
  made.on("error", (error) => log.warn({ err: error.message }, "a database connection was lost"));
  return made;
}

export function db(): Db {
  if (!home.candorDb) {
    if (!process.env.DATABASE_URL) throw new Error("DATABASE_URL is not set");
    const reads = pool(12, "-c statement_timeout=10000 -c jit=off");
    const writes = pool(12, "-c lock_timeout=3000 -c statement_timeout=5000 -c idle_in_transaction_session_timeout=8000 -c jit=off");
    home.candorDb = {
      reads,
      writes,
      reader: new PrismaClient({ adapter: new PrismaPg(reads) }),
      writer: new PrismaClient({
        adapter: new PrismaPg(writes),
        transactionOptions: { maxWait: 4000, timeout: 5000 },
      }),
    };
  }
  return home.candorDb;
}

export async function closeDb() {
  const open = home.candorDb;
  home.candorDb = undefined;
  if (!open) return;
  await Promise.allSettled([open.reader.$disconnect(), open.writer.$disconnect()]);
  await Promise.allSettled([open.reads.end(), open.writes.end()]);
}

/** PostgreSQL and Prisma codes that mean "not now", not "wrong": connections refused or cut, locks and pools waited for in vain. */
const NOT_NOW = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOENT",
  "57P01",
  "57P02",
  "57P03",
  "08000",
  "08001",
  "08003",
  "08006",
  "53300",
  "53200",
  "55P03",
  "57014",
  "40001",
  "40P01",
  "25P03",
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "P2034",
]);
const NOT_NOW_WORDS =
  /timeout exceeded when trying to connect|Connection terminated|terminating connection|the database system is|Can't reach database|Connection ended|not queryable|Unable to start a transaction|Transaction already closed|Server has closed the connection|connection timeout|expired transaction|lock timeout|DriverAdapterError: (SocketTimeout|DatabaseNotReachable|ConnectionClosed)/i;

/** Maps what a database call threw: "not now" becomes UNAVAILABLE, the rest passes. */
export function fromDatabase(error: unknown): unknown {
  if (error instanceof AppError) return error;
  type Thrown = { code?: unknown; message?: unknown; cause?: unknown; meta?: { code?: unknown; driverAdapterError?: unknown } };
  for (let e = error as Thrown | undefined, i = 0; e && i < 5; i++) {
    if (NOT_NOW.has(String(e.code)) || NOT_NOW.has(String(e.meta?.code))) return unavailable();
    const cause = e.cause as { originalCode?: unknown; kind?: unknown } | undefined;
    if (
      cause &&
      (NOT_NOW.has(String(cause.originalCode)) ||
        /SocketTimeout|NotReachable|ConnectionClosed|TooManyConnections|TransactionWriteConflict/.test(String(cause.kind)))
    )
      return unavailable();
    if (NOT_NOW_WORDS.test(String(e.message))) return unavailable();
    // A raw statement (P2010) keeps what the driver threw in its meta.
    e = (e.cause ?? e.meta?.driverAdapterError) as typeof e;
  }
  return error;
}

/** The SQLSTATE or Prisma code of a unique violation, however it is wrapped. */
export function isUniqueViolation(error: unknown): boolean {
  const e = error as { code?: string; meta?: { code?: string }; cause?: { originalCode?: string } };
  return e?.code === "P2002" || e?.code === "23505" || e?.meta?.code === "23505" || e?.cause?.originalCode === "23505";
}
