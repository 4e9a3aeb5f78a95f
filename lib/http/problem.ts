import { AppError, type ErrorCode, unavailable } from "../errors";
import { fromDatabase } from "../db";
import { log } from "../log";

const TITLES: Record<ErrorCode, string> = {
  UNAUTHENTICATED: "Sign in first",
  FORBIDDEN: "Not allowed",
  NOT_FOUND: "Not found",
  METHOD_NOT_ALLOWED: "Method not allowed",
  CONFLICT: "Changed in the meantime",
  TOO_LARGE: "Too large",
  UNSUPPORTED: "Unsupported content type",
  INVALID: "Something in the input needs a look",
  RATE_LIMITED: "Too many requests",
  INTERNAL: "Something went wrong here",
  UNAVAILABLE: "Not available right now",
};

/** Maps whatever was thrown to an RFC 9457 problem document. What is unknown is logged and shown as one constant sentence. */
export function problem(thrown: unknown, requestId: string): Response {
  let error = fromDatabase(thrown);
  if (!(error instanceof AppError)) {
    log.error({ err: error, requestId }, "an unexpected error");
    error = new AppError("INTERNAL", "Something went wrong on our side. Nothing of yours was lost; quote the request id to your admin.");
  }
  const { code, message, status, details } = error as AppError;
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store", "x-request-id": requestId });
  const retryAfter = details.retryAfter ?? (code === "UNAVAILABLE" ? unavailable().details.retryAfter : undefined);
  if (retryAfter !== undefined) headers.set("retry-after", String(Math.max(1, Math.ceil(retryAfter))));
  if (details.allow) headers.set("allow", details.allow.join(", "));
  const body = {
    type: `/api/docs#${code.toLowerCase()}`,
    title: TITLES[code],
    status,
    code,
    detail: message,
    requestId,
    ...(details.errors ? { errors: details.errors } : {}),
    ...(details.current !== undefined ? { current: details.current } : {}),
  };
  return new Response(JSON.stringify(body), { status, headers });
}
