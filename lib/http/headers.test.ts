import { expect, test } from "vitest";
import { config } from "../../proxy";
import { contentSecurityPolicy } from "./headers";

test("the policy names no other host, and runs no script without the nonce", () => {
  const policy = contentSecurityPolicy("N0nce", "candor.example.com:8443");
  expect(policy).toContain("script-src 'self' 'nonce-N0nce' 'strict-dynamic';");
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:/);
  expect(policy.match(/(?:ws|wss):\/\/\S+/g)).toEqual(["ws://candor.example.com:8443", "wss://candor.example.com:8443;"]);
  expect(policy).toContain("frame-ancestors 'none'");
});

test("a Host that is none adds nothing to it", () => {
  expect(contentSecurityPolicy("N", "x; script-src *")).toBe(contentSecurityPolicy("N", null));
});

test("pages pass the proxy, the API and built files do not", () => {
  const [pages] = config.matcher;
  const matches = (path: string) => new RegExp(`^${pages}$`).test(path);
  for (const path of ["/", "/sign-in", "/incidents/INC-1", "/people/some.name.txt", "/apiary"]) expect(matches(path)).toBe(true);
  for (const path of ["/api/v1/me", "/api/auth/csrf", "/_next/static/chunks/a.js"]) expect(matches(path)).toBe(false);
});
