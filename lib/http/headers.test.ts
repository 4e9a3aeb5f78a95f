import { expect, test } from "vitest";
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
