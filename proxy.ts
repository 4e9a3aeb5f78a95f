import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "./lib/http/headers";

/**
 * Gives each page a nonce and the policy that holds it to it, and tells it its own path. It is never the authorization:
 * who may see what is asked where rows are read.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce, request.headers.get("host"), process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  // Next reads the nonce from here and puts it on its own scripts and styles.
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set("x-candor-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  // Not the API: its answers are data. What guards them, and files, is set by the server (server/http.ts).
  matcher: ["/((?!api/|_next/).*)", "/api/docs"],
};
