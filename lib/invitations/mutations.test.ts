import { beforeEach, describe, expect, test } from "vitest";
import { bySession } from "../auth/authenticate";
import { openInvitation } from "../auth/links";
import { db } from "../db";
import type { AppError } from "../errors";
import { newId } from "../ids";
import { ctxOf } from "../testing/ctx";
import { eventsOf, makePerson, makeTeam, type TestPerson } from "../testing/factories";
import { acceptInvitation, invite, revokeInvitation, updateInvitation } from "./mutations";
import { getInvitation, listInvitations } from "./queries";

const ORIGIN = "https://candor.example.com";
const PASSWORD = "correct horse battery";
let admin: TestPerson;
let from: { address: string; userAgent: string; origin: string };

beforeEach(async () => {
  admin = await makePerson({ role: "admin" });
  from = { address: newId(), userAgent: "", origin: ORIGIN };
});

const email = () => `${newId()}@example.org`;
const secretOf = (url: string | undefined) => url!.slice(`${ORIGIN}/invite/`.length);
const accept = (token: string, name = "Grace") => acceptInvitation({ token, name, password: PASSWORD }, from);
const refusal = (run: Promise<unknown>) =>
  run.then(
    () => ({ code: "none", path: "", said: "" }),
    (error: AppError) => ({ code: error.code, path: error.details.errors?.[0]?.path, said: error.message }),
  );

describe("an invitation", () => {
  test("brings someone in with a role and teams, and signs them in", async () => {
    const team = await makeTeam();
    const made = await invite(ctxOf(admin), { email: email(), role: "viewer", teamIds: [team.id] }, ORIGIN);
    expect(made).toMatchObject({ role: "viewer", teams: [{ id: team.id, name: team.name }], acceptedAt: null, mailed: false });
    expect(made.url).toMatch(/^https:\/\/candor\.example\.com\/invite\/[\w-]{43}$/);
    expect(Math.round((Date.parse(made.expiresAt) - Date.now()) / 86_400_000)).toBe(7);
    expect(await eventsOf("invitation.made", { invitationId: made.id })).toMatchObject([{ actorId: admin.id }]);

    const { personId, session } = await accept(secretOf(made.url));
    expect((await bySession(session, newId()))?.ctx.actor).toMatchObject({ id: personId, name: "Grace", role: "viewer" });
    expect(await db().reader.teamMember.findMany({ where: { personId } })).toEqual([{ personId, teamId: team.id, role: "member" }]);
    expect(await eventsOf("person.joined", { personId })).toMatchObject([{ actorId: personId }]);
    expect((await getInvitation(ctxOf(admin), made.id)).acceptedAt).not.toBeNull();
  });

  test("is stored hashed, and shown once", async () => {
    const made = await invite(ctxOf(admin), { email: email(), role: "member" }, ORIGIN);
    const secret = secretOf(made.url);
    expect(JSON.stringify(await listInvitations(ctxOf(admin), {}))).not.toContain(secret);
    for (const table of ["invitation", "event", "idempotency_key"]) {
      const { rows } = await db().reads.query<{ text: string }>(`select t::text as text from ${table} t`);
      expect(rows.some(({ text }) => text.includes(secret))).toBe(false);
    }
  });

  test.each(["viewer", "member"] as const)("a %s neither makes, reads nor withdraws one", async (role) => {
    const made = await invite(ctxOf(admin), { email: email(), role: "member" }, ORIGIN);
    const other = ctxOf(await makePerson({ role }));
    expect(await refusal(invite(other, { email: email(), role: "viewer" }, ORIGIN))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusal(listInvitations(other, {}))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusal(getInvitation(other, made.id))).toMatchObject({ code: "NOT_FOUND" });
    expect(await refusal(revokeInvitation(other, made.id))).toMatchObject({ code: "NOT_FOUND" });
    expect(await refusal(updateInvitation(other, made.id, { role: "admin" }))).toMatchObject({ code: "NOT_FOUND" });
  });

  test("for someone who is here, or a team that is not, is refused beside its field", async () => {
    const here = await makePerson();
    expect(await refusal(invite(ctxOf(admin), { email: here.email, role: "member" }, ORIGIN))).toMatchObject({ code: "INVALID", path: "email" });
    expect(await refusal(invite(ctxOf(admin), { email: email(), role: "member", teamIds: [newId()] }, ORIGIN))).toMatchObject({
      code: "INVALID",
      path: "teamIds.0",
    });
    expect(await refusal(invite(ctxOf(admin, { scope: "read" }), { email: email(), role: "member" }, ORIGIN))).toMatchObject({ code: "FORBIDDEN" });
  });

  test("takes the place of an older one for the same address", async () => {
    const to = email();
    const first = await invite(ctxOf(admin), { email: to, role: "admin" }, ORIGIN);
    const second = await invite(ctxOf(admin), { email: to, role: "viewer" }, ORIGIN);
    expect(await refusal(accept(secretOf(first.url)))).toMatchObject({ code: "INVALID", path: "token", said: expect.stringContaining("withdrawn") });
    const { personId } = await accept(secretOf(second.url));
    expect(await db().reader.person.findUnique({ where: { id: personId } })).toMatchObject({ role: "viewer" });
  });

  test("used, run out, withdrawn or unknown, its link says so and makes nobody", async () => {
    const used = await invite(ctxOf(admin), { email: email(), role: "member" }, ORIGIN);
    await accept(secretOf(used.url));
    const old = await invite(ctxOf(admin), { email: email(), role: "member" }, ORIGIN);
    await db().writer.invitation.update({ where: { id: old.id }, data: { expiresAt: new Date(Date.now() - 1) } });
    const withdrawn = await invite(ctxOf(admin), { email: email(), role: "member" }, ORIGIN);
    await revokeInvitation(ctxOf(admin), withdrawn.id);
    const people = await db().reader.person.count();
    const said = async (secret: string) => (await refusal(accept(secret))).said;
    expect(await said(secretOf(used.url))).toContain("used already");
    expect(await said(secretOf(old.url))).toContain("run out");
    expect(await said(secretOf(withdrawn.url))).toContain("withdrawn");
    expect(await said("A".repeat(43))).toContain("not known");
    expect(await db().reader.person.count()).toBe(people);
    expect(await openInvitation(secretOf(used.url))).toEqual({ state: "used", row: null });
    expect(await refusal(revokeInvitation(ctxOf(admin), used.id))).toMatchObject({ code: "INVALID" });
    expect(await refusal(revokeInvitation(ctxOf(admin), withdrawn.id))).toMatchObject({ code: "NOT_FOUND" });
  });

  test("accepted twice at once makes one person", async () => {
    const made = await invite(ctxOf(admin), { email: email(), role: "member" }, ORIGIN);
    const both = await Promise.all([1, 2].map((n) => refusal(accept(secretOf(made.url), `Twin ${n}`))));
    expect(both.map(({ code }) => code).sort()).toEqual(["INVALID", "none"]);
    expect(await db().reader.person.count({ where: { email: made.email } })).toBe(1);
  });

  test("a role that an admin changes before it is accepted is the one that counts", async () => {
    const made = await invite(ctxOf(admin), { email: email(), role: "admin" }, ORIGIN);
    await updateInvitation(ctxOf(admin), made.id, { role: "viewer" });
    const { personId } = await accept(secretOf(made.url));
    expect(await db().reader.person.findUnique({ where: { id: personId } })).toMatchObject({ role: "viewer" });
    expect(await eventsOf("invitation.updated", { invitationId: made.id })).toHaveLength(1);
  });

  test("guessing links is refused after thirty tries", async () => {
    for (let i = 0; i < 30; i++) await refusal(accept(newId().padEnd(43, "x")));
    const made = await invite(ctxOf(admin), { email: email(), role: "member" }, ORIGIN);
    expect(await refusal(accept(secretOf(made.url)))).toMatchObject({ code: "RATE_LIMITED" });
  });
});
