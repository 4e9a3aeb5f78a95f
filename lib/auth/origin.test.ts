import { afterEach, describe, expect, test, vi } from "vitest";
import { db } from "../db";
import { forgetEnv } from "../env";
import { addressOf } from "../http/limits";
import { originOf, publicOrigin, rememberOrigin } from "./origin";

const request = (headers: Record<string, string>) => ({ headers: new Headers(headers) });
const given = (env: Record<string, string>) => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  forgetEnv();
};

afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

describe("the address of a request", () => {
  test("is its Host, at any port", () => expect(originOf(request({ host: "127.0.0.1:4567" }))).toBe("http://127.0.0.1:4567"));

  test("forwarded headers count only where a proxy is trusted", () => {
    const forwarded = request({ host: "inner:3000", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" });
    expect(originOf(forwarded)).toBe("http://inner:3000");
    given({ CANDOR_TRUST_PROXY: "1" });
    expect(originOf(forwarded)).toBe("https://evil.example");
  });

  test("NEXTAUTH_URL tells the scheme of its own host, and stands in for a Host that is none", () => {
    given({ NEXTAUTH_URL: "https://candor.example.com" });
    expect(originOf(request({ host: "candor.example.com" }))).toBe("https://candor.example.com");
    expect(originOf(request({ host: "127.0.0.1:3000" }))).toBe("http://127.0.0.1:3000");
    expect(originOf(request({ host: "a b/c" }))).toBe("https://candor.example.com");
  });
});

describe("the caller's own address", () => {
  const forwarded = new Headers({ "x-candor-address": "10.0.0.1", "x-forwarded-for": "1.1.1.1, 203.0.113.9" });

  test("is the socket's, or the last that a trusted proxy names: the others are made up at will", () => {
    expect(addressOf(forwarded)).toBe("10.0.0.1");
    given({ CANDOR_TRUST_PROXY: "1" });
    expect(addressOf(forwarded)).toBe("203.0.113.9");
    given({ CANDOR_TRUST_PROXY: "0" });
    expect(addressOf(forwarded)).toBe("10.0.0.1");
  });
});

describe("the address in mails", () => {
  test("is where an admin signed in, and this machine's own name does not replace a real one", async () => {
    await db().writes.query("delete from setting where key = 'origin'");
    expect(await publicOrigin()).toBe("http://localhost:3000");
    await rememberOrigin("http://localhost:3000");
    await rememberOrigin("https://candor.example.com");
    await rememberOrigin("http://127.0.0.1:3000");
    expect(await publicOrigin()).toBe("https://candor.example.com");
    await db().writes.query("delete from setting where key = 'origin'");
  });

  test("is NEXTAUTH_URL where it is set", async () => {
    given({ NEXTAUTH_URL: "https://told.example.com" });
    expect(await publicOrigin()).toBe("https://told.example.com");
  });
});
