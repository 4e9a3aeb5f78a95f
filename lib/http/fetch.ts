import type { ErrorCode, FieldError } from "../errors";

/** The browser's way to `/api/v1`: rows in and out, problems thrown as `ApiProblem`. */

interface Told {
  detail?: string;
  title?: string;
  errors?: FieldError[];
  current?: unknown;
  requestId?: string;
}

/** A refusal as the API said it; OFFLINE when no answer came at all. Its message is for people. */
export class ApiProblem extends Error {
  readonly errors: readonly FieldError[];
  /** With CONFLICT: the row as it stands now. */
  readonly current: unknown;
  readonly requestId: string | null;

  constructor(
    readonly code: ErrorCode | "OFFLINE",
    readonly status: number,
    told: Told = {},
    /** Seconds to wait, with RATE_LIMITED and UNAVAILABLE. */
    readonly retryAfter: number | null = null,
  ) {
    super(told.detail ?? told.title ?? "Something went wrong. What you typed is kept.");
    this.name = "ApiProblem";
    this.errors = told.errors ?? [];
    this.current = told.current;
    this.requestId = told.requestId ?? null;
  }
}

export const isProblem = (error: unknown, code?: ApiProblem["code"]): error is ApiProblem => error instanceof ApiProblem && (!code || error.code === code);

/** Whether trying the same again may help: nothing was refused, it only did not get through. */
export const mayRetry = (error: unknown) => error instanceof ApiProblem && ["OFFLINE", "UNAVAILABLE", "RATE_LIMITED"].includes(error.code);

export interface Send {
  body?: unknown;
  /** A file, instead of a JSON body. */
  form?: FormData;
  /** Plain text, instead of a JSON body. */
  text?: string;
  /** The version that the form was filled from: a stale one is CONFLICT with the current row. */
  ifMatch?: number | undefined;
  /** Twice is once: the same key for each try of one POST. */
  key?: string | undefined;
  signal?: AbortSignal | undefined;
  /** It is sent also where the page is left in that moment. */
  keepalive?: boolean;
}

const OFFLINE = { detail: "No connection to Candor right now. What you typed is kept." };

/** Calls a path below `/api/v1`. A 204 answers undefined. */
export async function api<T>(method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE", path: string, send: Send = {}): Promise<T> {
  const response = await answered(method, path, send);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** A text to the letter, as the API keeps a diff. */
export const apiText = async (path: string, send: Send = {}): Promise<string> => (await answered("GET", path, send)).text();

async function answered(method: string, path: string, { body, form, text, ifMatch, key, signal, keepalive = false }: Send): Promise<Response> {
  const headers = new Headers({ accept: "application/json" });
  if (text !== undefined) headers.set("content-type", "text/plain; charset=utf-8");
  if (body !== undefined) headers.set("content-type", "application/json");
  if (ifMatch !== undefined) headers.set("if-match", `"${ifMatch}"`);
  if (key) headers.set("idempotency-key", key);
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      headers,
      keepalive,
      signal: signal ?? null,
      body: form ?? text ?? (body === undefined ? null : JSON.stringify(body)),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiProblem("OFFLINE", 0, OFFLINE);
  }
  if (response.ok) return response;
  const told = (await response.json().catch(() => ({}))) as Told & { code?: ErrorCode };
  const wait = Number(response.headers.get("retry-after"));
  throw new ApiProblem(told.code ?? (response.status >= 502 ? "UNAVAILABLE" : "INTERNAL"), response.status, told, wait > 0 ? wait : null);
}

/** `?a=1&b=2` of what is set; nothing of nothing. */
export function queryString(query: Record<string, string | number | boolean | null | undefined>): string {
  const set = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return set.length ? `?${new URLSearchParams(set.map(([name, value]) => [name, String(value)]))}` : "";
}

/** A key for one POST. Works without a secure context too, where `crypto.randomUUID` is missing. */
export const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

const keys = new WeakMap<object, string>();

/** One key for what is sent, however often TanStack Query tries it: its retries hand over the same object. */
export function keyOf(sent: object): string {
  let key = keys.get(sent);
  if (!key) keys.set(sent, (key = newKey()));
  return key;
}
