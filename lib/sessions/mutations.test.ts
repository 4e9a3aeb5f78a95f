import { beforeEach, describe, expect, test } from "vitest";
import { bySession } from "../auth/authenticate";
import { startSession } from "../auth/doors";
import { writeSeen } from "../auth/seen";
import { db } from "../db";
import type { AppError } from "../errors";
import { newId } from "../ids";
import { ctxOf } from "../testing/ctx";
import { eventsOf, makePerson, type TestPerson } from "../testing/factories";
import { endSession, endSessions } from "./mutations";
import { listSessions } from "./queries";

const from = { address: "192.0.2.7", userAgent: "Firefox", origin: "http://localhost" };
let ada: TestPerson;

beforeEach(async () => {
  ada = await makePerson();
});

const signIn = async (person: TestPerson) => {
  const secret = await startSession(person, from);
  return { secret, ctx: (await bySession(secret, newId()))!.ctx };
};
const codeOf = (run: Promise<unknown>) =>
  run.then(
    () => "ok",
    (error: AppError) => error.code,
  );

describe("one's sessions", () => {
  test("are listed with the one that asks, and without what has ended or run out", async () => {
    const here = await signIn(ada);
    const there = await signIn(ada);
    await db().writer.session.create({ data: { personId: ada.id, tokenHash: new Uint8Array(Buffer.from(newId())), expiresAt: new Date(Date.now() - 1000) } });
    const { items } = await listSessions(here.ctx);
    expect(items).toHaveLength(2);
    expect(items.filter((session) => session.current).map(({ id }) => id)).toEqual([here.ctx.sessionId]);
    expect(items[0]).toMatchObject({ userAgent: "Firefox", address: "192.0.2.7" });
    expect(JSON.stringify(items)).not.toContain(there.secret);
  });

  test("end at once, each with its event", async () => {
    const here = await signIn(ada);
    const there = await signIn(ada);
    await endSession(here.ctx, there.ctx.sessionId!);
    expect(await bySession(there.secret, newId())).toBeNull();
    expect(await eventsOf("session.ended", { sessionId: there.ctx.sessionId! })).toMatchObject([{ actorId: ada.id }]);
    expect(await codeOf(endSession(here.ctx, there.ctx.sessionId!))).toBe("NOT_FOUND");
  });

  test("all the others end, this one stays, and asking twice is no harm", async () => {
    const here = await signIn(ada);
    const others = [await signIn(ada), await signIn(ada)];
    await endSessions(here.ctx);
    await endSessions(here.ctx);
    expect(await bySession(here.secret, newId())).not.toBeNull();
    for (const { secret } of others) expect(await bySession(secret, newId())).toBeNull();
  });

  test("when it was last used is written now and then, aside", async () => {
    const here = await signIn(ada);
    await db().writer.session.update({ where: { id: here.ctx.sessionId! }, data: { lastSeenAt: new Date(0) } });
    await writeSeen();
    expect((await db().reader.session.findUniqueOrThrow({ where: { id: here.ctx.sessionId! } })).lastSeenAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
    await db().writer.session.update({ where: { id: here.ctx.sessionId! }, data: { lastSeenAt: new Date(0) } });
    await bySession(here.secret, newId());
    await writeSeen();
    expect((await db().reader.session.findUniqueOrThrow({ where: { id: here.ctx.sessionId! } })).lastSeenAt.getTime()).toBe(0);
  });
});

describe("someone else's sessions", () => {
  test("are not there for a member or viewer, and an admin ends them", async () => {
    const theirs = await signIn(ada);
    for (const role of ["viewer", "member"] as const) {
      const other = ctxOf(await makePerson({ role }));
      expect(await codeOf(endSession(other, theirs.ctx.sessionId!))).toBe("NOT_FOUND");
      expect(await codeOf(listSessions(other, { person: ada.id }))).toBe("FORBIDDEN");
      expect(await codeOf(endSessions(other, { person: ada.id }))).toBe("FORBIDDEN");
    }
    const admin = ctxOf(await makePerson({ role: "admin" }));
    expect((await listSessions(admin, { person: ada.id })).items).toHaveLength(1);
    await endSessions(admin, { person: ada.id });
    expect(await bySession(theirs.secret, newId())).toBeNull();
    expect(await codeOf(listSessions(admin, { person: newId() }))).toBe("NOT_FOUND");
  });

  test("a token that only reads ends nothing", async () => {
    const theirs = await signIn(ada);
    expect(await codeOf(endSession(ctxOf(ada, { scope: "read" }), theirs.ctx.sessionId!))).toBe("FORBIDDEN");
    expect(await bySession(theirs.secret, newId())).not.toBeNull();
  });
});
