import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { contentSecurityPolicy, PATH_HEADER, SECURITY_HEADERS } from "@/lib/http/headers";

/**
 * Gives each page a nonce and the policy that holds it to it, tells it its own path, and puts on every answer what guards it. It authorizes nothing.
 * Next's own place for this is proxy.ts; there it cost a page a quarter of its processor time.
 */
export function guard(request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of GUARDS) response.setHeader(name, value);
  const path = request.url ?? "/";
  const policy = isPage(path)
    ? contentSecurityPolicy(randomBytes(16).toString("base64"), request.headers.host ?? null, process.env.NODE_ENV === "development")
    : undefined;
  // Next takes the nonce from the request's header, and puts it on its own scripts and styles. What a caller sends there is not believed.
  delete request.headers["content-security-policy"];
  delete request.headers["content-security-policy-report-only"];
  request.headers[PATH_HEADER] = path;
  if (!policy) return;
  request.headers["content-security-policy"] = policy;
  response.setHeader("content-security-policy", policy);
}

const GUARDS = Object.entries(SECURITY_HEADERS);

/** All but the API, whose answers are data, and built files. A way through dots may lead to a page: `/_next/../sign-in` does. */
export const isPage = (path: string) =>
  !/^\/+(?:_next\/|api\/(?!docs(?:[/?#]|$)))/.test(path) || /^[^?#]*[/\\](?:\.|%2e){1,2}(?:[/\\?#]|%2f|%5c|$)/i.test(path);
