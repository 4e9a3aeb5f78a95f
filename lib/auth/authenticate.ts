import { db, fromDatabase } from "../db";
import { hashSecret } from "../ids";
import type { AppRole, TokenScope } from "../people/words";
import { type Ctx, mint } from "./ctx";
import { seen } from "./seen";

export interface Caller {
  ctx: Ctx;
  via: "session" | "token";
}

/** next-auth's cookie; the second name is the one it uses behind TLS. */
export const SESSION_COOKIES = ["next-auth.session-token", "__Secure-next-auth.session-token"] as const;

/** The secrets that a Cookie header holds: of two, one may be left from when this address was reached without TLS, or with it. */
export function sessionSecretsOf(cookieHeader: string | null): string[] {
  return (cookieHeader ?? "").split(";").flatMap((part) => {
    const at = part.indexOf("=");
    const name = part.slice(0, at).trim();
    const value = part.slice(at + 1).trim();
    // A secret is of letters that need no decoding; anything else is no secret.
    return (SESSION_COOKIES as readonly string[]).includes(name) && /^[\w-]{43}$/.test(value) ? [value] : [];
  });
}

interface PersonRow {
  id: string;
  name: string;
  role: AppRole;
  avatarUrl: string | null;
  held: string;
  scope: TokenScope | null;
}

/** The one door by which a request becomes a Ctx: a bearer token or the session cookie, looked up by its hash each time, so that ending one ends it at once. */
export async function authenticate(request: { headers: Headers }, requestId: string): Promise<Caller | null> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) {
    const token = /^Bearer ([\w-]{20,200})$/i.exec(authorization)?.[1];
    return token ? byToken(token, requestId) : null;
  }
  return byCookie(request.headers.get("cookie"), requestId);
}

/** Whoever one of the cookies belongs to. */
export async function byCookie(cookieHeader: string | null, requestId: string): Promise<Caller | null> {
  for (const secret of sessionSecretsOf(cookieHeader).slice(0, 4)) {
    const caller = await bySession(secret, requestId);
    if (caller) return caller;
  }
  return null;
}

export async function bySession(secret: string, requestId: string): Promise<Caller | null> {
  const row = await one(
    `select p.id, p.name, p.role, p."avatarUrl", s.id as held, null as scope from session s join person p on p.id = s."personId"
     where s."tokenHash" = $1 and s."endedAt" is null and s."expiresAt" > now() and p."disabledAt" is null`,
    secret,
  );
  if (!row) return null;
  seen("session", row.held);
  return { via: "session", ctx: mint({ actor: { id: row.id, name: row.name, role: row.role, avatarUrl: row.avatarUrl }, requestId, sessionId: row.held }) };
}

async function byToken(token: string, requestId: string): Promise<Caller | null> {
  const row = await one(
    `select p.id, p.name, p.role, p."avatarUrl", t.id as held, t.scope from api_token t join person p on p.id = t."personId"
     where t."tokenHash" = $1 and t."revokedAt" is null and (t."expiresAt" is null or t."expiresAt" > now()) and p."disabledAt" is null`,
    token,
  );
  if (!row) return null;
  seen("token", row.held);
  return {
    via: "token",
    ctx: mint({ actor: { id: row.id, name: row.name, role: row.role, avatarUrl: row.avatarUrl }, requestId, scope: row.scope ?? "read" }),
  };
}

async function one(text: string, secret: string): Promise<PersonRow | null> {
  try {
    const { rows } = await db().reads.query<PersonRow>({
      name: text.includes("api_token") ? "by-token" : "by-session",
      text,
      values: [Buffer.from(hashSecret(secret))],
    });
    return rows[0] ?? null;
  } catch (error) {
    throw fromDatabase(error);
  }
}
