import { expect, test } from "vitest";
import { addActionItem, updateActionItem, updateActionItems } from "../actions/mutations";
import { listActionItems } from "../backlog/queries";
import { recordChange, updateChange } from "../changes/mutations";
import { getChange } from "../changes/queries";
import { addFactor, removeFactor, updateFactor } from "../factors/mutations";
import { listFactors } from "../factors/queries";
import { encodeCursor } from "../http/cursor";
import { declareIncident, updateIncident } from "../incidents/mutations";
import { mergeIncident } from "../merging/mutations";
import { ctxOf } from "../testing/ctx";
import { makePerson, unique } from "../testing/factories";
import { updateTimelineEntry } from "../timeline/mutations";
import { listTimeline } from "../timeline/queries";
import { addIncidentChange, putIncidentDiff, updateIncidentChange } from "./mutations";

/** Many hands at once on what changed, what combined and what follows: each write is done or told why not, and nothing is half-written. */

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string; message?: string }) => error.code ?? error.message,
  );
const member = async () => ctxOf(await makePerson());
const room = async (ctx: Awaited<ReturnType<typeof member>>) => declareIncident(ctx, { title: unique("room") });

test("a change beside two rooms is edited, judged and moved from both of them and from outside at once", async () => {
  const ctx = await member();
  const [a, b] = [await room(ctx), await room(ctx)];
  const { id } = await recordChange(ctx, { kind: "deploy", summary: "Deploy", occurredAt: new Date("2026-03-01T10:00:00Z") });
  for (const { ref } of [a, b]) await addIncidentChange(ctx, ref, { changeId: id });
  const entries = await Promise.all([a, b].map(async ({ ref }) => ({ ref, id: (await listTimeline(ctx, ref, { kind: ["change"] })).items[0]!.id })));
  const at = (hour: number, n: number) => ({ occurredAt: new Date(Date.UTC(2026, 2, 1, hour, n)) });
  for (let n = 0; n < 4; n++) {
    const done = await Promise.all([
      code(updateIncidentChange(ctx, a.ref, id, { summary: `Deploy ${n}`, verdict: n % 2 ? "suspect" : null })),
      ...entries.map((entry, side) => code(updateTimelineEntry(ctx, entry.ref, entry.id, at(11 + side, n)))),
      code(updateChange(ctx, id, at(13, n))),
      code(putIncidentDiff(ctx, b.ref, id, n % 2 ? "" : "@@ -1 +1 @@\n-a\n+b\n")),
    ]);
    expect(done).toEqual(Array(5).fill("done"));
  }
  const change = await getChange(ctx, id);
  for (const { ref } of entries)
    expect((await listTimeline(ctx, ref, { kind: ["change"] })).items).toMatchObject([{ body: "Deploy 3", occurredAt: change.occurredAt }]);
});

test("of verdicts at the same version one stands, and the others are shown it", async () => {
  const ctx = await member();
  const { ref } = await room(ctx);
  const { id, version } = await addIncidentChange(ctx, ref, { kind: "flag", summary: "retry_v2 on" });
  const all = await Promise.all((["suspect", "fixed", "dismissed"] as const).map((verdict) => code(updateIncidentChange(ctx, ref, id, { verdict }, version))));
  expect(all.sort()).toEqual(["CONFLICT", "CONFLICT", "done"]);
});

test("twenty people edit the same items of several incidents, each in another order", async () => {
  const ctx = await member();
  const rooms = await Promise.all([1, 2, 3, 4].map(() => room(ctx)));
  const ids: string[] = [];
  for (const { ref } of [...rooms, ...rooms]) ids.push((await addActionItem(ctx, ref, { title: "Alert" })).id);
  const turned = (by: number) => [...ids.slice(by % ids.length), ...ids.slice(0, by % ids.length)];
  const done = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      code(updateActionItems(ctx, { ids: n % 2 ? turned(n) : turned(n).reverse(), set: { priority: n % 2 ? "P1" : "P2" } })),
    ),
  );
  expect(done).toEqual(Array(20).fill("done"));
  const { items } = await listActionItems(ctx, { limit: 100 });
  const mine = items.filter((item) => ids.includes(item.id));
  expect([new Set(mine.map((item) => item.priority)).size, new Set(mine.map((item) => item.version))]).toEqual([1, new Set([21])]);
});

test("a factor goes while others combine with it, items are made of it, and its room is merged", async () => {
  const ctx = await member();
  const [{ ref }, other] = [await room(ctx), await room(ctx)];
  const [one, two] = [await addFactor(ctx, ref, { tag: "race" }), await addFactor(ctx, ref, { tag: "race" })];
  const item = await addActionItem(ctx, ref, { title: "Lock it", factorId: one.id });
  const done = await Promise.all([
    code(updateFactor(ctx, ref, one.id, { combinesWith: [two.id] })),
    code(updateFactor(ctx, ref, two.id, { combinesWith: [one.id] })),
    code(removeFactor(ctx, ref, one.id)),
    code(updateActionItem(ctx, item.id, { title: "Lock it twice" })),
    code(addActionItem(ctx, ref, { title: "Test it", factorId: one.id })),
    code(mergeIncident(ctx, ref, { into: other.ref })),
  ]);
  expect(done.filter((one) => !["done", "NOT_FOUND", "INVALID"].includes(String(one)))).toEqual([]);
  expect((await listFactors(ctx, ref)).items).toMatchObject([{ id: two.id, combinesWith: [], order: 1 }]);
});

test("what is recorded while its room turns private is the room's alone", async () => {
  const [admin, ctx, out] = [ctxOf(await makePerson({ role: "admin" })), await member(), await member()];
  for (let n = 0; n < 4; n++) {
    const { ref } = await room(ctx);
    const [made] = await Promise.all([
      addIncidentChange(ctx, ref, { kind: "deploy", summary: "Deploy" }),
      updateIncident(admin, ref, { visibility: "private" }),
    ]);
    expect(await code(getChange(out, made.id))).toBe("NOT_FOUND");
  }
});

test("a cursor of another list, or of a day that is none, is told so", async () => {
  const ctx = await member();
  const at = (...values: (string | number)[]) => code(listActionItems(ctx, { status: ["open"], cursor: encodeCursor(values) }));
  for (const day of ["2026-02-31", "0000-01-01", "2026-13-01", "", "infinity"]) expect([day, await at(day, 1)]).toEqual([day, "INVALID"]);
  expect([await at("2026-02-28", 1), await at("9999-12-31", 2_147_483_647)]).toEqual(["done", "done"]);
  for (const q of ["'", "\\", ":*", "act-999999999", "<->", "🦒", "x ".repeat(150)]) expect([q, await code(listActionItems(ctx, { q }))]).toEqual([q, "done"]);
});
