import { read } from "../auth/access";
import type { Caller } from "../auth/authenticate";
import type { Ctx } from "../auth/ctx";
import { db } from "../db";

/** Who may watch what: the one rule of `read(ctx)`, asked when someone subscribes and again whenever the answer may have changed. */

export interface Sight {
  id: string;
  ref: string;
  seq: number;
  visibility: string;
}

/** The incident, or null both for what is not there and for what the actor may not see: one query either way. */
export async function inSight(ctx: Ctx, ref: string): Promise<Sight | null> {
  const number = Number(/^INC-([1-9]\d{0,8})$/.exec(ref)?.[1] ?? 0);
  const row = await read(ctx).incident.findUnique({ where: { number }, select: { id: true, seq: true, visibility: true } });
  return row && { ...row, ref };
}

export async function visibilityOf(incidentId: string): Promise<string | null> {
  const { rows } = await db().reads.query<{ visibility: string }>({
    name: "live-visibility",
    text: "select visibility from incident where id = $1",
    values: [incidentId],
  });
  return rows[0]?.visibility ?? null;
}

/** The sessions among these that still stand, with the role that their person has now. */
export async function standing(sessionIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db().reads.query<{ id: string; role: string }>({
    name: "live-standing",
    text: `select s.id, p.role from session s join person p on p.id = s."personId"
      where s.id = any($1::uuid[]) and s."endedAt" is null and s."expiresAt" > now() and p."disabledAt" is null`,
    values: [sessionIds],
  });
  return new Map(rows.map((row) => [row.id, row.role]));
}

/** A browser or a script at the other end of a socket. */
export interface Viewer {
  /** Exchanged when the person's role changes. */
  ctx: Ctx;
  readonly gone: boolean;
  /** Looks the cookie or the token up again; null when it has ended. */
  again(): Promise<Caller | null>;
  /** Drops the socket when it cannot keep up. */
  send(bytes: Buffer | string): void;
  /** As `send`, but waits while much is on its way: for whoever catches up. */
  pace(bytes: Buffer): Promise<void>;
  close(code: number, reason: string): void;
}
