import type { z } from "zod";
import { sessionCookie } from "../auth/session-cookie";
import { returnTo } from "../auth/return-to";
import { AppError, type FieldError } from "../errors";
import { newId } from "../ids";
import { assertFromHere } from "./csrf";
import { check, isJson, parseJson, readBytes } from "./input";
import { assertRate } from "./limits";
import { problem } from "./problem";

/**
 * The plain forms before one is signed in. They work without JavaScript: a post is answered by a redirect, and a refusal leads back
 * to the page with what was typed. Sent by `fetch` (Accept: application/json) the same door answers `{url}` or a problem document.
 */

const FORM_LIMIT = 20_000;
/** What a refused form brings back to its page, for a minute. Never a password. */
export const TYPED_COOKIE = "candor-typed";

export interface Typed {
  values: Record<string, string>;
  errors: FieldError[];
  detail: string;
}

export async function readForm(request: Request): Promise<Record<string, string>> {
  const bytes = await readBytes(request, FORM_LIMIT);
  if (isJson(request)) {
    const json = bytes.byteLength ? parseJson(bytes) : {};
    const fields = typeof json === "object" && json !== null && !Array.isArray(json) ? Object.entries(json) : [];
    return Object.fromEntries(fields.map(([name, value]) => [name, String(value)]));
  }
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) {
    if (bytes.byteLength === 0) return {};
    throw new AppError("UNSUPPORTED", "Send application/x-www-form-urlencoded or application/json.");
  }
  return Object.fromEntries(new URLSearchParams(Buffer.from(bytes).toString("utf8")));
}

interface FormDoor<Schema extends z.ZodType> {
  schema: Schema;
  /** Fields that may be shown again after a refusal. */
  keep: readonly string[];
  /** Where to go now; `session` is the secret of a session that was started, null to take the cookie away. */
  run(input: z.output<Schema>, request: Request, params: Record<string, string>): Promise<{ to: string; session?: string | null }>;
}

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** The POST handler of `<page>/form`. */
export function formDoor<Schema extends z.ZodType>(door: FormDoor<Schema>): Handler {
  return async (request, context) => {
    const asked = (request.headers.get("accept") ?? "").includes("application/json");
    let given: Record<string, string> = {};
    try {
      assertFromHere(request);
      await assertRate(request, null, "POST");
      const { callbackUrl, ...fields } = (given = await readForm(request));
      const { to, session } = await door.run(check(door.schema, fields), request, await context.params);
      const url = callbackUrl ? returnTo(callbackUrl) : to;
      const headers = new Headers({ "cache-control": "no-store" });
      if (session !== undefined) headers.append("set-cookie", sessionCookie(request, session));
      if (asked) return Response.json({ url }, { headers });
      headers.set("location", url);
      return new Response(null, { status: 303, headers });
    } catch (error) {
      const refusal = problem(error, newId());
      return asked ? refusal : await back(request, given, door.keep, refusal);
    }
  };
}

/** To the page again, with what was typed and why it was refused. */
async function back(request: Request, given: Record<string, string>, keep: readonly string[], refusal: Response): Promise<Response> {
  const { detail, errors = [] } = (await refusal.json()) as Partial<Typed> & { detail: string };
  const values = Object.fromEntries(keep.flatMap((name) => (given[name] ? [[name, given[name].slice(0, 250)]] : [])));
  const typed: Typed = { values, detail: detail.slice(0, 300), errors: errors.slice(0, 5) };
  const page = new URL(request.url).pathname.replace(/\/form$/, "").replace(/[;,]/g, encodeURIComponent);
  const headers = new Headers({ "cache-control": "no-store" });
  headers.append("set-cookie", `${TYPED_COOKIE}=${Buffer.from(JSON.stringify(typed)).toString("base64url")}; Path=${page}; Max-Age=60; HttpOnly; SameSite=Lax`);
  headers.set("location", given.callbackUrl ? `${page}?callbackUrl=${encodeURIComponent(returnTo(given.callbackUrl))}` : page);
  return new Response(null, { status: 303, headers });
}

export function readTyped(cookie: string | undefined): Typed | null {
  try {
    const typed = JSON.parse(Buffer.from(cookie ?? "", "base64url").toString()) as Typed;
    return typeof typed?.detail === "string" && typeof typed.values === "object" && Array.isArray(typed.errors) ? typed : null;
  } catch {
    return null;
  }
}
