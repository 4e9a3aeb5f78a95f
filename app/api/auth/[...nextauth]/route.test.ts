import { beforeEach, describe, expect, test } from "vitest";
import { GET as me } from "../../v1/me/route";
import { GET, POST } from "./route";
import { db } from "../../../../lib/db";
import { newId } from "../../../../lib/ids";
import { makePerson, type TestPerson } from "../../../../lib/testing/factories";
import { hashPassword } from "../../../../lib/auth/password";

const BASE = "http://localhost:4321";
const PASSWORD = "correct horse battery";
let ada: TestPerson;
let address: string;

beforeEach(async () => {
  address = newId();
  ada = await makePerson();
  await db().writer.person.update({ where: { id: ada.id }, data: { passwordHash: await hashPassword(PASSWORD) } });
});

/** A caller with a jar, as a browser or a script. */
function browser() {
  const jar = new Map<string, string>();
  const cookies: string[] = [];
  return {
    jar,
    cookies,
    async auth(method: "GET" | "POST", path: string, form?: Record<string, string>, headers: Record<string, string> = {}) {
      const request = new Request(`${BASE}/api/auth/${path}`, {
        method,
        headers: {
          host: "localhost:4321",
          "x-candor-address": address,
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
          ...(form ? { "content-type": "application/x-www-form-urlencoded", origin: BASE } : {}),
          ...headers,
        },
        body: form ? new URLSearchParams(form) : null,
      });
      const nextauth = path.split("?")[0]!.split("/");
      const response = await (method === "GET" ? GET : POST)(request, { params: Promise.resolve({ nextauth }) });
      for (const line of response.headers.getSetCookie()) {
        cookies.push(line);
        const [pair] = line.split(";");
        const at = pair!.indexOf("=");
        const value = pair!.slice(at + 1);
        if (value) jar.set(pair!.slice(0, at), value);
        else jar.delete(pair!.slice(0, at));
      }
      return response;
    },
    async signIn(email = ada.email, password = PASSWORD, more: Record<string, string> = {}) {
      const { csrfToken } = (await (await this.auth("GET", "csrf")).json()) as { csrfToken: string };
      return this.auth("POST", "callback/credentials", { csrfToken, email, password, json: "true", callbackUrl: BASE, ...more });
    },
    me() {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
      return me(new Request(`${BASE}/api/v1/me`, { headers: { host: "localhost:4321", cookie } }), { params: Promise.resolve({}) });
    },
  };
}

describe("signing in through next-auth", () => {
  test("gives a session's cookie that the API takes", async () => {
    const caller = browser();
    const response = await caller.signIn();
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ url: `${BASE}/` });
    const cookie = caller.cookies.find((line) => line.startsWith("next-auth.session-token="))!;
    expect(cookie).toMatch(/^next-auth\.session-token=[\w-]{43};/);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).not.toMatch(/Secure/);
    expect(await (await caller.me()).json()).toMatchObject({ id: ada.id, email: ada.email, role: "member" });
  });

  test("a wrong password and an unknown account are the same answer", async () => {
    const wrong = await browser().signIn(ada.email, "wrong");
    const unknown = await browser().signIn("nobody@example.org");
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.text()).toBe(await unknown.text());
  });

  test("the eleventh try is 429 with Retry-After, as JSON, and no session", async () => {
    const caller = browser();
    for (let i = 0; i < 10; i++) expect((await caller.signIn(ada.email, "wrong")).status).toBe(401);
    const refused = await caller.signIn();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(800);
    expect(await refused.json()).toMatchObject({ code: "RATE_LIMITED" });
    expect(caller.jar.has("next-auth.session-token")).toBe(false);
  });

  test("needs next-auth's own token, and a page of this address", async () => {
    const caller = browser();
    expect((await caller.signIn(ada.email, PASSWORD, { csrfToken: "forged" })).headers.getSetCookie().join()).not.toContain("session-token");
    const foreign = await caller.auth(
      "POST",
      "callback/credentials",
      { email: ada.email, password: PASSWORD, json: "true" },
      { origin: "https://evil.example" },
    );
    expect(foreign.status).toBe(403);
    expect(await db().reader.session.count({ where: { personId: ada.id } })).toBe(0);
  });

  test("leads to pages of this address alone", async () => {
    for (const callbackUrl of ["https://evil.example/x", "//evil.example", "/\\evil.example", "/..//evil.example", "javascript:alert(1)"]) {
      expect(await (await browser().signIn(ada.email, PASSWORD, { callbackUrl })).json()).toEqual({ url: `${BASE}/` });
    }
    expect(await (await browser().signIn(ada.email, PASSWORD, { callbackUrl: "/incidents/INC-1" })).json()).toEqual({ url: `${BASE}/incidents/INC-1` });
    const led = await browser().auth("GET", "signin?callbackUrl=https://evil.example");
    expect(led.headers.get("location")).not.toContain("evil");
    const odd = browser();
    odd.jar.set("next-auth.callback-url", "https%3A%2F%2Fevil.example");
    expect(await (await odd.signIn(ada.email, PASSWORD, { callbackUrl: "" })).json()).toEqual({ url: `${BASE}/` });
  });

  test("a look at the session makes no new one, and signing out ends it", async () => {
    const caller = browser();
    await caller.signIn();
    const secret = caller.jar.get("next-auth.session-token");
    expect(await (await caller.auth("GET", "session")).json()).toMatchObject({ user: { name: ada.name } });
    expect(caller.jar.get("next-auth.session-token")).toBe(secret);
    expect(await db().reader.session.count({ where: { personId: ada.id } })).toBe(1);
    const { csrfToken } = (await (await caller.auth("GET", "csrf")).json()) as { csrfToken: string };
    await caller.auth("POST", "signout", { csrfToken, json: "true" });
    caller.jar.set("next-auth.session-token", secret!);
    expect((await caller.me()).status).toBe(401);
    expect(await (await caller.auth("GET", "session")).json()).toEqual({});
  });

  test("unknown actions, odd bodies and odd cookies are refused in peace", async () => {
    const caller = browser();
    expect((await caller.auth("GET", "_log")).status).toBe(404);
    expect((await caller.auth("POST", "_log", { code: "x", level: "constructor" })).status).toBe(404);
    expect((await caller.auth("POST", "callback/credentials", {}, { "content-type": "text/plain" })).status).toBeLessThan(500);
    expect((await caller.auth("POST", "callback/credentials", { email: "x".repeat(30_000) })).status).toBe(413);
    expect((await caller.auth("POST", "callback/elsewhere", { email: "x" })).status).toBeLessThan(500);
    caller.jar.set("next-auth.session-token", "%zz");
    caller.jar.set("next-auth.csrf-token", "%zz|%");
    expect((await caller.auth("GET", "session")).status).toBe(200);
    expect((await caller.me()).status).toBe(401);
  });
});
