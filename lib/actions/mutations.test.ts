import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "../auth/ctx";
import { listActionItems } from "../backlog/queries";
import { db } from "../db";
import { addFactor, removeFactor } from "../factors/mutations";
import { newId } from "../ids";
import { listInbox } from "../inbox/queries";
import { declareIncident } from "../incidents/mutations";
import { messagesOf } from "../live/rows";
import { takeRole } from "../roles/mutations";
import { ctxOf, withKey } from "../testing/ctx";
import { makePerson, makeService, makeTeam, type TestPerson, unique } from "../testing/factories";
import { addTimelineEntry, deleteTimelineEntry } from "../timeline/mutations";
import { addActionItem, removeActionItem, snoozeActionItem, updateActionItem, updateActionItems } from "./mutations";
import { getActionItem, listIncidentActions } from "./queries";
import { SnoozeActionItem, UpdateActionItem } from "./schema";

let ada: TestPerson;
let bo: TestPerson;
let ctx: Ctx;
let viewer: Ctx;
let stranger: Ctx;
beforeAll(async () => {
  [ada, bo] = await Promise.all([makePerson(), makePerson()]);
  ctx = ctxOf(ada);
  viewer = ctxOf(await makePerson({ role: "viewer" }));
  stranger = ctxOf(await makePerson());
});

const declare = (more: { visibility?: "private"; serviceIds?: string[] } = {}) => declareIncident(ctx, { title: unique("Pool"), ...more });
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string; details?: { errors?: { path: string; code?: string }[] } }) =>
      `${error.code} ${error.details?.errors?.map(({ path, code }) => [path, code].filter(Boolean).join(":")).join() ?? ""}`.trim(),
  );
const events = async (incidentId: string) =>
  (await db().reader.event.findMany({ where: { incidentId, type: { startsWith: "action." } }, orderBy: { seq: "asc" } })).map(({ type, data }) => ({
    type,
    ...(data as object),
  }));
const written = async (id: string) => (await db().reads.query("select text from search.row where kind = 'action' and source_id = $1", [id])).rows[0]?.text;
const inboxOf = async (person: TestPerson) => (await listInbox(ctxOf(person))).items.map(({ kind, title, excerpt, url }) => ({ kind, title, excerpt, url }));
const far = "2099-12-24";

describe("adding an action item", () => {
  it("is an ACT of its own, live, found by its words, and its owner is told", async () => {
    const { ref, id: incidentId } = await declare();
    const owner = await makePerson();
    const input = {
      title: "Alert when the pool is nearly full",
      finishTest: "It fires in a drill",
      dueOn: far,
      ownerId: owner.id,
      type: "detect",
      priority: "P1",
    } as const;
    const made = await addActionItem(ctx, ref, input);
    expect(made).toMatchObject({
      title: input.title,
      incidentRef: ref,
      status: "open",
      owner: { id: owner.id },
      ownerLeft: false,
      dueOn: far,
      version: 1,
      held: [],
    });
    expect(made.ref).toMatch(/^ACT-\d+$/);
    expect(await getActionItem(ctx, made.ref)).toEqual(made);
    expect((await listIncidentActions(ctx, ref)).items).toEqual([made]);
    expect(await events(incidentId)).toEqual([{ type: "action.added", actionItemId: made.id }]);
    expect(await written(made.id)).toBe("Alert when the pool is nearly full\nIt fires in a drill");
    expect(await inboxOf(owner)).toEqual([
      { kind: "action", title: `${ada.name} asks you to look after ${made.ref}`, excerpt: input.title, url: `/actions/${made.ref}` },
    ]);
    await addActionItem(ctx, ref, { title: "Mine", ownerId: ada.id });
    expect(await inboxOf(ada)).toEqual([]);
    const [message] = await messagesOf(incidentId, ref, [{ seq: 1, type: "action.added", data: { actionItemId: made.id } }]);
    expect(JSON.parse(message!.bytes.toString()).row).toEqual(made);
  });

  it("from a factor, a hole and an entry of this incident; it outlives them", async () => {
    const [here, other] = [await declare(), await declare()];
    const factor = await addFactor(ctx, here.ref, { tag: "race" });
    const entry = await addTimelineEntry(ctx, here.ref, { kind: "note", body: "full" });
    const elsewhere = [await addFactor(ctx, other.ref, { tag: "race" }), await addTimelineEntry(ctx, other.ref, { kind: "note", body: "full" })] as const;
    const made = await addActionItem(ctx, here.ref, { title: "Lock it", factorId: factor.id, entryId: entry.id, net: "unit" });
    expect(made).toMatchObject({ factorId: factor.id, entryId: entry.id, net: "unit" });
    const wrong = { title: "x", factorId: elsewhere[0].id, entryId: elsewhere[1].id };
    expect(await refused(addActionItem(ctx, here.ref, wrong))).toBe("INVALID factorId,entryId");
    await removeFactor(ctx, here.ref, factor.id);
    expect((await getActionItem(ctx, made.id)).factorId).toBeNull();
    await deleteTimelineEntry(ctx, here.ref, entry.id);
    expect(await refused(addActionItem(ctx, here.ref, { title: "x", entryId: entry.id }))).toBe("INVALID entryId");
  });

  it("refuses each by its field: a past day, one who left, who does not exist, an unknown team", async () => {
    const { ref } = await declare();
    const left = await makePerson({ disabledAt: new Date() });
    const bad = { title: "x", dueOn: "2020-01-01", ownerId: left.id, teamId: newId() };
    expect(await refused(addActionItem(ctx, ref, bad))).toBe("INVALID dueOn,ownerId,teamId");
    expect(await refused(addActionItem(ctx, ref, { title: "x", ownerId: newId() }))).toBe("INVALID ownerId");
    expect((await listIncidentActions(ctx, ref)).items).toEqual([]);
  });

  it("twice with one key is once; not by a viewer, nor where one cannot see", async () => {
    const { ref } = await declare();
    const key = withKey(ctx, "once more");
    const made = await addActionItem(key, ref, { title: "Once" });
    await expect(addActionItem(key, ref, { title: "Once" })).rejects.toMatchObject({ id: made.id });
    const hidden = await declare({ visibility: "private" });
    const inside = await addActionItem(ctx, hidden.ref, { title: "Inside" });
    for (const [who, at, item, code] of [
      [viewer, ref, made, "FORBIDDEN"],
      [stranger, hidden.ref, inside, "NOT_FOUND"],
    ] as const) {
      expect(await refused(addActionItem(who, at, { title: "x" }))).toBe(code);
      for (const named of [item.id, item.ref]) {
        expect(await refused(updateActionItem(who, named, { title: "x" }))).toBe(code);
        expect(await refused(snoozeActionItem(who, named, { until: null, why: "" }))).toBe(code);
        expect(await refused(removeActionItem(who, named))).toBe(code);
      }
    }
    expect(await refused(getActionItem(stranger, inside.ref))).toBe("NOT_FOUND");
    for (const nothing of ["ACT-0", "ACT-999999999", "INC-1", "x", undefined]) expect(await refused(getActionItem(ctx, nothing))).toBe("NOT_FOUND");
  });

  it("lets its owner into a private incident only when that is said", async () => {
    const { ref } = await declare({ visibility: "private" });
    const owner = await makePerson();
    expect(await refused(addActionItem(ctx, ref, { title: "x", ownerId: owner.id }))).toBe("INVALID ownerId:not_let_in");
    const made = await addActionItem(ctx, ref, { title: "x" });
    expect(await refused(updateActionItem(ctx, made.id, { ownerId: owner.id }))).toBe("INVALID ownerId:not_let_in");
    expect(await refused(updateActionItems(ctx, { ids: [made.id], set: { ownerId: owner.id } }))).toBe("INVALID set.ownerId:not_let_in");
    expect((await updateActionItem(ctx, made.id, { ownerId: owner.id, letIn: true })).owner?.id).toBe(owner.id);
    expect((await getActionItem(ctxOf(owner), made.ref)).title).toBe("x");
  });
});

describe("changing an action item", () => {
  it("done is noted and taken back; what is not done has its reason", async () => {
    const { ref, id: incidentId } = await declare();
    const { id, version } = await addActionItem(ctx, ref, { title: "Test it", ownerId: bo.id });
    const done = await updateActionItem(ctx, id, { status: "done", evidenceUrl: "https://ci.example/7" }, version);
    expect(done).toMatchObject({ status: "done", doneAt: expect.any(String), evidenceUrl: "https://ci.example/7", version: 2 });
    expect(await inboxOf(bo)).toEqual([]);
    expect((await db().reader.actionItem.findUniqueOrThrow({ where: { id } })).doneById).toBe(ada.id);
    expect((await updateActionItem(ctxOf(bo), id, { status: "done" })).doneAt).toBe(done.doneAt);
    expect(await updateActionItem(ctx, id, { status: "open" })).toMatchObject({ status: "open", doneAt: null });
    expect(await refused(updateActionItem(ctx, id, { status: "wont_do" }))).toBe("INVALID reason");
    expect(await updateActionItem(ctx, id, { status: "wont_do", reason: "The service goes away" })).toMatchObject({ reason: "The service goes away" });
    expect(await refused(updateActionItem(ctx, id, { reason: "" }))).toBe("INVALID reason");
    expect(await updateActionItem(ctx, id, { status: "in_progress" })).toMatchObject({ reason: "", doneAt: null });
    expect((await events(incidentId)).at(1)).toEqual({ type: "action.updated", actionItemId: id, fields: ["status", "evidenceUrl"] });
    await expect(updateActionItem(ctx, id, { title: "late" }, 1)).rejects.toMatchObject({ code: "CONFLICT", details: { current: { id, title: "Test it" } } });
    expect(await refused(updateActionItem(ctx, id, {}))).toBe("INVALID");
    expect(UpdateActionItem.safeParse({ dueOn: "2026-02-30" }).success).toBe(false);
  });

  it("a day that has passed stays; moving it there is refused, unless it is history", async () => {
    const { ref } = await declare();
    const { id } = await addActionItem(ctx, ref, { title: "Late", dueOn: far });
    await db().writer.actionItem.update({ where: { id }, data: { dueOn: new Date("2026-01-05"), remindedAt: new Date() } });
    expect(await updateActionItem(ctx, id, { dueOn: "2026-01-05", title: "Later" })).toMatchObject({ dueOn: "2026-01-05", title: "Later" });
    expect(await refused(updateActionItem(ctx, id, { dueOn: "2026-01-06" }))).toBe("INVALID dueOn");
    expect(await refused(updateActionItems(ctx, { ids: [id], set: { dueOn: "2026-01-06" } }))).toBe("INVALID set.dueOn");
    expect(await updateActionItem(ctx, id, { dueOn: "2026-01-06", status: "done" })).toMatchObject({ dueOn: "2026-01-06" });
    await updateActionItem(ctx, id, { dueOn: far, status: "open" });
    expect((await db().reader.actionItem.findUniqueOrThrow({ where: { id } })).remindedAt).toBeNull();
  });

  it("another owner is told, who had it before waits for nothing, and who took it is not told", async () => {
    const { ref } = await declare();
    const [cy, di] = [await makePerson(), await makePerson()];
    const { id, ref: act } = await addActionItem(ctx, ref, { title: "Hand it on", ownerId: cy.id });
    expect(await inboxOf(cy)).toHaveLength(1);
    await updateActionItem(ctxOf(cy), id, { ownerId: di.id });
    expect(await inboxOf(cy)).toEqual([]);
    expect(await inboxOf(di)).toEqual([expect.objectContaining({ kind: "action", title: `${cy.name} asks you to look after ${act}` })]);
    await updateActionItem(ctxOf(cy), id, { ownerId: cy.id });
    expect(await inboxOf(cy)).toEqual([]);
    await updateActionItem(ctx, id, { title: "Only its title" });
    expect(await inboxOf(cy)).toEqual([]);
    await updateActionItem(ctx, id, { ownerId: null });
    expect((await getActionItem(ctx, id)).owner).toBeNull();
  });

  it("waits until a time, with its reason, and wakes", async () => {
    const { ref } = await declare();
    const { id } = await addActionItem(ctx, ref, { title: "Later" });
    const until = new Date(Date.now() + 86_400_000);
    expect(await refused(snoozeActionItem(ctx, id, { until, why: "" }))).toBe("INVALID why");
    expect(await refused(snoozeActionItem(ctx, id, { until: new Date(), why: "x" }))).toBe("INVALID until");
    expect(await snoozeActionItem(ctx, id, { until, why: "The vendor answers in May" })).toMatchObject({
      snoozedUntil: until.toISOString(),
      snoozeWhy: "The vendor answers in May",
    });
    expect(await snoozeActionItem(ctx, id, SnoozeActionItem.parse({ until: null }))).toMatchObject({ snoozedUntil: null, snoozeWhy: "" });
  });

  it("is taken out with its words and what waited, and its number is not given again", async () => {
    const { ref, id: incidentId } = await declare();
    const made = await addActionItem(ctx, ref, { title: "Gone", ownerId: bo.id });
    await expect(removeActionItem(ctx, made.ref, 7)).rejects.toMatchObject({ code: "CONFLICT" });
    await removeActionItem(ctx, made.ref, 1);
    expect(await refused(getActionItem(ctx, made.id))).toBe("NOT_FOUND");
    expect(await written(made.id)).toBeUndefined();
    expect(await inboxOf(bo)).toEqual([]);
    expect((await events(incidentId)).at(-1)).toEqual({ type: "action.removed", actionItemId: made.id });
    const [message] = await messagesOf(incidentId, ref, [{ seq: 9, type: "action.removed", data: { actionItemId: made.id } }]);
    expect(JSON.parse(message!.bytes.toString()).row).toEqual({ id: made.id, gone: true });
    expect(Number((await addActionItem(ctx, ref, { title: "Next" })).ref.slice(4))).toBeGreaterThan(Number(made.ref.slice(4)));
  });
});

describe("several at once", () => {
  it("across incidents, all or none", async () => {
    const [one, two] = [await declare(), await declare({ visibility: "private" })];
    const items = [
      await addActionItem(ctx, two.ref, { title: "a" }),
      await addActionItem(ctx, one.ref, { title: "b" }),
      await addActionItem(ctx, one.ref, { title: "c" }),
    ];
    const ids = items.map(({ id }) => id);
    const after = await updateActionItems(ctx, { ids: [...ids, ids[0]!], set: { ownerId: ada.id, dueOn: far } });
    expect(after.items.map(({ id, owner, dueOn, version }) => [id, owner?.id, dueOn, version])).toEqual(ids.map((id) => [id, ada.id, far, 2]));
    expect(await events(one.id)).toHaveLength(4);
    expect(await refused(updateActionItems(ctx, { ids: [ids[1]!, newId()], set: { priority: "P0" } }))).toBe("INVALID ids.1");
    expect(await refused(updateActionItems(stranger, { ids: [ids[1]!, ids[0]!], set: { priority: "P0" } }))).toBe("INVALID ids.1");
    expect(await refused(updateActionItems(viewer, { ids: [ids[1]!], set: { priority: "P0" } }))).toBe("FORBIDDEN");
    expect(await refused(updateActionItems(ctx, { ids, set: { status: "wont_do" } }))).toBe("INVALID set.reason");
    expect(await refused(updateActionItems(ctx, { ids, set: {} }))).toBe("INVALID");
    for (const id of ids) expect(await getActionItem(ctx, id)).toMatchObject({ priority: null, status: "open", version: 2 });
  });

  it("in opposite orders at once, nobody waits for ever", async () => {
    const items: string[] = [];
    for (let n = 0; n < 4; n++) items.push((await addActionItem(ctx, (await declare()).ref, { title: "x" })).id);
    await Promise.all(
      [1, 2, 3, 4, 5, 6].map((n) => updateActionItems(ctx, { ids: n % 2 ? items : [...items].reverse(), set: { priority: `P${n % 4}` as "P0" } })),
    );
    expect((await getActionItem(ctx, items[0])).version).toBe(7);
  });
});

describe("lists", () => {
  it("by owner, team, service, status, type, day and words; paged without a gap", async () => {
    const service = await makeService();
    const [owner, mate] = [await makePerson(), await makePerson()];
    const team = await makeTeam({ members: [{ person: owner }, { person: mate }] });
    const { ref } = await declare({ serviceIds: [service.id] });
    const word = unique("zebra").replaceAll(" ", "");
    const make = (title: string, more: object = {}) => addActionItem(ctx, ref, { title: `${word} ${title}`, ...more });
    const soon = await make("Soon", { ownerId: owner.id, dueOn: "2098-01-02", type: "detect" });
    const late = await make("Late é", { ownerId: owner.id, dueOn: far });
    const never = await make("No day", { ownerId: owner.id });
    const mates = await make("Mate's", { ownerId: mate.id, dueOn: "2098-01-01" });
    const teams = await make("Team's", { teamId: team.id });
    const done = await make("Done", { ownerId: owner.id });
    await updateActionItem(ctx, done.id, { status: "done" });
    await db().writer.actionItem.update({ where: { id: soon.id }, data: { dueOn: new Date("2026-01-02") } });
    const titles = async (query: Parameters<typeof listActionItems>[1], who = ctx) => {
      const { items } = await listActionItems(who, query);
      return items.map(({ title }) => title.replace(`${word} `, ""));
    };
    const open = ["open", "in_progress"] as const;
    const openOnes = { status: [...open] };
    expect(await titles({ owner: "me", ...openOnes }, ctxOf(owner))).toEqual(["Soon", "Late é", "No day"]);
    expect(await titles({ owner: owner.id })).toEqual(["Done", "No day", "Late é", "Soon"]);
    expect(await titles({ team: "mine", ...openOnes }, ctxOf(mate))).toEqual(["Soon", "Mate's", "Late é", "No day", "Team's"]);
    expect(await titles({ team: team.id, status: ["done"] })).toEqual(["Done"]);
    expect(await titles({ team: team.id, owner: mate.id })).toEqual(["Mate's"]);
    expect(await titles({ service: service.id, overdue: true })).toEqual(["Soon"]);
    expect(await titles({ service: service.id, type: ["detect", "repair"] })).toEqual(["Soon"]);
    expect(await titles({ service: service.id, ...openOnes, overdue: false })).toEqual(["Mate's", "Late é", "No day", "Team's"]);
    expect(await titles({ q: `${word.slice(0, 8)} LATE E`, ...openOnes })).toEqual(["Late é"]);
    expect(await titles({ q: soon.ref.toLowerCase() })).toEqual(["Soon"]);
    expect(await titles({ q: "' | !! (" })).toEqual([]);
    expect(await titles({ service: newId() })).toEqual([]);
    for (const query of [{ service: service.id, ...openOnes }, { q: word }, { team: team.id, ...openOnes }, {}]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listActionItems(ctx, { ...query, limit: 2, ...(cursor ? { cursor } : {}) });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor && seen.length < 200);
      expect(new Set(seen).size).toBe(seen.length);
      for (const one of [soon, late, never, mates, teams]) expect(seen).toContain(one.id);
    }
    await expect(listActionItems(ctx, { cursor: "bm9uc2Vuc2U" })).rejects.toMatchObject({ code: "INVALID" });
    const { nextCursor } = await listActionItems(ctx, { limit: 1 });
    await expect(listActionItems(ctx, { ...openOnes, cursor: nextCursor! })).rejects.toMatchObject({ code: "INVALID" });
  });

  it("an item whose owner left falls to who leads its incident", async () => {
    const { ref } = await declare();
    const gone = await makePerson();
    const lead = await makePerson();
    await takeRole(ctx, ref, { role: "lead", personId: lead.id });
    const { id } = await addActionItem(ctx, ref, { title: "Left alone", ownerId: gone.id });
    const mine = async () => (await listActionItems(ctxOf(lead), { owner: "me", status: ["open"] })).items;
    expect(await mine()).toEqual([]);
    await db().writer.person.update({ where: { id: gone.id }, data: { disabledAt: new Date() } });
    expect((await mine()).map((item) => [item.id, item.ownerLeft])).toEqual([[id, true]]);
    // It may stay with who left while other things of it change.
    expect((await updateActionItem(ctx, id, { ownerId: gone.id, title: "Still alone" })).title).toBe("Still alone");
    await updateActionItem(ctx, id, { teamId: (await makeTeam()).id });
    expect(await mine()).toEqual([]);
  });
});
