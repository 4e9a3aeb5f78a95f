import { createHash } from "node:crypto";
import type { z } from "zod";
import { authenticate, type Caller } from "../auth/authenticate";
import { Repeated } from "../auth/change";
import type { Ctx } from "../auth/ctx";
import { mint } from "../auth/ctx";
import { AppError, forbidden, invalid, notFound } from "../errors";
import { type Facts, may, type Verb } from "../incidents/policy";
import { newId } from "../ids";
import { assertSameOrigin } from "./csrf";
import { check, isJson, JSON_LIMIT, parseJson, queryOf, readBytes } from "./input";
import { assertRate } from "./limits";
import { observe } from "./metrics";
import { problem } from "./problem";

export const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Method = (typeof METHODS)[number];

export interface Call<Body = unknown, Query = unknown> {
  ctx: Ctx;
  params: Record<string, string>;
  body: Body;
  query: Query;
  /** The version that the caller holds (`If-Match`); undefined means no check. */
  ifMatch: number | undefined;
  request: Request;
}

/** One method of one path: what it takes, who may, what it answers. The OpenAPI document is made from it. */
export interface Route<Body extends z.ZodType = z.ZodType, Query extends z.ZodType = z.ZodType> {
  summary: string;
  /** Asked before the body is read, and again under the lock; absent for what anyone who sees the row may do. */
  verb?: Verb;
  body?: Body;
  query?: Query;
  answer?: z.ZodType;
  status?: 200 | 201 | 204;
  /** A POST that writes nothing, for its question is too long for an address: a token that only reads may ask it. */
  reads?: boolean;
  /** Bytes of body; 1 000 000 where not said. */
  limit?: number;
  /** A body that is not JSON comes as it is, by `request`: its accepted media type. */
  raw?: string;
  run(call: Call<z.output<Body>, z.output<Query>>): Promise<unknown>;
  /** For a POST: reads again what an idempotent repetition made, by its id. */
  again?(call: Pick<Call, "ctx" | "params">, id: string): Promise<unknown>;
  /** Where the created row can be read, below /api/v1. */
  location?(made: never, params: Record<string, string>): string;
}

export const route = <B extends z.ZodType, Q extends z.ZodType>(of: Route<B, Q>): Route => of as unknown as Route;

/** Facts about what the path names, or NOT_FOUND where the caller cannot see it. */
export type Locate = (ctx: Ctx, params: Record<string, string>) => Promise<Omit<Facts, "role">>;

export interface Resource {
  path: string;
  locate: Locate | null;
  /** Reached without signing in (accept an invitation, reset a password). */
  open: boolean;
  routes: Partial<Record<Method, Route>>;
}

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Handlers = Record<Method, Handler> & { resource: Resource };

/** A path of the API with its methods; the others are answered 405. `export const { GET, POST, PUT, PATCH, DELETE, resource } = resourceAt(…)`. */
export function resourceAt(path: string, routes: Resource["routes"], more: { locate?: Locate; open?: boolean } = {}): Handlers {
  const resource: Resource = { path, routes, locate: more.locate ?? null, open: more.open ?? false };
  const handlers = Object.fromEntries(METHODS.map((method) => [method, handler(resource, method)])) as Record<Method, Handler>;
  return { ...handlers, resource };
}

const handler =
  (resource: Resource, method: Method): Handler =>
  async (request, context) => {
    const requestId = newId();
    const done = observe(method, resource.path);
    let response: Response;
    try {
      response = await answer(resource, method, request, await context.params, requestId);
    } catch (error) {
      response = problem(error, requestId);
    }
    done(response.status);
    return response;
  };

async function answer(resource: Resource, method: Method, request: Request, params: Record<string, string>, requestId: string): Promise<Response> {
  if (method !== "GET") assertSameOrigin(request);
  const caller = await authenticate(request, requestId);
  if (!caller && !resource.open) throw new AppError("UNAUTHENTICATED", "Sign in, or send a token.");
  await assertRate(request, caller, method);
  const ctx = caller?.ctx as Ctx;
  const of = resource.routes[method];
  const onlyReads = method !== "GET" && !of?.reads && ctx?.scope === "read";

  // The happy path asks nothing twice: run() finds the row in scope itself. Only a refusal has to know whether the caller may see the row at all.
  const refuse = async (error: unknown): Promise<never> => {
    if (error instanceof AppError && (error.code === "NOT_FOUND" || error.code === "UNAVAILABLE")) throw error;
    const facts = ctx && resource.locate ? await resource.locate(ctx, params) : {};
    if (!of) throw new AppError("METHOD_NOT_ALLOWED", `${method} is not for this address.`, { allow: Object.keys(resource.routes) });
    if (onlyReads) throw forbidden("This token may only read.");
    if (of.verb && ctx && !may(of.verb, { role: ctx.actor.role, ...facts })) throw forbidden();
    throw error;
  };
  try {
    if (!of || onlyReads) return await refuse(forbidden());
    return await perform(of, method, request, params, requestId, caller);
  } catch (error) {
    return await refuse(error);
  }
}

async function perform(
  of: Route,
  method: Method,
  request: Request,
  params: Record<string, string>,
  requestId: string,
  caller: Caller | null,
): Promise<Response> {
  const url = new URL(request.url);
  const takesBody = method !== "GET" && (of.body || !of.raw);
  const bytes = takesBody ? await bodyOf(of, request) : null;
  const body = of.body ? check(of.body, bytes === null || bytes.byteLength === 0 ? {} : parseJson(bytes)) : undefined;
  const query = of.query ? check(of.query, queryOf(url)) : noQuery(url);
  const key = method === "POST" ? idempotencyKey(request) : null;
  let ctx = caller?.ctx as Ctx;
  if (ctx && key !== null) {
    const hash = new Uint8Array(
      createHash("sha256")
        .update(`${url.pathname}${url.search}\n`)
        .update(bytes ?? new Uint8Array())
        .digest(),
    );
    ctx = mint({ ...ctx, idempotency: { key, hash } });
  }
  let made: unknown;
  try {
    made = await of.run({ ctx, params, body, query, ifMatch: ifMatchOf(request), request });
  } catch (error) {
    if (!(error instanceof Repeated) || !of.again) throw error;
    made = await of.again({ ctx: mint({ ...ctx, idempotency: null }), params }, error.id);
  }
  return respond(of, made, params, requestId);
}

async function bodyOf(of: Route, request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  const empty = request.body === null || request.headers.get("content-length") === "0";
  if (empty && !of.body) return null;
  if (of.body && !isJson(request) && !empty) throw new AppError("UNSUPPORTED", "Send application/json.");
  const bytes = await readBytes(request, of.limit ?? JSON_LIMIT);
  if (!of.body && bytes.byteLength > 0 && !isBlankObject(bytes)) throw invalid("", "This takes no body");
  return bytes;
}

const isBlankObject = (bytes: Uint8Array) => bytes.byteLength < 16 && /^\s*(\{\s*\})?\s*$/.test(Buffer.from(bytes).toString());

function noQuery(url: URL) {
  const [name] = url.searchParams.keys();
  if (name !== undefined) throw invalid(name, "Unknown query parameter");
  return undefined;
}

function idempotencyKey(request: Request): string | null {
  const key = request.headers.get("idempotency-key");
  if (key === null) return null;
  if (!/^[\x21-\x7e][\x20-\x7e]{0,199}$/.test(key)) throw invalid("Idempotency-Key", "1 to 200 printable characters");
  return key;
}

function ifMatchOf(request: Request): number | undefined {
  const given = request.headers.get("if-match");
  if (given === null || given.trim() === "*") return undefined;
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(given.trim())?.[1];
  if (!version) throw invalid("If-Match", 'The version that you hold, as "7"');
  return Number(version);
}

function respond(of: Route, made: unknown, params: Record<string, string>, requestId: string): Response {
  if (made instanceof Response) {
    made.headers.set("x-request-id", requestId);
    return made;
  }
  const headers = new Headers({ "cache-control": "no-store", "x-request-id": requestId });
  const status = of.status ?? 200;
  if (status === 204) return new Response(null, { status, headers });
  headers.set("content-type", "application/json");
  const version = (made as { version?: unknown } | null)?.version;
  if (typeof version === "number") headers.set("etag", `"${version}"`);
  if (status === 201 && of.location) headers.set("location", `/api/v1${of.location(made as never, params)}`);
  return new Response(JSON.stringify(made), { status, headers });
}

/** For paths that do not exist: 401 for strangers, 404 for everyone else, whatever the method. */
export const unknownPath = () => resourceAt("/{unknown}", {}, { locate: () => Promise.reject(notFound("There is no such address in this API.")) });
