import { expect, test } from "vitest";
import { addIncidentChange, putIncidentDiff } from "../beside/mutations";
import { newId } from "../ids";
import { declareIncident, updateIncident } from "../incidents/mutations";
import { ctxOf, withKey } from "../testing/ctx";
import { eventsOf, makePerson, makeService, unique } from "../testing/factories";
import { listTimeline } from "../timeline/queries";
import { putDiff, recordChange, updateChange } from "./mutations";
import { diffOf, getChange, getChangeWithIncidents, listChanges, listIncidentChanges } from "./queries";

const member = async () => ctxOf(await makePerson());
const viewer = async () => ctxOf(await makePerson({ role: "viewer" }));
const deploy = { kind: "deploy" as const, summary: "Deploy 812" };
const DIFF = "--- a/x\r\n+++ b/x\r\n@@ -1 +1,2 @@\r\n-a\r\n+b \r\n+\tc\r\n\\ No newline at end of file";
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );

test("a change is told by itself, everyone sees it, and its event names it", async () => {
  const [ctx, service] = [await member(), await makeService()];
  const made = await recordChange(ctx, { ...deploy, serviceId: service.id, before: "4f1c2ab", after: "9b1f2c3", diff: DIFF });
  expect(made).toMatchObject({ ...deploy, service: { name: service.name }, environment: "production", hasDiff: true, version: 1, actor: null });
  expect(made.diff).toEqual({ files: 1, added: 2, removed: 1, bytes: Buffer.byteLength(DIFF) });
  expect(await getChange(await viewer(), made.id)).toEqual(made);
  expect(await eventsOf("change.recorded", { changeId: made.id })).toMatchObject([{ incidentId: null, actorId: ctx.actor.id }]);
  expect(await code(recordChange(ctx, { ...deploy, serviceId: newId() }))).toBe("INVALID");
  expect(await code(recordChange(await viewer(), deploy))).toBe("FORBIDDEN");
});

test("the same key twice is one change", async () => {
  const ctx = withKey(await member(), "deploy-812");
  const made = await recordChange(ctx, { ...deploy, summary: unique("once") });
  await expect(recordChange(ctx, deploy)).rejects.toMatchObject({ id: made.id });
});

test("a diff comes back to the letter, is counted, replaced and taken away", async () => {
  const ctx = await member();
  const { id, version } = await recordChange(ctx, deploy);
  const changed = await putDiff(ctx, id, `\ufeff${DIFF}`, version);
  expect(await diffOf(ctx, changed)).toBe(`\ufeff${DIFF}`);
  expect(await eventsOf("change.updated", { changeId: id })).toMatchObject([{ data: { fields: ["diff"] } }]);
  await expect(putDiff(ctx, id, "stale", version)).rejects.toMatchObject({ code: "CONFLICT", details: { current: { id, version: 2 } } });
  const text = await putDiff(ctx, id, "no diff at all\n");
  expect(text.diff).toEqual({ files: 0, added: 0, removed: 0, bytes: 15 });
  expect(await putDiff(ctx, id, "")).toMatchObject({ hasDiff: false, diff: null });
  expect(await code(diffOf(ctx, changed))).toBe("NOT_FOUND");
  expect(await code(putDiff(await viewer(), id, DIFF))).toBe("FORBIDDEN");
  expect(await code(putDiff(ctx, newId(), DIFF))).toBe("NOT_FOUND");
  expect(await code(putDiff(ctx, "nonsense", DIFF))).toBe("NOT_FOUND");
});

test("what is corrected is so wherever it stands: on timelines, at its new time, but for words that people wrote", async () => {
  const ctx = await member();
  const { id } = await recordChange(ctx, { ...deploy, occurredAt: new Date("2026-03-01T10:00:00Z") });
  const rooms = [await declareIncident(ctx, { title: "one" }), await declareIncident(ctx, { title: "other", visibility: "private" })];
  for (const { ref } of rooms) await addIncidentChange(ctx, ref, { changeId: id, verdict: "suspect" });
  const other = await member();
  await updateChange(other, id, { summary: "Deploy 813", occurredAt: new Date("2026-03-01T11:00:00Z"), after: "9b1f" });
  for (const { ref } of rooms) {
    const [entry] = (await listTimeline(ctx, ref, { kind: ["change"] })).items;
    expect(entry).toMatchObject({ body: "Deploy 813", occurredAt: "2026-03-01T11:00:00.000Z", data: { changeId: id } });
    expect((await listIncidentChanges(ctx, ref)).items).toMatchObject([{ summary: "Deploy 813", after: "9b1f", verdict: "suspect" }]);
  }
  expect((await getChangeWithIncidents(other, id)).incidents.map(({ ref }) => ref)).toEqual([rooms[0]!.ref]);
  expect((await getChangeWithIncidents(ctx, id)).incidents).toHaveLength(2);
  expect(await code(updateChange(other, id, {}))).toBe("INVALID");
  expect(await code(updateChange(await viewer(), id, { summary: "x" }))).toBe("FORBIDDEN");
});

test("a private room keeps what was told in it, in every list, and takes along what was told in it when it turns", async () => {
  const [ctx, out] = [await member(), await member()];
  const service = await makeService();
  const seen = async (who: typeof ctx) => (await listChanges(who, { service: service.id })).items.map(({ summary }) => summary);
  const room = await declareIncident(ctx, { title: "open at first", severity: "SEV2" });
  const away = await declareIncident(ctx, { title: "another" });
  const mine = await addIncidentChange(ctx, room.ref, { ...deploy, summary: "only here", serviceId: service.id });
  const shared = await addIncidentChange(ctx, room.ref, { ...deploy, summary: "in both", serviceId: service.id });
  await addIncidentChange(ctx, away.ref, { changeId: shared.id });
  const nothing = await addIncidentChange(ctx, room.ref, { kind: "flag", nothingChanged: true, why: "Looked", serviceId: service.id });
  expect(await seen(out)).toEqual(["in both", "only here"]);
  expect(await code(getChange(out, nothing.id))).toBe("done");
  const admin = ctxOf(await makePerson({ role: "admin" }));
  await updateIncident(admin, room.ref, { visibility: "private" });
  expect(await seen(out)).toEqual(["in both"]);
  expect(await seen(ctx)).toEqual(["in both", "only here"]);
  for (const { id } of [mine, nothing])
    expect(await Promise.all([getChange(out, id), updateChange(out, id, { summary: "x" }), putDiff(out, id, DIFF)].map(code))).toEqual(
      Array(3).fill("NOT_FOUND"),
    );
  expect(await code(addIncidentChange(ctx, away.ref, { changeId: mine.id }))).toBe("INVALID");
  await putDiff(ctx, mine.id, DIFF);
  expect((await eventsOf("change.updated", { changeId: mine.id })).map((event) => event.incidentId)).toEqual([room.id]);
  await putIncidentDiff(ctx, room.ref, mine.id, "");
  await updateIncident(admin, room.ref, { visibility: "organisation" });
  expect(await seen(out)).toEqual(["in both", "only here"]);
  expect(await code(addIncidentChange(ctx, away.ref, { changeId: nothing.id }))).toBe("INVALID");
});

test("lists are paged, by service, kind, environment and time", async () => {
  const [ctx, service] = [await member(), await makeService()];
  const at = (n: number) => new Date(Date.UTC(2026, 2, 1, 10, n % 3));
  for (let n = 0; n < 7; n++)
    await recordChange(ctx, {
      kind: n % 2 ? "flag" : "deploy",
      summary: `c${n}`,
      serviceId: service.id,
      occurredAt: at(n),
      environment: n ? "production" : "staging",
    });
  const walk = async (query: Parameters<typeof listChanges>[1]) => {
    const all: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await listChanges(ctx, { ...query, limit: 2, cursor });
      all.push(...page.items.map(({ summary }) => summary));
      if (!page.nextCursor) return all;
      cursor = page.nextCursor;
    }
  };
  expect(await walk({ service: service.id })).toEqual(["c5", "c2", "c4", "c1", "c6", "c3", "c0"]);
  expect(await walk({ service: service.id, kind: ["flag"] })).toEqual(["c5", "c1", "c3"]);
  expect(await walk({ service: service.id, environment: ["staging"] })).toEqual(["c0"]);
  expect(await walk({ service: service.id, from: at(1), to: at(1) })).toEqual(["c4", "c1"]);
  const [all, some] = [await walk({ from: at(0), to: at(2) }), await walk({ kind: ["deploy", "flag", "access"], from: at(0), to: at(2) })];
  expect(some).toEqual(all.filter((name) => some.includes(name)));
  expect(some.length).toBeGreaterThanOrEqual(7);
  expect(await code(listChanges(ctx, { cursor: "zzz" }))).toBe("INVALID");
});
