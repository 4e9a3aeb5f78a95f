import { db, fromDatabase } from "../db";
import { publish } from "../events/publish";
import type { Committed, NewEvent } from "../events/schema";
import { addressOf } from "../http/limits";
import { isStorable } from "../http/input";
import { hashSecret, newId, newSecret } from "../ids";
import { log } from "../log";
import type { AppRole } from "../people/words";
import { guess } from "./attempts";
import { bySession } from "./authenticate";
import { change, type Tx } from "./change";
import { originOf, rememberOrigin } from "./origin";
import { verifyPassword } from "./password";
import { SESSION_SECONDS } from "./session-cookie";

/**
 * The doors of one who is nobody yet: first set-up, signing in, accepting an invitation, a new password. Such a one has no Ctx, so there is no change();
 * `enter()` is its small sister: one transaction that may not commit without an event.
 */

/** Where a stranger's request came from. */
export interface From {
  address: string;
  userAgent: string;
  origin: string;
}

export const fromOf = (request: { headers: Headers }): From => ({
  address: addressOf(request.headers).slice(0, 64),
  userAgent: (request.headers.get("user-agent") ?? "").slice(0, 300),
  origin: originOf(request),
});

export interface Door {
  readonly tx: Tx;
  readonly now: Date;
  /** Writes an event with the transaction; `actorId` is who did it, null where nobody can be told. */
  record(event: NewEvent, actorId: string | null): void;
  /** Signs someone in; answers the secret for their cookie. */
  startSession(personId: string, from: From): Promise<string>;
}

export async function enter<T>(run: (door: Door) => Promise<T>): Promise<T> {
  const events: (Committed & { actorId: string | null })[] = [];
  const now = new Date();
  try {
    const result = await db().writer.$transaction(async (tx) => {
      const record = ({ type, data = {} }: NewEvent, actorId: string | null) => void events.push({ incidentId: null, seq: null, type, data, actorId });
      const answer = await run({ tx, now, record, startSession: (personId, from) => newSession(tx, now, record, personId, from) });
      if (!events.length) throw new Error("A door recorded nothing, so it may not commit");
      await tx.event.createMany({ data: events.map(({ type, data, actorId }) => ({ type, data, actorId, at: now })) });
      return answer;
    });
    publish(events);
    return result;
  } catch (error) {
    throw fromDatabase(error);
  }
}

async function newSession(tx: Tx, now: Date, record: Door["record"], personId: string, from: From): Promise<string> {
  const secret = newSecret();
  const id = newId();
  const { address, userAgent } = from;
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
  await tx.session.create({
    data: { id, tokenHash: hashSecret(secret), personId, address, userAgent, createdAt: now, lastSeenAt: now, expiresAt },
    select: { id: true },
  });
  record({ type: "session.started", data: { sessionId: id } }, personId);
  return secret;
}

export interface SignedIn {
  id: string;
  name: string;
  role: AppRole;
}

/** Null for a wrong password, an unknown account and someone who left: the same answer after the same time. RATE_LIMITED after ten failures. */
export function checkPassword({ email, password }: { email: string; password: string }, from: From): Promise<SignedIn | null> {
  const account = email.trim().toLowerCase();
  return guess("password", [from.address, account], async () => {
    const known = isStorable(account) ? account : "";
    const row = await db().reader.person.findUnique({
      where: { email: known },
      select: { id: true, name: true, role: true, passwordHash: true, disabledAt: true },
    });
    const right = await verifyPassword(row?.passwordHash, password);
    return row && right && !row.disabledAt ? { id: row.id, name: row.name, role: row.role as AppRole } : null;
  });
}

/** Makes the session of someone whose password was right. */
export async function startSession(person: SignedIn, from: From): Promise<string> {
  const secret = await enter((door) => door.startSession(person.id, from));
  if (person.role === "admin") await rememberOrigin(from.origin).catch((error: Error) => log.warn({ err: error.message }, "the address could not be kept"));
  return secret;
}

/** Signing out: the row ends, and with it everything that hangs on its cookie. Nothing happens for a secret that is over already. */
export async function endSessionOf(secret: string): Promise<void> {
  const caller = await bySession(secret, newId());
  const sessionId = caller?.ctx.sessionId;
  if (!caller || !sessionId) return;
  await change(caller.ctx, "session.end", { own: true }, async (c) => {
    await c.tx.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { endedAt: c.now } });
    c.record({ type: "session.ended", data: { sessionId } });
  });
}
