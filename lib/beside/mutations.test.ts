import { expect, test } from "vitest";
import { recordChange } from "../changes/mutations";
import { getChange, listIncidentChanges } from "../changes/queries";
import { db } from "../db";
import { newId } from "../ids";
import { declareIncident, updateIncident } from "../incidents/mutations";
import { listIncidents } from "../search/queries";
import { foldSearch } from "../search/fold";
import { ctxOf, withKey } from "../testing/ctx";
import { eventsOf, makePerson, unique } from "../testing/factories";
import { deleteTimelineEntry, updateTimelineEntry } from "../timeline/mutations";
import { listTimeline } from "../timeline/queries";
import { addIncidentChange, putIncidentDiff, removeIncidentChange, updateIncidentChange } from "./mutations";

const member = async () => ctxOf(await makePerson());
const deploy = { kind: "deploy" as const, summary: "Deploy 812", occurredAt: new Date("2026-03-01T10:00:00Z") };
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );
const room = async (visibility: "organisation" | "private" = "organisation") => {
  const ctx = await member();
  return { ctx, ...(await declareIncident(ctx, { title: unique("room"), visibility })) };
};
const onRail = async (at: Awaited<ReturnType<typeof room>>) => (await listTimeline(at.ctx, at.ref, { kind: ["change"] })).items;

test("one is told in the room, stands at its time on the timeline, and is found by its words", async () => {
  const at = await room();
  const word = unique("heron").replaceAll(" ", "");
  const made = await addIncidentChange(at.ctx, at.ref, { ...deploy, verdict: "suspect", why: `It is the ${word}`, after: "9b1f" });
  expect(made).toMatchObject({ summary: "Deploy 812", verdict: "suspect", judgedBy: { id: at.ctx.actor.id }, version: 1 });
  expect(await onRail(at)).toMatchObject([{ body: "Deploy 812", occurredAt: "2026-03-01T10:00:00.000Z", data: { changeId: made.id } }]);
  for (const type of ["change.recorded", "change.added", "change.judged"])
    expect(await eventsOf(type, { changeId: made.id })).toMatchObject([{ incidentId: at.id }]);
  await foldSearch();
  expect((await listIncidents(at.ctx, { q: word })).items.map(({ ref }) => ref)).toEqual([at.ref]);
});

test("an outsider is told nothing, a viewer may not", async () => {
  const at = await room("private");
  const made = await addIncidentChange(at.ctx, at.ref, deploy);
  const [out, viewer] = [await member(), ctxOf(await makePerson({ role: "viewer" }))];
  const open = await room();
  const beside = await addIncidentChange(open.ctx, open.ref, deploy);
  const each = (ctx: typeof out, ref: string, id: string) => [
    addIncidentChange(ctx, ref, deploy),
    updateIncidentChange(ctx, ref, id, { verdict: "fixed" }),
    putIncidentDiff(ctx, ref, id, "x"),
    removeIncidentChange(ctx, ref, id),
  ];
  expect(await Promise.all(each(out, at.ref, made.id).map(code))).toEqual(Array(4).fill("NOT_FOUND"));
  expect(await Promise.all(each(viewer, open.ref, beside.id).map(code))).toEqual(Array(4).fill("FORBIDDEN"));
  expect(await Promise.all(each(open.ctx, open.ref, made.id).map(code))).toEqual(["done", "NOT_FOUND", "NOT_FOUND", "NOT_FOUND"]);
});

test("the same change beside it twice is once, also at once, and by key; a new verdict counts", async () => {
  const at = await room();
  const { id: changeId } = await recordChange(at.ctx, deploy);
  const all = await Promise.all([1, 2, 3].map(() => addIncidentChange(at.ctx, at.ref, { changeId })));
  expect(all.map(({ id }) => id)).toEqual([changeId, changeId, changeId]);
  expect([(await onRail(at)).length, (await eventsOf("change.added", { changeId })).length]).toEqual([1, 1]);
  expect(await addIncidentChange(at.ctx, at.ref, { changeId, verdict: "dismissed", why: "Too late" })).toMatchObject({ verdict: "dismissed", version: 2 });
  const keyed = withKey(at.ctx, "flag");
  const first = await addIncidentChange(keyed, at.ref, { kind: "flag", summary: "retry_v2 on" });
  await expect(addIncidentChange(keyed, at.ref, { kind: "flag", summary: "retry_v2 on" })).rejects.toMatchObject({ id: first.id });
});

test("a verdict keeps who and when; a stale one is told, the same again is no news", async () => {
  const at = await room();
  const { id, version } = await addIncidentChange(at.ctx, at.ref, deploy);
  const other = await member();
  const judged = await updateIncidentChange(other, at.ref, id, { verdict: "contributed", why: "It held every slot" }, version);
  expect(judged).toMatchObject({ verdict: "contributed", why: "It held every slot", judgedBy: { id: other.actor.id }, version: 2 });
  expect(Date.parse(judged.judgedAt!)).toBeGreaterThan(Date.now() - 60_000);
  await expect(updateIncidentChange(at.ctx, at.ref, id, { verdict: "fixed" }, version)).rejects.toMatchObject({
    code: "CONFLICT",
    details: { current: { version: 2 } },
  });
  expect(await updateIncidentChange(at.ctx, at.ref, id, { verdict: "contributed" })).toMatchObject({ version: 2, judgedBy: { id: other.actor.id } });
  expect(await updateIncidentChange(at.ctx, at.ref, id, { verdict: null, summary: "Deploy 812, eu-west" })).toMatchObject({ verdict: null, version: 4 });
  expect((await onRail(at))[0]).toMatchObject({ body: "Deploy 812, eu-west" });
  expect(await code(updateIncidentChange(at.ctx, at.ref, id, {}))).toBe("INVALID");
  expect(await code(updateIncidentChange(at.ctx, at.ref, newId(), { verdict: "fixed" }))).toBe("NOT_FOUND");
});

test("that nothing changed is an answer with how it was checked; it is not judged, has no diff, and is gone when it is taken away", async () => {
  const at = await room();
  const made = await addIncidentChange(at.ctx, at.ref, { kind: "infrastructure", nothingChanged: true, why: "Compared the plan with last week" });
  expect(made).toMatchObject({ nothingChanged: true, summary: "", why: "Compared the plan with last week", recordedBy: { id: at.ctx.actor.id } });
  expect((await onRail(at))[0]!.body).toBe("Nothing changed: infrastructure");
  expect(await code(updateIncidentChange(at.ctx, at.ref, made.id, { verdict: "suspect" }))).toBe("INVALID");
  expect(await code(updateIncidentChange(at.ctx, at.ref, made.id, { why: "" }))).toBe("INVALID");
  expect(await code(putIncidentDiff(at.ctx, at.ref, made.id, "x"))).toBe("INVALID");
  await removeIncidentChange(at.ctx, at.ref, made.id);
  expect(await db().reader.change.count({ where: { id: made.id } })).toBe(0);
});

test("taken away it leaves its words on the timeline, and comes back to the very entry", async () => {
  const at = await room();
  const { id } = await addIncidentChange(at.ctx, at.ref, { ...deploy, verdict: "suspect" });
  const [entry] = await onRail(at);
  await removeIncidentChange(at.ctx, at.ref, id);
  expect((await listIncidentChanges(at.ctx, at.ref)).items).toEqual([]);
  expect(await onRail(at)).toMatchObject([{ id: entry!.id, body: "Deploy 812", data: {} }]);
  expect(await getChange(await member(), id)).toMatchObject({ id });
  await addIncidentChange(at.ctx, at.ref, { changeId: id, verdict: "suspect" });
  expect(await onRail(at)).toMatchObject([{ id: entry!.id, data: { changeId: id } }]);
  await deleteTimelineEntry(at.ctx, at.ref, entry!.id);
  await removeIncidentChange(at.ctx, at.ref, id);
  expect(await code(removeIncidentChange(at.ctx, at.ref, id))).toBe("NOT_FOUND");
});

test("what was this room's own comes back as the same one, with its entry, at a version that it never had", async () => {
  const at = await room("private");
  const told = { kind: "flag" as const, nothingChanged: true as const, why: "Looked" };
  const gone = [await addIncidentChange(at.ctx, at.ref, { ...deploy, verdict: "suspect", why: "It is near" }), await addIncidentChange(at.ctx, at.ref, told)];
  const before = await onRail(at);
  const { id } = await updateIncidentChange(at.ctx, at.ref, gone[0]!.id, { why: "It is very near" });
  for (const one of gone) await removeIncidentChange(at.ctx, at.ref, one.id);
  const again = { id, ...deploy, verdict: "suspect" as const };
  expect(await code(addIncidentChange(await member(), at.ref, again))).toBe("NOT_FOUND");
  const away = await room();
  const [back] = await Promise.all([1, 2].map(() => addIncidentChange(at.ctx, at.ref, again)));
  await addIncidentChange(at.ctx, at.ref, { id: gone[1]!.id.toUpperCase(), ...told });
  expect(back!.version).toBeGreaterThan(2);
  expect((await listIncidentChanges(at.ctx, at.ref)).items.map((row) => row.id).sort()).toEqual(gone.map((row) => row.id).sort());
  expect((await onRail(at)).map((entry) => [entry.id, entry.data])).toEqual(before.map((entry) => [entry.id, entry.data]));
  expect((await eventsOf("change.added", { changeId: id })).map((event) => event.incidentId)).toEqual([at.id, at.id]);
  await expect(addIncidentChange(away.ctx, away.ref, again)).rejects.toMatchObject({ code: "INVALID", details: { errors: [{ path: "id" }] } });
});

test("one that another room keeps to itself cannot be placed, also not in the moment when that room turns private", async () => {
  const [at, away] = [await room(), await room()];
  const admin = ctxOf(await makePerson({ role: "admin" }));
  for (let n = 0; n < 5; n++) {
    const open = await declareIncident(at.ctx, { title: "turns" });
    const { id } = await addIncidentChange(at.ctx, open.ref, deploy);
    const [placed] = await Promise.all([
      code(addIncidentChange(away.ctx, away.ref, { changeId: id })),
      updateIncident(admin, open.ref, { visibility: "private" }),
    ]);
    const { incidentId } = await db().reader.change.findUniqueOrThrow({ where: { id } });
    expect([placed, incidentId]).toEqual(placed === "done" ? ["done", null] : ["INVALID", open.id]);
  }
});

test("an entry that is moved on the timeline moves its change", async () => {
  const at = await room();
  const { id } = await addIncidentChange(at.ctx, at.ref, deploy);
  const [entry] = await onRail(at);
  const moved = await updateTimelineEntry(at.ctx, at.ref, entry!.id, { occurredAt: new Date("2026-03-01T09:30:00Z") }, entry!.version);
  expect(moved).toMatchObject({ version: 2, data: { changeId: id } });
  expect(await getChange(at.ctx, id)).toMatchObject({ occurredAt: "2026-03-01T09:30:00.000Z", version: 2 });
  await removeIncidentChange(at.ctx, at.ref, id);
  await updateTimelineEntry(at.ctx, at.ref, entry!.id, { occurredAt: new Date("2026-03-01T09:00:00Z") });
  expect(await getChange(at.ctx, id)).toMatchObject({ occurredAt: "2026-03-01T09:30:00.000Z" });
});
