import { beforeAll, describe, expect, test } from "vitest";
import type { Ctx } from "../auth/ctx";
import { db } from "../db";
import { addFactor } from "../factors/mutations";
import { FACTOR_GROUPS } from "../factors/words";
import { SHIPPED_TAGS } from "./words";
import { declareIncident } from "../incidents/mutations";
import { retellTag } from "../search/factors";
import { ctxOf } from "../testing/ctx";
import { eventsOf, makePerson, unique } from "../testing/factories";
import { addTag, removeTag, updateTag } from "./mutations";
import { getTag, listTags } from "./queries";
import { AddFactorTag } from "./schema";

let ctx: Ctx;
let admin: Ctx;
beforeAll(async () => {
  ctx = ctxOf(await makePerson());
  admin = ctxOf(await makePerson({ role: "admin" }));
});
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string; details?: { errors?: { path: string }[] } }) => `${error.code} ${error.details?.errors?.[0]?.path ?? ""}`.trim(),
  );
const label = () => unique("label");

describe("tags", () => {
  test("come with Candor as its words say, by group", async () => {
    const shipped = (await listTags(ctx)).items.filter((tag) => tag.shipped);
    expect(shipped.length).toBe(FACTOR_GROUPS.flatMap((group) => SHIPPED_TAGS[group]).length);
    for (const group of FACTOR_GROUPS) {
      const of = (await listTags(ctx, { group })).items.filter((tag) => tag.shipped).map((tag) => tag.label);
      expect(of.sort()).toEqual([...SHIPPED_TAGS[group]].sort());
    }
  });

  test("are added by admins, each label once whatever its case", async () => {
    const name = label();
    const tag = await addTag(admin, { group: "code", label: name });
    expect(tag).toMatchObject({ group: "code", label: name, shipped: false, archivedAt: null, version: 1 });
    expect(await eventsOf("factor_tag.added", { tagId: tag.id })).toMatchObject([{ incidentId: null, actorId: admin.actor.id }]);
    expect(await refused(addTag(admin, { group: "environment", label: name.toUpperCase() }))).toBe("INVALID label");
    const twice = label();
    const both = await Promise.all([1, 2].map(() => refused(addTag(admin, { group: "code", label: twice }))));
    expect(both.sort()).toEqual(["INVALID label", "done"]);
    expect(AddFactorTag.safeParse({ group: "code", label: "one, two" }).success).toBe(false);
  });

  test("are not for others to change", async () => {
    const tag = await addTag(admin, { group: "code", label: label() });
    for (const who of [ctx, ctxOf(await makePerson({ role: "viewer" }))]) {
      expect(await refused(addTag(who, { group: "code", label: label() }))).toBe("FORBIDDEN");
      expect(await refused(updateTag(who, tag.id, { label: label() }))).toBe("FORBIDDEN");
      expect(await refused(removeTag(who, tag.id))).toBe("FORBIDDEN");
      expect(await getTag(who, tag.id)).toEqual(tag);
    }
    expect(await refused(updateTag(admin, "0192f0c1-0000-7000-8000-000000000000", { label: "x" }))).toBe("NOT_FOUND");
    expect(await refused(removeTag(admin, "nothing"))).toBe("NOT_FOUND");
  });

  test("that nobody uses go; those in use and those of the list are archived, and come back", async () => {
    const [unused, used] = [await addTag(admin, { group: "code", label: label() }), await addTag(admin, { group: "code", label: label() })];
    const { ref } = await declareIncident(ctx, { title: unique("Pool") });
    await addFactor(ctx, ref, { tag: used.label });
    await removeTag(admin, unused.id);
    expect(await refused(getTag(admin, unused.id))).toBe("NOT_FOUND");
    expect(await eventsOf("factor_tag.removed", { tagId: unused.id })).toHaveLength(1);
    await removeTag(admin, used.id);
    expect((await getTag(admin, used.id)).archivedAt).not.toBeNull();
    const ids = async (archived: boolean) => (await listTags(ctx, { archived })).items.map((tag) => tag.id);
    expect([(await ids(false)).includes(used.id), (await ids(true)).includes(used.id)]).toEqual([false, true]);
    expect(await refused(addTag(admin, { group: "code", label: used.label }))).toBe("INVALID label");
    expect((await updateTag(admin, used.id, { archived: false })).archivedAt).toBeNull();
    const shipped = (await listTags(ctx, { group: "organisation" })).items.find((tag) => tag.label === "handover")!;
    await removeTag(admin, shipped.id);
    expect((await getTag(ctx, shipped.id)).archivedAt).not.toBeNull();
    await updateTag(admin, shipped.id, { archived: false });
  });

  test("keep their group while they are in use, tell a stale version, and search learns a new label", async () => {
    const tag = await addTag(admin, { group: "code", label: label() });
    expect((await updateTag(admin, tag.id, { group: "environment" }, 1)).group).toBe("environment");
    await expect(updateTag(admin, tag.id, { label: label() }, 1)).rejects.toMatchObject({ code: "CONFLICT", details: { current: { version: 2 } } });
    const { ref } = await declareIncident(ctx, { title: unique("Pool") });
    const [why, bare] = [await addFactor(ctx, ref, { tag: tag.label, why: "it was" }), await addFactor(ctx, ref, { tag: tag.label })];
    expect(await refused(updateTag(admin, tag.id, { group: "code" }))).toBe("INVALID group");
    const renamed = await updateTag(admin, tag.id, { label: label() });
    await retellTag(tag.id, new AbortController().signal);
    const { rows } = await db().reads.query("select source_id as id, text from search.row where kind = 'factor' and source_id = any($1)", [[why.id, bare.id]]);
    expect(new Map(rows.map((row) => [row.id, row.text]))).toEqual(
      new Map([
        [why.id, `${renamed.label}: it was`],
        [bare.id, renamed.label],
      ]),
    );
  });
});
