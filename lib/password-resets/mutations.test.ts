import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { AddressInfo } from "node:net";
import { bySession } from "../auth/authenticate";
import { checkPassword, startSession } from "../auth/doors";
import { db } from "../db";
import { forgetEnv } from "../env";
import type { AppError } from "../errors";
import { newId } from "../ids";
import { ctxOf } from "../testing/ctx";
import { eventsOf, makePerson, type TestPerson } from "../testing/factories";
import { askPasswordReset, confirmPasswordReset, makeResetLink } from "./mutations";

const ORIGIN = "https://candor.example.com";
const PASSWORD = "a new long password";
let admin: TestPerson;
let ada: TestPerson;
let from: { address: string; userAgent: string; origin: string };
let smtp: SMTPServer;
let mails: string[] = [];

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        mails.push(Buffer.concat(parts).toString().replaceAll("=\r\n", ""));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", () => resolve()));
});
afterAll(() => new Promise<void>((resolve) => smtp.close(() => resolve())));

beforeEach(async () => {
  mails = [];
  admin = await makePerson({ role: "admin" });
  ada = await makePerson();
  from = { address: newId(), userAgent: "", origin: "https://evil.example" };
});
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

const withMail = (port = (smtp.server.address() as AddressInfo).port) => {
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${port}`);
  vi.stubEnv("NEXTAUTH_URL", ORIGIN);
  forgetEnv();
};
const secretIn = (text: string | undefined) => /\/reset\/([\w-]{43})/.exec(text ?? "")?.[1] ?? "";
const refusal = (run: Promise<unknown>) =>
  run.then(
    () => ({ code: "none", said: "" }),
    (error: AppError) => ({ code: error.code, said: error.message }),
  );

describe("a new password by mail", () => {
  test("is not mailed to who never had one", async () => {
    withMail();
    const never = await makePerson({ passwordHash: null });
    await (await askPasswordReset(never.email, from)).done;
    expect([mails, await eventsOf("reset.asked", { personId: never.id })]).toEqual([[], []]);
  });

  test("the mail's link leads to our address, works once, and ends every session", async () => {
    withMail();
    const session = await startSession(ada, from);
    const { mailed, done } = await askPasswordReset(ada.email, from);
    await done;
    expect(mailed).toBe(true);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain(`${ORIGIN}/reset/`);
    expect(mails[0]).not.toContain("evil.example");
    const token = secretIn(mails[0]);
    expect(await confirmPasswordReset({ token, password: PASSWORD }, from)).toEqual({ email: ada.email });
    expect(await bySession(session, newId())).toBeNull();
    expect(await eventsOf("session.ended", { personId: ada.id })).toHaveLength(1);
    expect(await eventsOf("reset.done", { personId: ada.id })).toMatchObject([{ actorId: ada.id }]);
    expect(await checkPassword({ email: ada.email, password: PASSWORD }, from)).toMatchObject({ id: ada.id });
    expect((await refusal(confirmPasswordReset({ token, password: "yet another one" }, from))).said).toContain("used already");
  });

  test("an unknown address is the same answer, and no mail", async () => {
    withMail();
    const known = await askPasswordReset(ada.email, from);
    const unknown = await askPasswordReset("nobody@example.org", from);
    const gone = await askPasswordReset((await makePerson({ disabledAt: new Date() })).email, from);
    expect([unknown.mailed, gone.mailed]).toEqual([known.mailed, known.mailed]);
    await Promise.all([known.done, unknown.done, gone.done]);
    expect(mails).toHaveLength(1);
  });

  test("without mail nothing is made", async () => {
    const { mailed, done } = await askPasswordReset(ada.email, from);
    await done;
    expect(mailed).toBe(false);
    expect(await db().reader.passwordReset.count({ where: { personId: ada.id } })).toBe(0);
  });

  test("a mail server that is away breaks nothing", async () => {
    withMail(9);
    const { done } = await askPasswordReset(ada.email, from);
    await done;
    expect(await eventsOf("reset.asked", { personId: ada.id })).toMatchObject([{ actorId: null }]);
  });

  test("asking again and again is refused, for unknown addresses too", async () => {
    const to = `${newId()}@example.org`;
    for (let i = 0; i < 5; i++) await askPasswordReset(to, { ...from, address: newId() });
    expect(await refusal(askPasswordReset(to, from))).toMatchObject({ code: "RATE_LIMITED" });
  });
});

describe("a link by an admin", () => {
  test("is shown once, stored hashed, and a new password spends every other link", async () => {
    const first = await makeResetLink(ctxOf(admin), ada.id, ORIGIN);
    const second = await makeResetLink(ctxOf(admin), ada.id, ORIGIN);
    const { rows } = await db().reads.query<{ text: string }>("select t::text as text from password_reset t union all select e::text from event e");
    expect(rows.some(({ text }) => text.includes(secretIn(first.url)))).toBe(false);
    await confirmPasswordReset({ token: secretIn(second.url), password: PASSWORD }, from);
    expect((await refusal(confirmPasswordReset({ token: secretIn(first.url), password: PASSWORD }, from))).said).toContain("used already");
  });

  test.each(["viewer", "member"] as const)("a %s makes none, not for themselves either", async (role) => {
    const someone = await makePerson({ role });
    expect(await refusal(makeResetLink(ctxOf(someone), ada.id, ORIGIN))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusal(makeResetLink(ctxOf(someone), someone.id, ORIGIN))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusal(makeResetLink(ctxOf(admin), newId(), ORIGIN))).toMatchObject({ code: "NOT_FOUND" });
    expect(await refusal(makeResetLink(ctxOf(admin, { scope: "read" }), ada.id, ORIGIN))).toMatchObject({ code: "FORBIDDEN" });
  });

  test("run out, or of someone who left, it opens nothing", async () => {
    const old = await makeResetLink(ctxOf(admin), ada.id, ORIGIN);
    await db().writer.passwordReset.updateMany({ where: { personId: ada.id }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect((await refusal(confirmPasswordReset({ token: secretIn(old.url), password: PASSWORD }, from))).said).toContain("run out");
    const left = await makeResetLink(ctxOf(admin), ada.id, ORIGIN);
    await db().writer.person.update({ where: { id: ada.id }, data: { disabledAt: new Date() } });
    expect((await refusal(confirmPasswordReset({ token: secretIn(left.url), password: PASSWORD }, from))).said).toContain("not known");
    expect(await refusal(makeResetLink(ctxOf(admin), ada.id, ORIGIN))).toMatchObject({ code: "INVALID" });
  });

  test("one who was locked out by wrong guesses can sign in with the new password", async () => {
    for (let i = 0; i < 10; i++) await checkPassword({ email: ada.email, password: "wrong" }, from);
    const { url } = await makeResetLink(ctxOf(admin), ada.id, ORIGIN);
    await confirmPasswordReset({ token: secretIn(url), password: PASSWORD }, from);
    expect(await checkPassword({ email: ada.email, password: PASSWORD }, from)).toMatchObject({ id: ada.id });
  });
});
