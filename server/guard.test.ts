import type { IncomingMessage, ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { guard, isPage } from "./guard";

function ask(url: string, headers: Record<string, string> = {}) {
  const request = { url, headers: { host: "candor.example.com", ...headers } } as unknown as IncomingMessage;
  const answered = new Map<string, string>();
  guard(request, { setHeader: (name: string, value: string) => answered.set(name, value) } as unknown as ServerResponse);
  return { request: request.headers, answered };
}

test("a page has a nonce of its own in the policy, and knows its path", () => {
  const first = ask("/incidents?q=a");
  const second = ask("/incidents?q=a");
  expect(first.answered.get("content-security-policy")).toMatch(/'nonce-[\w+/=]{24}'/);
  expect(first.request["content-security-policy"]).toBe(first.answered.get("content-security-policy"));
  expect(first.answered.get("content-security-policy")).not.toBe(second.answered.get("content-security-policy"));
  expect(first.request["x-candor-path"]).toBe("/incidents?q=a");
  expect(first.answered.get("x-frame-options")).toBe("DENY");
});

test("a nonce or a path that a caller sends is not believed", () => {
  const sent = { "content-security-policy": "script-src 'nonce-mine'", "content-security-policy-report-only": "x", "x-candor-path": "//evil.example" };
  expect(ask("/", sent).request["content-security-policy"]).not.toContain("mine");
  const api = ask("/api/v1/me", sent);
  expect(api.request["content-security-policy"]).toBeUndefined();
  expect(api.request["content-security-policy-report-only"]).toBeUndefined();
  expect(api.request["x-candor-path"]).toBe("/api/v1/me");
  expect(api.answered.get("x-content-type-options")).toBe("nosniff");
});

test("pages are all but the API and built files", () => {
  for (const path of ["/", "/sign-in", "/incidents/INC-1", "/people/some.name.txt", "/apiary", "/api/docs", "/api/docs?x=1"]) expect(isPage(path)).toBe(true);
  for (const path of ["/api/v1/me", "/api/auth/csrf", "/_next/static/chunks/a.js", "//api/v1/me", "/api/docsy"]) expect(isPage(path)).toBe(false);
});

test("what dots lead out of the API and the built files is a page", () => {
  for (const path of ["/_next/../sign-in", "/_next/%2e%2E/sign-in", "/api/v1/../../sign-in", "/_next/.%2e%2fsign-in", "/_next/\\..\\sign-in", "/api/.."])
    expect(isPage(path)).toBe(true);
  for (const path of ["/api/v1/search?q=/../", "/_next/static/..a.js", "/_next/static/chunks/[...ref].js"]) expect(isPage(path)).toBe(false);
});
