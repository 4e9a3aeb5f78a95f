import { beforeAll, describe, expect, it } from "vitest";
import { addActionItem, updateActionItem } from "../actions/mutations";
import type { Ctx } from "../auth/ctx";
import { db } from "../db";
import { addFactor } from "../factors/mutations";
import { declareIncident } from "../incidents/mutations";
import { openLike } from "../search/alike";
import { foldSearch } from "../search/fold";
import { ctxOf } from "../testing/ctx";
import { makePerson, makeService, unique } from "../testing/factories";
import { exposedIn, stillExposed } from "./queries";

let ctx: Ctx;
let stranger: Ctx;
beforeAll(async () => {
  ctx = ctxOf(await makePerson());
  stranger = ctxOf(await makePerson());
});

const DAY = 86_400_000;
const declare = async (serviceIds: string[], ago = 0, more: { visibility?: "private"; title?: string } = {}) => {
  const made = await declareIncident(ctx, { title: unique("Pool"), serviceIds, ...more });
  const declaredAt = new Date(Date.now() - ago * DAY - 60_000);
  await db().writer.incident.update({ where: { id: made.id }, data: { declaredAt } });
  await db().writer.incidentService.updateMany({ where: { incidentId: made.id }, data: { declaredAt } });
  return made;
};
const named = async (list: ReturnType<typeof stillExposed>) =>
  (await list).items.map(({ actionItem, factor, days }) => [actionItem?.title, factor?.tag, days].filter((part) => part !== undefined).join(" "));

describe("still exposed", () => {
  it("open items, and factors that nothing protects from, the newest risk first, with their age", async () => {
    const { id: service } = await makeService();
    const old = await declare([service], 90);
    const young = await declare([service], 3);
    await addFactor(ctx, young.ref, { tag: "race" });
    await addFactor(ctx, young.ref, { tag: "flag state", role: "softened" });
    const held = await addFactor(ctx, old.ref, { tag: "slow query" });
    const open = await addFactor(ctx, old.ref, { tag: "no off-switch" });
    const dropped = await addFactor(ctx, old.ref, { tag: "handover" });
    const done = await addActionItem(ctx, old.ref, { title: "Done", factorId: held.id });
    await updateActionItem(ctx, done.id, { status: "done" });
    await addActionItem(ctx, old.ref, { title: "Open", factorId: open.id });
    const wont = await addActionItem(ctx, old.ref, { title: "Won't", factorId: dropped.id });
    await updateActionItem(ctx, wont.id, { status: "wont_do", reason: "Too dear" });
    // The item is shown once, with the factor that it was made from.
    expect(await named(stillExposed(ctx, { serviceIds: [service] }))).toEqual(["race 3", "Open no off-switch 90", "handover 90"]);
    const now = await declare([service]);
    await addActionItem(ctx, now.ref, { title: "My own" });
    expect(await named(exposedIn(ctx, now.ref))).toEqual(["race 3", "Open no off-switch 90", "handover 90"]);
    expect(await named(stillExposed(ctx, { serviceIds: [] }))).toEqual([]);
  });

  it("in a room also of the same tags, of whatever service", async () => {
    const tagged = await declare([], 10);
    const tag = "clock or region";
    await addFactor(ctx, tagged.ref, { tag });
    const here = await declare([]);
    expect(await named(exposedIn(ctx, here.ref))).toEqual([]);
    await addFactor(ctx, here.ref, { tag });
    expect(await named(exposedIn(ctx, here.ref))).toEqual([`${tag} 10`]);
  });

  it("ten of them, and how many stand behind; nothing that one may not see, nor of what was never one", async () => {
    const { id: service } = await makeService();
    const past = await declare([service], 1);
    for (let n = 0; n < 12; n++) await addActionItem(ctx, past.ref, { title: `Item ${n}` });
    const all = await stillExposed(ctx, { serviceIds: [service] });
    expect([all.items.length, all.more]).toEqual([10, 2]);
    const hidden = await declare([service], 0, { visibility: "private" });
    await addActionItem(ctx, hidden.ref, { title: "Sealed" });
    expect((await named(stillExposed(ctx, { serviceIds: [service] })))[0]).toBe("Sealed 0");
    expect(await stillExposed(stranger, { serviceIds: [service] })).toEqual(all);
    await db().writer.incident.update({ where: { id: past.id }, data: { status: "canceled" } });
    expect(await stillExposed(stranger, { serviceIds: [service] })).toEqual({ items: [], nextCursor: null, more: 0 });
    await expect(exposedIn(stranger, hidden.ref)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("what came after an incident is no past of it", async () => {
    const { id: service } = await makeService();
    const [older, newer] = [await declare([service], 9), await declare([service], 2)];
    await addActionItem(ctx, older.ref, { title: "Of the older" });
    await addActionItem(ctx, newer.ref, { title: "Of the newer" });
    expect(await named(exposedIn(ctx, newer.ref))).toEqual(["Of the older 9"]);
    expect(await named(exposedIn(ctx, older.ref))).toEqual([]);
  });

  it("while a title is typed: of the service that is chosen, else of those of the like ones", async () => {
    const { id: service } = await makeService();
    const word = unique("pelican").replaceAll(" ", "");
    const past = await declare([service], 5, { title: `${word} is full` });
    await addActionItem(ctx, past.ref, { title: "Alert on it" });
    await foldSearch();
    const shown = async (query: Parameters<typeof openLike>[1]) =>
      (await openLike(ctx, query)).stillExposed.map(({ actionItem, days }) => [actionItem?.title, days]);
    expect(await shown({ title: `${word} again` })).toEqual([["Alert on it", 5]]);
    expect(await shown({ serviceIds: [service] })).toEqual([["Alert on it", 5]]);
    expect(await shown({ title: `${word} again`, serviceIds: [(await makeService()).id] })).toEqual([]);
    expect(await shown({ title: unique("nothing like it") })).toEqual([]);
  });
});
