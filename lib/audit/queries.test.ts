import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { AppError } from "../errors";
import { newId } from "../ids";
import { invite } from "../invitations/mutations";
import { updatePerson } from "../people/mutations";
import { ctxOf } from "../testing/ctx";
import { makePerson, type TestPerson } from "../testing/factories";
import { createToken, renameToken } from "../tokens/mutations";
import { auditCsv, listAudit } from "./queries";

let admin: TestPerson;
let ada: TestPerson;

beforeAll(async () => {
  await makePerson();
});
beforeEach(async () => {
  admin = await makePerson({ role: "admin" });
  ada = await makePerson({ name: "=HYPERLINK(1)", email: `${newId()}@example.org` });
});

const codeOf = (run: () => unknown) =>
  Promise.resolve()
    .then(run)
    .then(
      () => "ok",
      (error: AppError) => error.code,
    );

describe("the audit log", () => {
  test("is for admins", async () => {
    for (const role of ["viewer", "member"] as const) {
      const other = ctxOf(await makePerson({ role }));
      expect(await codeOf(() => listAudit(other, {}))).toBe("FORBIDDEN");
      expect(await codeOf(() => auditCsv(other, {}))).toBe("FORBIDDEN");
    }
  });

  test("tells who did what, with names for the ids, newest first", async () => {
    await updatePerson(ctxOf(admin), ada.id, { role: "viewer" });
    const made = await invite(ctxOf(admin), { email: `${ada.id}@example.org`, role: "member" }, "http://localhost");
    const { items } = await listAudit(ctxOf(admin), { actor: admin.id });
    expect(items.map(({ type }) => type)).toEqual(["invitation.made", "person.role_changed"]);
    expect(items[0]).toMatchObject({ actor: { id: admin.id, name: admin.name }, names: { [made.id]: `${ada.id}@example.org` } });
    expect(items[1]!.names).toEqual({ [ada.id]: "=HYPERLINK(1)" });
  });

  test("filters by type, noun, person and time, and pages", async () => {
    const made = await createToken(ctxOf(ada), { name: "a", scope: "read" });
    for (const name of ["b", "c", "d"]) await renameToken(ctxOf(ada), made.id, { name });
    const types = async (query: object) => (await listAudit(ctxOf(admin), { actor: ada.id, ...query })).items.map(({ type }) => type);
    expect(await types({ type: "token.made" })).toEqual(["token.made"]);
    expect(await types({ type: "token" })).toHaveLength(4);
    expect(await types({ type: "timeline" })).toEqual([]);
    expect(await types({ from: new Date(Date.now() - 60_000), to: new Date(Date.now() + 1000) })).toHaveLength(4);
    expect(await types({ from: new Date(Date.now() + 60_000) })).toEqual([]);
    expect(await types({ to: new Date(Date.now() - 3_600_000) })).toEqual([]);
    const first = await listAudit(ctxOf(admin), { actor: ada.id, limit: 3 });
    const second = await listAudit(ctxOf(admin), { actor: ada.id, limit: 3, cursor: first.nextCursor! });
    expect([...first.items, ...second.items]).toHaveLength(4);
    expect(second.nextCursor).toBeNull();
    expect(await codeOf(() => listAudit(ctxOf(admin), { cursor: "nonsense" }))).toBe("INVALID");
    expect(await codeOf(() => listAudit(ctxOf(admin), { incident: "INC-999999" }))).toBe("ok");
  });

  test("as CSV it is whole, and no cell of it is computed", async () => {
    const made = await createToken(ctxOf(ada), { name: "a", scope: "read" });
    for (let i = 0; i < 600; i += 200) await Promise.all(Array.from({ length: 4 }, () => renameToken(ctxOf(ada), made.id, { name: `n${i}` })));
    const text = await new Response(auditCsv(ctxOf(admin), { actor: ada.id })).text();
    const lines = text.trimEnd().split("\r\n");
    expect(lines[0]).toBe("time (UTC),event,who,incident,number in incident,details");
    expect(lines).toHaveLength(14);
    expect(lines[1]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z,token\.updated,'=HYPERLINK\(1\),,,fields: name; tokenId: n\d+$/);
  });
});
