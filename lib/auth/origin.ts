import { db } from "../db";
import { env } from "../env";

/** Under which address people reach Candor. A request names it (Host), and may lie: links in mails are made from what is known. */

const first = (value: string | null) => value?.split(",")[0]?.trim() || null;

/** The origin that this request names, with X-Forwarded-* where a proxy is trusted. Good for an answer to this very caller, for nothing else. */
export function originOf({ headers }: { headers: Headers }): string {
  const { NEXTAUTH_URL, CANDOR_TRUST_PROXY } = env();
  const host = (CANDOR_TRUST_PROXY ? first(headers.get("x-forwarded-host")) : null) ?? headers.get("host");
  const known = NEXTAUTH_URL ? new URL(NEXTAUTH_URL) : null;
  if (!host || !/^[\w.[\]:-]+$/.test(host) || known?.host === host) return known?.origin ?? "http://localhost";
  const forwarded = CANDOR_TRUST_PROXY ? first(headers.get("x-forwarded-proto")) : null;
  const origin = `${forwarded === "https" ? "https" : "http"}://${host}`;
  return URL.canParse(origin) ? new URL(origin).origin : (known?.origin ?? "http://localhost");
}

/** Whether cookies may be `Secure`: the caller speaks TLS with us or with the proxy before us. */
export const isSecure = (request: { headers: Headers }) => originOf(request).startsWith("https:");

const isLoopback = (origin: string) => /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(origin);

/** Keeps the address under which an admin signed in, where NEXTAUTH_URL does not say it. A real address is not replaced by this machine's own. */
export async function rememberOrigin(origin: string): Promise<void> {
  if (env().NEXTAUTH_URL) return;
  const kept = await keptOrigin();
  if (kept === origin || (kept && !isLoopback(kept) && isLoopback(origin))) return;
  await db().writes.query(`insert into setting (key, value) values ('origin', $1::jsonb) on conflict (key) do update set value = excluded.value`, [
    JSON.stringify(origin),
  ]);
}

async function keptOrigin(): Promise<string | null> {
  const { rows } = await db().reads.query<{ value: string }>(`select value #>> '{}' as value from setting where key = 'origin'`);
  return rows[0]?.value ?? null;
}

/** The address for links in mails: NEXTAUTH_URL, else where an admin last signed in. Never what a stranger's request named. */
export async function publicOrigin(): Promise<string> {
  return env().NEXTAUTH_URL ?? (await keptOrigin()) ?? `http://localhost:${env().PORT}`;
}
