import { beforeEach, describe, expect, test } from "vitest";
import { authenticate } from "../auth/authenticate";
import { db } from "../db";
import type { AppError } from "../errors";
import { newId } from "../ids";
import { updatePerson } from "../people/mutations";
import { ctxOf } from "../testing/ctx";
import { eventsOf, makePerson, makeToken, type TestPerson } from "../testing/factories";
import { createToken, renameToken, revokeToken } from "./mutations";
import { getToken, listTokens } from "./queries";

let ada: TestPerson;
beforeEach(async () => {
  ada = await makePerson();
});

const codeOf = (run: Promise<unknown>) =>
  run.then(
    () => "ok",
    (error: AppError) => error.code,
  );
const callerOf = (token: string) => authenticate({ headers: new Headers({ authorization: `Bearer ${token}` }) }, newId());

describe("an API token", () => {
  test("is shown once, stored hashed, and works with its scope", async () => {
    const made = await createToken(ctxOf(ada), { name: "CI", scope: "read" });
    expect(made.token).toMatch(/^candor_[\w-]{43}$/);
    expect(made.hint).toBe(made.token!.slice(-4));
    expect((await callerOf(made.token!))?.ctx).toMatchObject({ scope: "read", actor: { id: ada.id } });
    expect(JSON.stringify(await listTokens(ctxOf(ada)))).not.toContain(made.token);
    for (const table of ["api_token", "event"]) {
      const { rows } = await db().reads.query<{ text: string }>(`select t::text as text from ${table} t`);
      expect(rows.some(({ text }) => text.includes(made.token!) || text.includes(made.token!.slice(7)))).toBe(false);
    }
    expect(await eventsOf("token.made", { tokenId: made.id })).toMatchObject([{ actorId: ada.id, data: { scope: "read" } }]);
  });

  test("a viewer may hold one; a token that only reads makes none", async () => {
    const viewer = await makePerson({ role: "viewer" });
    expect(await codeOf(createToken(ctxOf(viewer), { name: "mine", scope: "write" }))).toBe("ok");
    expect(await codeOf(createToken(ctxOf(ada, { scope: "read" }), { name: "more", scope: "write" }))).toBe("FORBIDDEN");
  });

  test("revoked, run out, of someone who left, or misspelt, it opens nothing", async () => {
    const made = await createToken(ctxOf(ada), { name: "CI", scope: "write" });
    await revokeToken(ctxOf(ada), made.id);
    expect(await callerOf(made.token!)).toBeNull();
    expect(await eventsOf("token.revoked", { tokenId: made.id })).toHaveLength(1);
    expect(await codeOf(revokeToken(ctxOf(ada), made.id))).toBe("NOT_FOUND");
    expect(await callerOf(await makeToken(ada, { expiresAt: new Date(Date.now() - 1) }))).toBeNull();
    const standing = await makeToken(ada);
    expect(await callerOf(`${standing.slice(0, -1)}_`)).toBeNull();
    expect(await callerOf(standing)).not.toBeNull();
    await updatePerson(ctxOf(await makePerson({ role: "admin" })), ada.id, { disabled: true });
    expect(await callerOf(standing)).toBeNull();
  });

  test("is one's own: not there for others, admins too", async () => {
    const made = await createToken(ctxOf(ada), { name: "CI", scope: "write" });
    for (const role of ["viewer", "member", "admin"] as const) {
      const other = ctxOf(await makePerson({ role }));
      expect(await codeOf(getToken(other, made.id))).toBe("NOT_FOUND");
      expect(await codeOf(renameToken(other, made.id, { name: "x" }))).toBe("NOT_FOUND");
      expect(await codeOf(revokeToken(other, made.id))).toBe("NOT_FOUND");
    }
    expect(await renameToken(ctxOf(ada), made.id, { name: "Build" })).toMatchObject({ name: "Build" });
    expect(await codeOf(getToken(ctxOf(ada), "nonsense"))).toBe("NOT_FOUND");
  });

  test("are listed in pages, newest first", async () => {
    for (const name of ["a", "b", "c"]) await createToken(ctxOf(ada), { name, scope: "read" });
    const first = await listTokens(ctxOf(ada), { limit: 2 });
    const second = await listTokens(ctxOf(ada), { limit: 2, cursor: first.nextCursor! });
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(["c", "b", "a"]);
    expect(second.nextCursor).toBeNull();
  });
});
