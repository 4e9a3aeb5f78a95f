import { beforeAll, describe, expect, test } from "vitest";
import { addActionItem } from "../actions/mutations";
import { getActionItem } from "../actions/queries";
import type { Ctx } from "../auth/ctx";
import { db } from "../db";
import { newId } from "../ids";
import { declareIncident } from "../incidents/mutations";
import { messagesOf } from "../live/rows";
import { addTag, removeTag, updateTag } from "../tags/mutations";
import { ctxOf, withKey } from "../testing/ctx";
import { eventsOf, makePerson, unique } from "../testing/factories";
import { addTimelineEntry, deleteTimelineEntry } from "../timeline/mutations";
import { addFactor, removeFactor, updateFactor } from "./mutations";
import { getFactor, listFactors } from "./queries";
import { AddFactor, UpdateFactor } from "./schema";

let ctx: Ctx;
let viewer: Ctx;
let admin: Ctx;
beforeAll(async () => {
  ctx = ctxOf(await makePerson());
  viewer = ctxOf(await makePerson({ role: "viewer" }));
  admin = ctxOf(await makePerson({ role: "admin" }));
});

const declare = (more: { visibility?: "private" } = {}) => declareIncident(ctx, { title: unique("Pool"), ...more });
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string; details?: { errors?: { path: string }[] } }) =>
      `${error.code} ${error.details?.errors?.map(({ path }) => path).join() ?? ""}`.trim(),
  );
const kinds = async (incidentId: string) =>
  (await db().reader.event.findMany({ where: { incidentId, type: { startsWith: "factor." } }, orderBy: { seq: "asc" } })).map((event) => ({
    type: event.type,
    ...(event.data as { factorId: string; fields?: string[] }),
  }));
const order = async (ref: string) => (await listFactors(ctx, ref)).items.map((factor) => factor.tag);
const written = async (id: string) => (await db().reads.query("select text from search.row where kind = 'factor' and source_id = $1", [id])).rows[0]?.text;

describe("adding a factor", () => {
  test("by its label, whatever its case: the group is the tag's, and search knows it", async () => {
    const { ref, id: incidentId } = await declare();
    const made = await addFactor(ctx, ref, { tag: "NETWORK or dns", role: "worsened", why: "One region resolves elsewhere" });
    expect(made).toMatchObject({ group: "infrastructure", tag: "network or DNS", role: "worsened", combinesWith: [], evidence: [], order: 0, version: 1 });
    expect(await kinds(incidentId)).toEqual([{ type: "factor.added", factorId: made.id }]);
    expect(await written(made.id)).toBe("network or DNS: One region resolves elsewhere");
    expect((await listFactors(ctx, ref)).items).toEqual([made]);
  });

  test("an unknown tag is told with the nearest, a wrong group by its field, an archived one as such", async () => {
    const { ref } = await declare();
    await expect(addFactor(ctx, ref, { tag: "certificate expired" })).rejects.toMatchObject({
      details: { errors: [{ path: "tag", message: expect.stringContaining("certificate expiry") }] },
    });
    expect(await refused(addFactor(ctx, ref, { tag: "race", group: "environment" }))).toBe("INVALID group");
    const tag = await addTag(admin, { group: "code", label: unique("odd") });
    await updateTag(admin, tag.id, { archived: true });
    expect(await refused(addFactor(ctx, ref, { tag: tag.label }))).toBe("INVALID tag");
    expect(await order(ref)).toEqual([]);
  });

  test("evidence is of this incident, and links are links", async () => {
    const [here, other] = [await declare(), await declare()];
    const entry = await addTimelineEntry(ctx, here.ref, { kind: "note", body: "full" });
    const elsewhere = await addTimelineEntry(ctx, other.ref, { kind: "note", body: "full" });
    const evidence = [
      { kind: "entry" as const, id: entry.id },
      { kind: "url" as const, url: "https://example.org/graph", label: "the graph" },
    ];
    const made = await addFactor(ctx, here.ref, { tag: "race", evidence });
    expect(made.evidence).toEqual(evidence);
    expect(await refused(addFactor(ctx, here.ref, { tag: "race", evidence: [evidence[1]!, { kind: "entry", id: elsewhere.id }] }))).toBe(
      "INVALID evidence.1.id",
    );
    expect(await refused(addFactor(ctx, here.ref, { tag: "race", evidence: [{ kind: "change", id: entry.id }] }))).toBe("INVALID evidence.0.id");
    // What was cited stays, also when the entry is gone; a new factor cannot cite it any more.
    await deleteTimelineEntry(ctx, here.ref, entry.id);
    expect((await updateFactor(ctx, here.ref, made.id, { why: "x", evidence })).evidence).toEqual(evidence);
    expect(await refused(addFactor(ctx, here.ref, { tag: "race", evidence }))).toBe("INVALID evidence.0.id");
    for (const bad of [{ kind: "url", url: "javascript:alert(1)" }, { kind: "url" }, { kind: "entry" }, { kind: "entry", id: entry.id, line: 3 }])
      expect(AddFactor.safeParse({ tag: "race", evidence: [bad] }).success).toBe(false);
  });

  test("twice with one key is once; nobody else may", async () => {
    const { ref } = await declare();
    const key = withKey(ctx, "once more");
    const made = await addFactor(key, ref, { tag: "race" });
    await expect(addFactor(key, ref, { tag: "race" })).rejects.toMatchObject({ id: made.id });
    expect(await order(ref)).toEqual(["race"]);
    const hidden = await declare({ visibility: "private" });
    const stranger = ctxOf(await makePerson());
    const inside = await addFactor(ctx, hidden.ref, { tag: "race" });
    for (const [who, at, code] of [
      [viewer, ref, "FORBIDDEN"],
      [stranger, hidden.ref, "NOT_FOUND"],
    ] as const) {
      const id = at === ref ? made.id : inside.id;
      expect(await refused(addFactor(who, at, { tag: "race" }))).toBe(code);
      expect(await refused(updateFactor(who, at, id, { why: "x" }))).toBe(code);
      expect(await refused(removeFactor(who, at, id))).toBe(code);
    }
    expect(await refused(getFactor(stranger, hidden.ref, inside.id))).toBe("NOT_FOUND");
    expect(await refused(getFactor(ctx, ref, inside.id))).toBe("NOT_FOUND");
    expect(await refused(updateFactor(ctx, ref, inside.id, { why: "x" }))).toBe("NOT_FOUND");
  });
});

describe("combining", () => {
  test("is mutual and whole, and both rows travel", async () => {
    const { ref, id: incidentId } = await declare();
    const [a, b] = [await addFactor(ctx, ref, { tag: "race" }), await addFactor(ctx, ref, { tag: "flag state" })];
    const c = await addFactor(ctx, ref, { tag: "traffic spike", combinesWith: [a.id, b.id.toUpperCase(), a.id] });
    expect(c.combinesWith).toEqual([a.id, b.id].sort());
    expect(await getFactor(ctx, ref, a.id)).toMatchObject({ combinesWith: [c.id], version: 2 });
    const after = await updateFactor(ctx, ref, a.id, { combinesWith: [b.id] });
    expect(after.combinesWith).toEqual([b.id]);
    expect((await getFactor(ctx, ref, c.id)).combinesWith).toEqual([b.id]);
    const events = (await kinds(incidentId)).slice(-3);
    expect(events.map((event) => event.factorId).sort()).toEqual([a.id, b.id, c.id].sort());
    const live = await messagesOf(incidentId, ref, [{ seq: 1, type: "factor.updated", data: { factorId: c.id } }]);
    expect(JSON.parse(live[0]!.bytes.toString())).toMatchObject({ row: { id: c.id, combinesWith: [b.id] } });
    await removeFactor(ctx, ref, b.id);
    expect((await listFactors(ctx, ref)).items.map((factor) => factor.combinesWith)).toEqual([[], []]);
    const gone = await messagesOf(incidentId, ref, [{ seq: 2, type: "factor.removed", data: { factorId: b.id } }]);
    expect(JSON.parse(gone[0]!.bytes.toString()).row).toEqual({ id: b.id, gone: true });
    expect(await written(b.id)).toBeUndefined();
  });

  test("with itself or another incident's is refused by its place, and nothing happens", async () => {
    const [here, other] = [await declare(), await declare()];
    const [a, b] = [await addFactor(ctx, here.ref, { tag: "race" }), await addFactor(ctx, other.ref, { tag: "race" })];
    expect(await refused(updateFactor(ctx, here.ref, a.id, { combinesWith: [a.id] }))).toBe("INVALID combinesWith.0");
    expect(await refused(updateFactor(ctx, here.ref, a.id, { combinesWith: [a.id.toUpperCase(), b.id, newId()] }))).toBe(
      "INVALID combinesWith.0,combinesWith.1,combinesWith.2",
    );
    expect(await refused(addFactor(ctx, here.ref, { tag: "race", combinesWith: [a.id, b.id] }))).toBe("INVALID combinesWith.1");
    expect(await getFactor(ctx, here.ref, a.id)).toMatchObject({ combinesWith: [], version: 1 });
  });

  test("by two at once, from both ends, is one line", async () => {
    const { ref } = await declare();
    const [a, b] = [await addFactor(ctx, ref, { tag: "race" }), await addFactor(ctx, ref, { tag: "flag state" })];
    await Promise.all([updateFactor(ctx, ref, a.id, { combinesWith: [b.id] }), updateFactor(ctx, ref, b.id, { combinesWith: [a.id] })]);
    expect((await listFactors(ctx, ref)).items.map((factor) => factor.combinesWith)).toEqual([[b.id], [a.id]]);
    expect(await db().reader.factorPair.count({ where: { incident: { number: Number(ref.slice(4)) } } })).toBe(1);
  });
});

describe("correcting and moving", () => {
  test("a stale version is told with the row as it stands, and loses nothing", async () => {
    const { ref } = await declare();
    const made = await addFactor(ctx, ref, { tag: "race", why: "first" });
    await updateFactor(ctx, ref, made.id, { why: "second" }, 1);
    await expect(updateFactor(ctx, ref, made.id, { why: "third" }, 1)).rejects.toMatchObject({
      code: "CONFLICT",
      details: { current: { why: "second", version: 2 } },
    });
    await expect(removeFactor(ctx, ref, made.id, 1)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await refused(updateFactor(ctx, ref, made.id, {}))).toBe("INVALID");
    expect(await written(made.id)).toBe("race: second");
  });

  test("another tag brings its group", async () => {
    const { ref } = await declare();
    const made = await addFactor(ctx, ref, { tag: "race" });
    expect(await updateFactor(ctx, ref, made.id, { tag: "flag state" })).toMatchObject({ group: "environment", tag: "flag state" });
    expect(await refused(updateFactor(ctx, ref, made.id, { tag: "race", group: "environment" }))).toBe("INVALID group");
    expect(await refused(updateFactor(ctx, ref, made.id, { group: "code" }))).toBe("INVALID group");
  });

  test("new at the end; moving one makes room, and tells who moved without another version", async () => {
    const { ref, id: incidentId } = await declare();
    for (const tag of ["race", "flag state", "data store"]) await addFactor(ctx, ref, { tag });
    const first = await addFactor(ctx, ref, { tag: "alert noise", order: 0 });
    expect(await order(ref)).toEqual(["alert noise", "race", "flag state", "data store"]);
    await updateFactor(ctx, ref, first.id, { order: 2 });
    expect(await order(ref)).toEqual(["race", "flag state", "alert noise", "data store"]);
    await updateFactor(ctx, ref, first.id, { order: 10_000 });
    const { items } = await listFactors(ctx, ref);
    expect(items.map((factor) => [factor.tag, factor.order, factor.version])).toEqual([
      ["race", 0, 1],
      ["flag state", 1, 1],
      ["data store", 2, 1],
      ["alert noise", 3, 3],
    ]);
    expect((await kinds(incidentId)).at(-1)).toEqual({ type: "factor.updated", factorId: items[2]!.id, fields: ["order"] });
    await removeFactor(ctx, ref, items[1]!.id);
    await addFactor(ctx, ref, { tag: "slow query" });
    expect(await order(ref)).toEqual(["race", "data store", "alert noise", "slow query"]);
    expect(UpdateFactor.safeParse({ order: -1 }).success).toBe(false);
  });

  test("an action item that was made from it stays when it goes", async () => {
    const { ref, id: incidentId } = await declare();
    const made = await addFactor(ctx, ref, { tag: "race" });
    const item = await db().writer.actionItem.create({ data: { incidentId, title: "Lock it", factorId: made.id, createdById: ctx.actor.id } });
    await removeFactor(ctx, ref, made.id);
    expect(await db().reader.actionItem.findUnique({ where: { id: item.id } })).toMatchObject({ factorId: null });
    expect(await eventsOf("action.updated", { actionItemId: item.id })).toMatchObject([{ incidentId }]);
  });

  test("taken out it comes back as the same one: its items, its partners, its place, and what it cited", async () => {
    const { ref, id: incidentId } = await declare();
    const entry = await addTimelineEntry(ctx, ref, { kind: "note", body: "seen" });
    const [a, b] = [await addFactor(ctx, ref, { tag: "race" }), await addFactor(ctx, ref, { tag: "flag state" })];
    const evidence = [{ kind: "entry" as const, id: entry.id }];
    const made = await updateFactor(ctx, ref, a.id, { combinesWith: [b.id], evidence, why: "Both" });
    const { id } = await addActionItem(ctx, ref, { title: "Lock it", factorId: a.id });
    await removeFactor(ctx, ref, a.id);
    await deleteTimelineEntry(ctx, ref, entry.id);
    const again = { id: a.id, tag: "race", why: "Both", evidence, combinesWith: [b.id], order: 0 };
    expect(await refused(addFactor(viewer, ref, again))).toBe("FORBIDDEN");
    expect(await refused(addFactor(ctx, ref, { ...again, id: undefined }))).toBe("INVALID evidence.0.id");
    expect(await refused(addFactor(ctx, ref, { ...again, id: newId() }))).toBe("INVALID id");
    const backs = await Promise.all([1, 2].map(() => addFactor(ctx, ref, again)));
    expect(backs[0]).toEqual({ ...made, version: backs[1]!.version });
    expect(backs[0]!.version).toBeGreaterThan(made.version);
    expect(await order(ref)).toEqual(["race", "flag state"]);
    expect((await getActionItem(ctx, id)).factorId).toBe(a.id);
    expect((await eventsOf("action.updated", { actionItemId: id })).map((event) => event.incidentId)).toEqual([incidentId, incidentId]);
    expect((await kinds(incidentId)).filter(({ type }) => type === "factor.added")).toHaveLength(3);
    // One that was loaded rather than told comes back as well.
    await db().writer.event.deleteMany({ where: { type: "factor.added", incidentId } });
    await removeFactor(ctx, ref, b.id);
    expect(await addFactor(ctx, ref, { id: b.id, tag: "flag state" })).toMatchObject({ id: b.id });
    const other = await declare();
    expect(await refused(addFactor(ctx, other.ref, { id: a.id, tag: "race" }))).toBe("INVALID id");
  });

  test("a tag that goes while it is taken is archived, or was not there: nothing hangs in the air", async () => {
    const { ref } = await declare();
    for (let n = 0; n < 6; n++) {
      const tag = await addTag(admin, { group: "code", label: unique("fleeting") });
      const [added] = await Promise.all([refused(addFactor(ctx, ref, { tag: tag.label })), removeTag(admin, tag.id)]);
      const left = await db().reader.factorTag.findUnique({ where: { id: tag.id } });
      expect([added, left?.archivedAt ? "archived" : left]).toEqual(added === "done" ? ["done", "archived"] : ["INVALID tag", null]);
    }
  });
});
