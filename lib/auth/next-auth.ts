import type { NextApiRequest, NextApiResponse } from "next";
import NextAuthModule, { type AuthOptions } from "next-auth";
import { AppError } from "../errors";
import { newId } from "../ids";
import { log } from "../log";
import { bySession } from "./authenticate";
import { checkPassword, endSessionOf, type From, fromOf, startSession } from "./doors";
import { isSecure, originOf } from "./origin";
import { returnTo } from "./return-to";
import { instanceSecret } from "./secret";
import { SESSION_SECONDS } from "./session-cookie";

/**
 * next-auth with credentials means `strategy: "jwt"`. Here that token is no JWT: `encode` makes a Session row and returns a random secret,
 * `decode` looks it up by its hash, so that a session ends at once. Everything else reads the row by `bySession`, never through next-auth.
 */

// Without NEXTAUTH_URL next-auth then takes the address of the request, of which it is given only what we trust.
process.env.AUTH_TRUST_HOST ??= "1";

/** What of a sign-in next-auth cannot answer by itself. */
interface Attempt {
  refused: AppError | null;
}

async function optionsFor(request: Request, attempt: Attempt): Promise<AuthOptions> {
  const from: From = fromOf(request);
  const origin = originOf(request);
  return {
    secret: await instanceSecret(),
    useSecureCookies: isSecure(request),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [
      {
        id: "credentials",
        name: "E-mail and password",
        type: "credentials",
        credentials: { email: {}, password: {} },
        async authorize(given) {
          try {
            return await checkPassword({ email: text(given?.email), password: text(given?.password) }, from);
          } catch (error) {
            if (!(error instanceof AppError)) log.error({ err: error }, "signing in went wrong");
            attempt.refused = error instanceof AppError ? error : new AppError("INTERNAL", "Signing in went wrong on our side. Try again in a moment.");
            return null;
          }
        },
      },
    ],
    jwt: {
      // Called for a new session (`sub` alone), and by /api/auth/session for one that stands (`secret`).
      async encode({ token }) {
        if (token?.secret) return token.secret as string;
        if (!token?.sub || !token.role) throw new Error("A session without a person");
        return startSession({ id: token.sub, name: token.name ?? "", role: token.role as never }, from);
      },
      async decode({ token: secret }) {
        const caller = secret ? await bySession(secret, newId()) : null;
        return caller ? { sub: caller.ctx.actor.id, name: caller.ctx.actor.name, role: caller.ctx.actor.role, secret: secret as string } : null;
      },
    },
    callbacks: {
      jwt: ({ token, user }) => (user ? { ...token, role: (user as unknown as { role: string }).role } : token),
      redirect: ({ url }) => `${origin}${returnTo(url, origin)}`,
    },
    events: {
      async signOut({ token }) {
        if (token?.secret) await endSessionOf(token.secret as string);
      },
    },
    logger: {
      error: (code) => log.debug({ code }, "next-auth"),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

const text = (value: unknown) => (typeof value === "string" ? value.slice(0, 1000) : "");

const ACTIONS = new Set(["csrf", "session", "providers", "signin", "signout", "callback", "error"]);

/** Answers `/api/auth/{action}/{provider}`. */
export async function answerAuth(request: Request, segments: readonly string[], body: Record<string, string>): Promise<Response> {
  if (!ACTIONS.has(segments[0] ?? "")) throw new AppError("NOT_FOUND", "There is no such address here.");
  const attempt: Attempt = { refused: null };
  const response = await run(request, segments, body, await optionsFor(request, attempt));
  if (attempt.refused) throw attempt.refused;
  return response;
}

type Handler = (req: NextApiRequest, res: NextApiResponse, options: AuthOptions) => Promise<unknown>;
const nextAuth = ((NextAuthModule as unknown as { default?: Handler }).default ?? NextAuthModule) as Handler;

/** Its handler for API pages takes plain objects: so it sees the headers that we trust, and works outside of Next as well. */
async function run(request: Request, segments: readonly string[], body: Record<string, string>, options: AuthOptions): Promise<Response> {
  const origin = originOf(request);
  const url = new URL(request.url);
  const query: Record<string, unknown> = { ...Object.fromEntries(url.searchParams), nextauth: segments };
  if ("callbackUrl" in query) query.callbackUrl = returnTo(query.callbackUrl, origin);
  const cookies = cookiesOf(request);
  for (const name of Object.keys(cookies)) if (name.endsWith("next-auth.callback-url")) cookies[name] = returnTo(cookies[name], origin);
  const headers = { host: new URL(origin).host, "x-forwarded-proto": new URL(origin).protocol.slice(0, -1) };
  const answer = new Headers({ "cache-control": "no-store" });
  let status = 200;
  let content = "";
  const res = {
    status(code: number) {
      status = code;
      return res;
    },
    getHeader: (name: string) => (name.toLowerCase() === "set-cookie" ? answer.getSetCookie() : (answer.get(name) ?? undefined)),
    setHeader(name: string, value: string | string[]) {
      answer.delete(name);
      for (const one of [value].flat()) answer.append(name, one);
      return res;
    },
    json(value: unknown) {
      answer.set("content-type", "application/json");
      content = JSON.stringify(value);
    },
    send: (value: unknown) => void (content = value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value)),
    end: () => undefined,
  };
  await nextAuth({ query, cookies, headers, method: request.method, body } as unknown as NextApiRequest, res as unknown as NextApiResponse, options);
  return new Response(content, { status, headers: answer });
}

function cookiesOf(request: Request): Record<string, string> {
  const cookies: Record<string, string> = {};
  for (const part of (request.headers.get("cookie") ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0) cookies[part.slice(0, at).trim()] ??= decoded(part.slice(at + 1).trim());
  }
  return cookies;
}

const decoded = (value: string) => {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
};
