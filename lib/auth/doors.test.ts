import { beforeEach, describe, expect, test } from "vitest";
import { db } from "../db";
import type { AppError } from "../errors";
import { newId } from "../ids";
import { eventsOf, makePerson, type TestPerson } from "../testing/factories";
import { bySession } from "./authenticate";
import { checkPassword, endSessionOf, type From, startSession } from "./doors";
import { hashPassword } from "./password";

const PASSWORD = "correct horse battery";
let from: From;
let ada: TestPerson;

beforeEach(async () => {
  from = { address: `10.0.0.${newId()}`, userAgent: "Test/1", origin: "http://localhost:3000" };
  ada = await makePerson();
  await db().writer.person.update({ where: { id: ada.id }, data: { passwordHash: await hashPassword(PASSWORD) } });
});

const wrong = (email = ada.email) => checkPassword({ email, password: "wrong" }, from);
const right = (email = ada.email) => checkPassword({ email, password: PASSWORD }, from);
const codeOf = (run: Promise<unknown>) =>
  run.then(
    () => "ok",
    (error: AppError) => error.code,
  );

describe("a password", () => {
  test("is right for whoever has it, however the address is written", async () => {
    expect(await right(`  ${ada.email.toUpperCase()} `)).toEqual({ id: ada.id, name: ada.name, role: "member" });
  });

  test("wrong, of an unknown account, of someone who left, of someone without one: null", async () => {
    expect(await wrong()).toBeNull();
    expect(await right("nobody@example.org")).toBeNull();
    expect(await right("\0@example.org")).toBeNull();
    expect(await right("")).toBeNull();
    const none = await makePerson();
    expect(await right(none.email)).toBeNull();
    await db().writer.person.update({ where: { id: ada.id }, data: { disabledAt: new Date() } });
    expect(await right()).toBeNull();
  });

  test("an unknown account takes as long as a known one", async () => {
    await wrong();
    // Taken in turns, and the quickest of each: what else the machine does meanwhile slows both.
    let [known, unknown] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    const time = async (email: string) => {
      const start = performance.now();
      await checkPassword({ email, password: "wrong" }, { ...from, address: newId() });
      return performance.now() - start;
    };
    for (let i = 0; i < 12; i++) {
      known = Math.min(known, await time(ada.email));
      unknown = Math.min(unknown, await time(`${newId()}@example.org`));
    }
    expect(unknown / known).toBeGreaterThan(0.5);
    expect(unknown / known).toBeLessThan(2);
  });
});

describe("attempts", () => {
  test("ten failures are heard, the eleventh is refused with a time to wait, the right password too", async () => {
    for (let i = 0; i < 10; i++) expect(await wrong()).toBeNull();
    const refused = await right().catch((error: AppError) => error);
    expect(refused).toMatchObject({ code: "RATE_LIMITED", status: 429 });
    expect((refused as AppError).details.retryAfter).toBeGreaterThan(800);
    expect((refused as AppError).details.retryAfter).toBeLessThanOrEqual(900);
  });

  test("a success clears them, and successes do not count", async () => {
    for (let i = 0; i < 9; i++) await wrong();
    expect(await right()).not.toBeNull();
    for (let i = 0; i < 9; i++) await wrong();
    for (let i = 0; i < 15; i++) expect(await right()).not.toBeNull();
  });

  test("thirty at once are counted one by one", async () => {
    const codes = await Promise.all(Array.from({ length: 30 }, () => codeOf(wrong())));
    expect(codes.filter((code) => code === "ok")).toHaveLength(10);
    expect(codes.filter((code) => code === "RATE_LIMITED")).toHaveLength(20);
  });

  test("twenty right ones at once are all let in", async () => {
    expect(await Promise.all(Array.from({ length: 20 }, () => codeOf(right())))).toEqual(Array(20).fill("ok"));
  });

  test("are counted by address and account; unknown accounts alike", async () => {
    for (let i = 0; i < 10; i++) await wrong("nobody@example.org");
    expect(await codeOf(wrong("Nobody@example.org "))).toBe("RATE_LIMITED");
    expect(await right()).not.toBeNull();
    expect(await checkPassword({ email: "nobody@example.org", password: "x" }, { ...from, address: "elsewhere" })).toBeNull();
  });

  test("no address and no account stands in the table", async () => {
    await wrong();
    const { rows } = await db().reads.query<{ key: string }>("select key from rate_limit");
    expect(JSON.stringify(rows)).not.toContain(ada.email);
    expect(JSON.stringify(rows)).not.toContain("10.0.0");
  });
});

describe("a session", () => {
  test("is begun with an event, found by its secret, and ends at once", async () => {
    const secret = await startSession(ada, from);
    const caller = await bySession(secret, newId());
    expect(caller?.ctx.actor).toMatchObject({ id: ada.id, name: ada.name, role: "member" });
    const sessionId = caller!.ctx.sessionId!;
    expect(await eventsOf("session.started", { sessionId })).toMatchObject([{ actorId: ada.id }]);
    const row = await db().reader.session.findUniqueOrThrow({ where: { id: sessionId } });
    expect(row).toMatchObject({ userAgent: "Test/1", address: from.address });
    expect(Math.round((row.expiresAt.getTime() - Date.now()) / 86_400_000)).toBe(30);
    await endSessionOf(secret);
    expect(await bySession(secret, newId())).toBeNull();
    expect(await eventsOf("session.ended", { sessionId })).toHaveLength(1);
    await endSessionOf(secret);
  });

  test("its secret stands nowhere in the database", async () => {
    const secret = await startSession(ada, from);
    for (const table of ["session", "event", "setting", "rate_limit", "person"]) {
      const { rows } = await db().reads.query<{ text: string }>(`select t::text as text from ${table} t`);
      expect(rows.filter(({ text }) => text.includes(secret) || text.includes(PASSWORD))).toEqual([]);
    }
  });
});
