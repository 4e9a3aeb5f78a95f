import { beforeEach, describe, expect, test } from "vitest";
import { authenticate, bySession } from "../../lib/auth/authenticate";
import { db } from "../../lib/db";
import { hashPassword } from "../../lib/auth/password";
import { readTyped, TYPED_COOKIE } from "../../lib/http/form";
import { newId } from "../../lib/ids";
import { invite } from "../../lib/invitations/mutations";
import { ctxOf } from "../../lib/testing/ctx";
import { makePerson, type TestPerson } from "../../lib/testing/factories";
import { POST as accept } from "../api/v1/invitations/accept/route";
import { POST as askReset } from "../api/v1/password-reset/route";
import { POST as makeToken } from "../api/v1/tokens/route";
import { POST as acceptForm } from "./invite/[token]/form/route";
import { POST as setUpForm } from "./set-up/form/route";
import { POST as signIn } from "./sign-in/form/route";
import { POST as signOut } from "./sign-out/route";

const HOST = "candor.example.com";
const PASSWORD = "correct horse battery";
let ada: TestPerson;
let address: string;

beforeEach(async () => {
  address = newId();
  ada = await makePerson();
  await db().writer.person.update({ where: { id: ada.id }, data: { passwordHash: await hashPassword(PASSWORD) } });
});

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
const post = (
  handler: Handler,
  path: string,
  body: Record<string, string> | object,
  headers: Record<string, string> = {},
  params: Record<string, string> = {},
) =>
  handler(
    new Request(`http://localhost${path}`, {
      method: "POST",
      headers: { host: HOST, origin: `https://${HOST}`, "x-candor-address": address, ...headers },
      body: headers["content-type"] === "application/json" ? JSON.stringify(body) : new URLSearchParams(body as Record<string, string>),
    }),
    { params: Promise.resolve(params) },
  );
const cookieOf = (response: Response, name: string) => new RegExp(`(?:^|, )${name}=([^;]*)`).exec(response.headers.getSetCookie().join(", "))?.[1];
const sessionOf = (response: Response) => cookieOf(response, "next-auth.session-token");

describe("a plain form", () => {
  test("signs in, and leads back to the page asked for", async () => {
    const response = await post(signIn, "/sign-in/form", { email: ada.email, password: PASSWORD, callbackUrl: "/incidents/INC-1?a=b" });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/incidents/INC-1?a=b");
    expect((await bySession(sessionOf(response) ?? "", newId()))?.ctx.actor.id).toBe(ada.id);
    expect(response.headers.getSetCookie().join()).toMatch(/HttpOnly; SameSite=Lax$/);
  });

  test("leads nowhere else", async () => {
    for (const callbackUrl of ["https://evil.example", "//evil.example", "/\\evil.example", "/sign-in"]) {
      const response = await post(signIn, "/sign-in/form", { email: ada.email, password: PASSWORD, callbackUrl });
      expect(response.headers.get("location")).toBe("/");
    }
  });

  test("refused, goes back with what was typed but the password", async () => {
    const response = await post(signIn, "/sign-in/form", { email: ada.email, password: "a wrong password", callbackUrl: "/inbox" });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/sign-in?callbackUrl=%2Finbox");
    expect(sessionOf(response)).toBeUndefined();
    const typed = readTyped(cookieOf(response, TYPED_COOKIE));
    expect(typed?.values).toEqual({ email: ada.email });
    expect(typed?.errors).toMatchObject([{ path: "password" }]);
    expect(JSON.stringify(typed)).not.toContain("a wrong password");
    expect(response.headers.getSetCookie().join()).toContain("Path=/sign-in; Max-Age=60; HttpOnly");
  });

  test("sent by fetch, answers where to go, or a problem", async () => {
    const json = { accept: "application/json" };
    expect(await (await post(signIn, "/sign-in/form", { email: ada.email, password: PASSWORD }, json)).json()).toEqual({ url: "/" });
    const refused = await post(signIn, "/sign-in/form", { email: ada.email, password: "x" }, json);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: "INVALID", errors: [{ path: "password" }] });
  });

  test("of another site is refused, cookie or not", async () => {
    const others: Record<string, string>[] = [{ origin: "https://evil.example" }, { origin: "null" }, { "sec-fetch-site": "cross-site" }];
    for (const headers of others) {
      const response = await post(signIn, "/sign-in/form", { email: ada.email, password: PASSWORD }, { accept: "application/json", ...headers });
      expect(response.status).toBe(403);
    }
    expect(await db().reader.session.count({ where: { personId: ada.id } })).toBe(0);
  });

  test("that is odd is refused in peace", async () => {
    const json = { accept: "application/json" };
    expect((await post(signIn, "/sign-in/form", { email: "x".repeat(30_000), password: "x" }, json)).status).toBe(413);
    expect((await post(signIn, "/sign-in/form", { email: "a\0b@example.org", password: "x" }, json)).status).toBe(422);
    expect((await post(signIn, "/sign-in/form", { email: ada.email, password: "x", role: "admin" }, json)).status).toBe(422);
    expect((await post(signIn, "/sign-in/form", { email: "x" }, { ...json, "content-type": "text/plain" })).status).toBe(415);
    expect(readTyped("%%%")).toBeNull();
    expect(readTyped(Buffer.from("[]").toString("base64url"))).toBeNull();
  });

  test("signs out at once", async () => {
    const secret = sessionOf(await post(signIn, "/sign-in/form", { email: ada.email, password: PASSWORD })) ?? "";
    const response = await post(signOut, "/sign-out", {}, { cookie: `next-auth.session-token=${secret}` });
    expect(response.headers.get("location")).toBe("/sign-in");
    expect(sessionOf(response)).toBe("");
    expect(await bySession(secret, newId())).toBeNull();
    expect((await post(signOut, "/sign-out", {})).status).toBe(303);
  });

  test("of the first set-up makes nobody once somebody is here", async () => {
    const input = { name: "Eve", email: "eve@example.org", password: PASSWORD, exampleHistory: "false" };
    expect((await post(setUpForm, "/set-up/form", input, { accept: "application/json" })).status).toBe(404);
    expect(await db().reader.person.count({ where: { email: "eve@example.org" } })).toBe(0);
  });
});

test("a cookie that is left from another time does not stand in the way of one that holds", async () => {
  const secret = sessionOf(await post(signIn, "/sign-in/form", { email: ada.email, password: PASSWORD })) ?? "";
  const old = "A".repeat(43);
  for (const cookie of [
    `next-auth.session-token=${old}; __Secure-next-auth.session-token=${secret}`,
    `__Secure-next-auth.session-token=${old}; next-auth.session-token=${secret}`,
  ]) {
    expect((await authenticate({ headers: new Headers({ cookie }) }, newId()))?.ctx.actor.id).toBe(ada.id);
  }
  expect(await authenticate({ headers: new Headers({ cookie: "next-auth.session-token=%zz; next-auth.session-token=" }) }, newId())).toBeNull();
});

describe("an invitation's link", () => {
  const link = async () => {
    const admin = await makePerson({ role: "admin" });
    const { url } = await invite(ctxOf(admin), { email: `${newId()}@example.org`, role: "member" }, "http://localhost");
    return url?.split("/invite/")[1] ?? "";
  };

  test("signs in by form, and by the API", async () => {
    const byForm = await post(acceptForm, "/invite/x/form", { name: "Grace", password: PASSWORD }, {}, { token: await link() });
    expect(byForm.headers.get("location")).toBe("/");
    expect((await bySession(sessionOf(byForm) ?? "", newId()))?.ctx.actor).toMatchObject({ name: "Grace", role: "member" });
    const byApi = await post(
      accept,
      "/api/v1/invitations/accept",
      { token: await link(), name: "Joan", password: PASSWORD },
      { "content-type": "application/json" },
    );
    expect(byApi.status).toBe(201);
    expect((await bySession(sessionOf(byApi) ?? "", newId()))?.ctx.actor.name).toBe("Joan");
  });

  test("gives no role that the body asks for", async () => {
    const response = await post(
      accept,
      "/api/v1/invitations/accept",
      { token: await link(), name: "Eve", password: PASSWORD, role: "admin" },
      { "content-type": "application/json" },
    );
    expect(response.status).toBe(422);
  });
});

describe("secrets in answers", () => {
  const cookieFor = async () => `next-auth.session-token=${sessionOf(await post(signIn, "/sign-in/form", { email: ada.email, password: PASSWORD }))}`;

  test("a token made twice with one key is one token, shown the first time only", async () => {
    const headers = { cookie: await cookieFor(), "content-type": "application/json", "idempotency-key": newId() };
    const first = (await (await post(makeToken, "/api/v1/tokens", { name: "CI", scope: "read" }, headers)).json()) as { id: string; token?: string };
    const again = (await (await post(makeToken, "/api/v1/tokens", { name: "CI", scope: "read" }, headers)).json()) as { id: string; token?: string };
    expect(again.id).toBe(first.id);
    expect(first.token).toBeDefined();
    expect(again.token).toBeUndefined();
    const { rows } = await db().reads.query<{ text: string }>("select t::text as text from idempotency_key t");
    expect(JSON.stringify(rows)).not.toContain(first.token);
  });

  test("asking for a new password answers the same for known and unknown, and makes no link for a stranger", async () => {
    const json = { "content-type": "application/json" };
    const known = await post(askReset, "/api/v1/password-reset", { email: ada.email }, json);
    const unknown = await post(askReset, "/api/v1/password-reset", { email: `${newId()}@example.org` }, json);
    expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()]);
    expect((await post(askReset, "/api/v1/password-reset", { personId: ada.id }, json)).status).toBe(401);
    expect((await post(askReset, "/api/v1/password-reset", { personId: ada.id }, { ...json, cookie: await cookieFor() })).status).toBe(403);
  });
});
