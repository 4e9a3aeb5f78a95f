import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { db, fromDatabase } from "../db";
import { AppError } from "../errors";
import { inTurn } from "./queue";

/** What is counted across processes, in the database: how often, and within how many seconds. */
const LIMITS = {
  /** Failed sign-ins, an address and account; also failed guesses of one's own password when changing it. */
  password: [10, 15 * 60],
  /** Failed tries of a link (invitation, reset), an address. */
  link: [30, 15 * 60],
  /** Mails that a stranger can have sent to one mail address, and from one address of theirs. */
  resetTo: [5, 60 * 60],
  resetFrom: [50, 60 * 60],
  /** Invitations of one admin. */
  invite: [200, 60 * 60],
} as const;
type Kind = keyof typeof LIMITS;

const home = globalThis as unknown as { candorAttempts?: { pool: unknown; by: Map<Kind, RateLimiterPostgres> } };

function limiter(kind: Kind): RateLimiterPostgres {
  const pool = db().writes;
  if (home.candorAttempts?.pool !== pool) home.candorAttempts = { pool, by: new Map() };
  const { by } = home.candorAttempts;
  let made = by.get(kind);
  if (!made) {
    const [points, duration] = LIMITS[kind];
    made = new RateLimiterPostgres({ storeClient: pool, storeType: "pool", tableName: "rate_limit", tableCreated: true, keyPrefix: kind, points, duration });
    by.set(kind, made);
  }
  return made;
}

/** No address and no account stands in the table. */
const keyOf = (parts: readonly string[]) => createHash("sha256").update(parts.join("\n")).digest("base64url");

const tooMany = (ms: number) => {
  const retryAfter = Math.max(1, Math.ceil(ms / 1000));
  const minutes = Math.ceil(retryAfter / 60);
  return new AppError("RATE_LIMITED", `Too many attempts. Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}; what you typed is kept.`, {
    retryAfter,
  });
};

/** Counts one; RATE_LIMITED beyond the limit. */
export async function countOrRefuse(kind: Kind, ...parts: string[]): Promise<void> {
  try {
    await limiter(kind).consume(keyOf(parts));
  } catch (over) {
    throw over instanceof RateLimiterRes ? tooMany(over.msBeforeNext) : fromDatabase(over);
  }
}

/**
 * Runs a guess, of which only failures count: `run` answers null for one, and a success clears them.
 * Guesses of one key take turns, so that a hundred at once are still counted one by one.
 */
export async function guess<T>(kind: Kind, parts: readonly string[], run: () => Promise<T | null>): Promise<T | null> {
  const key = keyOf(parts);
  return inTurn(`guess:${kind}:${key}`, async () => {
    try {
      const { points } = limiter(kind);
      const before = await limiter(kind).get(key);
      if (before && before.consumedPoints >= points) throw tooMany(before.msBeforeNext);
      const found = await run();
      if (found !== null) {
        if (before) await limiter(kind).delete(key);
        return found;
      }
      await limiter(kind).penalty(key, 1);
      return null;
    } catch (error) {
      throw fromDatabase(error);
    }
  });
}

export async function forget(kind: Kind, ...parts: string[]): Promise<void> {
  await limiter(kind).delete(keyOf(parts));
}
