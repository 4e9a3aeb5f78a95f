import { beforeEach, describe, expect, test } from "vitest";
import { bySession } from "../auth/authenticate";
import { checkPassword, startSession } from "../auth/doors";
import { hashPassword } from "../auth/password";
import { db } from "../db";
import type { AppError } from "../errors";
import { newId } from "../ids";
import { ctxOf } from "../testing/ctx";
import { eventsOf, makePerson, makeToken, type TestPerson } from "../testing/factories";
import { updatePerson } from "./mutations";

const from = { address: "test", userAgent: "", origin: "http://localhost" };
const PASSWORD = "correct horse battery";
let admin: TestPerson;
let member: TestPerson;

beforeEach(async () => {
  admin = await makePerson({ role: "admin" });
  member = await makePerson();
});

const refusal = (run: Promise<unknown>) =>
  run.then(
    () => ({ code: "none", path: "" }),
    (error: AppError) => ({ code: error.code, path: error.details.errors?.[0]?.path }),
  );

describe("one's own profile", () => {
  test("name, zone and shortcuts, with an event that holds no text", async () => {
    const after = await updatePerson(ctxOf(member), member.id, { name: "Ada L.", zone: "Europe/Berlin", shortcuts: false });
    expect(after).toMatchObject({ name: "Ada L.", zone: "Europe/Berlin", shortcuts: false, version: 2 });
    const [event] = await eventsOf("person.updated", { personId: member.id });
    expect(event).toMatchObject({ actorId: member.id, data: { personId: member.id, fields: ["name", "zone", "shortcuts"] } });
    expect(JSON.stringify(event)).not.toContain("Ada L.");
  });

  test("a stale version is a conflict with the current row", async () => {
    await updatePerson(ctxOf(member), member.id, { name: "First" }, 1);
    const error = await updatePerson(ctxOf(member), member.id, { name: "Second" }, 1).catch((thrown: AppError) => thrown);
    expect(error).toMatchObject({ code: "CONFLICT", details: { current: { name: "First", version: 2 } } });
  });

  test("nothing to change, someone unknown, and a token that only reads", async () => {
    expect(await refusal(updatePerson(ctxOf(member), member.id, {}))).toMatchObject({ code: "INVALID" });
    expect(await refusal(updatePerson(ctxOf(member), newId(), { name: "x" }))).toMatchObject({ code: "NOT_FOUND" });
    expect(await refusal(updatePerson(ctxOf(member), "me", { name: "x" }))).toMatchObject({ code: "NOT_FOUND" });
    expect(await refusal(updatePerson(ctxOf(member, { scope: "read" }), member.id, { name: "x" }))).toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("what is not one's to change", () => {
  test.each(["viewer", "member"] as const)("a %s cannot raise themselves, nor touch another", async (role) => {
    const someone = await makePerson({ role });
    for (const input of [{ role: "admin" as const }, { name: "x", role: "admin" as const }, { disabled: true }, { email: "new@example.org" }]) {
      expect(await refusal(updatePerson(ctxOf(someone), someone.id, input))).toMatchObject({ code: "FORBIDDEN" });
      expect(await refusal(updatePerson(ctxOf(someone), member.id, input))).toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await refusal(updatePerson(ctxOf(someone), member.id, { name: "x" }))).toMatchObject({ code: "FORBIDDEN" });
    expect(await db().reader.person.findUniqueOrThrow({ where: { id: someone.id } })).toMatchObject({ role, disabledAt: null, version: 1 });
  });

  test("an admin sets no password for someone else", async () => {
    expect(await refusal(updatePerson(ctxOf(admin), member.id, { password: "a new long password" }))).toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a new password", () => {
  const withPassword = async () => {
    await db().writer.person.update({ where: { id: member.id }, data: { passwordHash: await hashPassword(PASSWORD) } });
    const signed = { id: member.id, name: member.name, role: member.role };
    const here = await startSession(signed, from);
    const elsewhere = await startSession(signed, from);
    return { ctx: (await bySession(here, newId()))!.ctx, here, elsewhere };
  };

  test("needs the current one, and ends the other sessions", async () => {
    const { ctx, here, elsewhere } = await withPassword();
    expect(await refusal(updatePerson(ctx, member.id, { password: "another long one" }))).toEqual({ code: "INVALID", path: "currentPassword" });
    expect(await refusal(updatePerson(ctx, member.id, { password: "another long one", currentPassword: "wrong" }))).toEqual({
      code: "INVALID",
      path: "currentPassword",
    });
    await updatePerson(ctx, member.id, { password: "another long one", currentPassword: PASSWORD });
    expect(await bySession(here, newId())).not.toBeNull();
    expect(await bySession(elsewhere, newId())).toBeNull();
    expect(await checkPassword({ email: member.email, password: "another long one" }, from)).toMatchObject({ id: member.id });
    expect((await eventsOf("person.updated", { personId: member.id })).at(-1)).toMatchObject({ data: { fields: ["password"] } });
  });

  test("guesses of the current one are counted", async () => {
    const { ctx } = await withPassword();
    const guesses = await Promise.all(
      Array.from({ length: 12 }, () => refusal(updatePerson(ctx, member.id, { password: "another long one", currentPassword: "wrong" }))),
    );
    expect(guesses.filter(({ code }) => code === "RATE_LIMITED")).toHaveLength(2);
  });
});

describe("an admin", () => {
  test("gives a role, and it is told", async () => {
    expect(await updatePerson(ctxOf(admin), member.id, { role: "viewer" })).toMatchObject({ role: "viewer" });
    expect(await eventsOf("person.role_changed", { personId: member.id })).toMatchObject([{ actorId: admin.id, data: { from: "member", to: "viewer" } }]);
  });

  test("lets someone go: sessions, tokens and links end at once, and do not come back with them", async () => {
    const secret = await startSession(member, from);
    await makeToken(member);
    await db().writer.passwordReset.create({
      data: { personId: member.id, tokenHash: new Uint8Array(Buffer.from(newId())), expiresAt: new Date(Date.now() + 1000_000) },
    });
    await updatePerson(ctxOf(admin), member.id, { disabled: true });
    expect(await bySession(secret, newId())).toBeNull();
    expect(await eventsOf("person.disabled", { personId: member.id })).toHaveLength(1);
    expect(await eventsOf("session.ended", { personId: member.id })).toHaveLength(1);
    await updatePerson(ctxOf(admin), member.id, { disabled: false });
    expect(await bySession(secret, newId())).toBeNull();
    expect(await db().reader.apiToken.count({ where: { personId: member.id, revokedAt: null } })).toBe(0);
    expect(await db().reader.passwordReset.count({ where: { personId: member.id, usedAt: null } })).toBe(0);
  });

  test("an e-mail address that someone has already is refused beside its field", async () => {
    expect(await refusal(updatePerson(ctxOf(admin), member.id, { email: admin.email }))).toEqual({ code: "INVALID", path: "email" });
  });

  test("their open invitations go with their role", async () => {
    const other = await makePerson({ role: "admin" });
    const row = await db().writer.invitation.create({
      data: {
        email: "x@example.org",
        role: "admin",
        teamIds: [],
        tokenHash: new Uint8Array(Buffer.from(newId())),
        invitedBy: other.id,
        expiresAt: new Date(Date.now() + 1000_000),
      },
    });
    await updatePerson(ctxOf(admin), other.id, { role: "member" });
    expect((await db().reader.invitation.findUniqueOrThrow({ where: { id: row.id } })).revokedAt).not.toBeNull();
    expect(await eventsOf("invitation.revoked", { invitationId: row.id })).toHaveLength(1);
  });
});

describe("the last admin", () => {
  const onlyAdmins = (...ids: string[]) => db().writer.person.updateMany({ where: { role: "admin", id: { notIn: ids } }, data: { role: "member" } });

  test("cannot step down, be put down, or be let go", async () => {
    await onlyAdmins(admin.id);
    expect(await refusal(updatePerson(ctxOf(admin), admin.id, { role: "member" }))).toEqual({ code: "INVALID", path: "role" });
    expect(await refusal(updatePerson(ctxOf(admin), admin.id, { disabled: true }))).toEqual({ code: "INVALID", path: "disabled" });
    const gone = await makePerson({ role: "admin", disabledAt: new Date() });
    expect(await refusal(updatePerson(ctxOf(admin), admin.id, { role: "viewer" }))).toEqual({ code: "INVALID", path: "role" });
    expect(gone.role).toBe("admin");
  });

  test("two who put each other down at once leave one", async () => {
    const other = await makePerson({ role: "admin" });
    await onlyAdmins(admin.id, other.id);
    const both = [updatePerson(ctxOf(admin), other.id, { role: "member" }), updatePerson(ctxOf(other), admin.id, { disabled: true })];
    expect((await Promise.all(both.map(refusal))).map(({ code }) => code).sort()).toEqual(["INVALID", "none"]);
    expect(await db().reader.person.count({ where: { role: "admin", disabledAt: null } })).toBe(1);
  });
});
