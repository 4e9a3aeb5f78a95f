import { expect, test } from "vitest";
import { foldQuietly } from "../collab/fold";
import { declareIncident } from "../incidents/mutations";
import { requireNone, startPostmortem } from "../postmortems/mutations";
import { publishPostmortem } from "../publishing/mutations";
import { requestReview } from "../reviews/mutations";
import { takeRole } from "../roles/mutations";
import { ctxOf } from "../testing/ctx";
import { makePerson } from "../testing/factories";
import { writeSection } from "../testing/postmortems";
import { setStatus } from "../timeline/mutations";
import { listLatelyPublished, listLatelyResolved, listWriting, openNow, seesAny } from "./queries";

const member = async () => ctxOf(await makePerson());

test("what burns comes before what is mitigated, the worst first, drills last; the numbers count all of it", async () => {
  const ctx = await member();
  const before = await openNow(ctx, 1);
  const declare = async (title: string, more: object = {}) => (await declareIncident(ctx, { title, ...more })).ref;
  const drill = await declare("drill", { severity: "SEV1", mode: "drill" });
  const quiet = await declare("mitigated", { severity: "SEV1" });
  await setStatus(ctx, quiet, { status: "mitigated" });
  const unsure = await declare("no severity");
  const bad = await declare("bad", { severity: "SEV1" });
  const over = await declare("over", { severity: "SEV1" });
  await setStatus(ctx, over, { status: "resolved" });

  const { items, ...counts } = await openNow(ctx, 500);
  const mine = items.map((incident) => incident.ref).filter((ref) => [drill, quiet, unsure, bad, over].includes(ref));
  expect(mine).toEqual([bad, unsure, quiet, drill]);
  expect(counts).toEqual({ burning: before.burning + 2, mitigated: before.mitigated + 1, drills: before.drills + 1 });
  expect((await openNow(ctx, 2)).items).toHaveLength(2);
});

test("lately resolved is what was resolved last", async () => {
  const ctx = await member();
  const [first, second] = [(await declareIncident(ctx, { title: "first" })).ref, (await declareIncident(ctx, { title: "second" })).ref];
  await setStatus(ctx, second, { status: "resolved" });
  await setStatus(ctx, first, { status: "resolved" });
  const refs = (await listLatelyResolved(ctx, 50)).map((incident) => incident.ref).filter((ref) => [first, second].includes(ref));
  expect(refs).toEqual([first, second]);
});

test("a private one is neither shown nor counted to an outsider", async () => {
  const [ada, outsider] = [await member(), await member()];
  const before = await openNow(outsider, 1);
  const { ref } = await declareIncident(ada, { title: "within", severity: "SEV1", visibility: "private" });
  const seen = await openNow(outsider, 500);
  expect(seen.items.map((incident) => incident.ref)).not.toContain(ref);
  expect(seen.burning).toBe(before.burning);
  expect((await openNow(ada, 500)).items.map((incident) => incident.ref)).toContain(ref);
  expect(await seesAny(ada)).toBe(true);
});

test("what one writes and was asked to read waits, what came out is read by all who may see it", async () => {
  const [ada, bo, outsider] = [await member(), await member(), await member()];
  const begin = async (title: string, more: object = {}) => {
    const { ref } = await declareIncident(ada, { title, ...more });
    return { ref, id: (await startPostmortem(ada, ref, {})).id };
  };
  const [first, second] = [await begin("first"), await begin("second", { visibility: "private" })];
  await writeSection(first.id, bo.actor.id, "summary", "It was the pool.");
  await foldQuietly(first.id);
  await requestReview(ada, second.ref, { personIds: [bo.actor.id], letIn: true });
  const written = async (ctx: typeof ada) => (await listWriting(ctx, 10)).map(({ ref, isAsked, askedBy }) => [ref, isAsked ? askedBy : isAsked]);
  expect(await written(bo)).toEqual([
    [second.ref, ada.actor.name],
    [first.ref, false],
  ]);
  expect(await written(ada)).toEqual(expect.arrayContaining([[first.ref, false]]));
  expect(await written(outsider)).toEqual([]);

  await writeSection(second.id, ada.actor.id, "summary", "It was the pool.");
  await publishPostmortem(ada, first.ref, { title: "The pool" });
  await publishPostmortem(ada, second.ref, {});
  const published = async (ctx: typeof ada) => (await listLatelyPublished(ctx, 2)).map(({ ref, title, authors }) => [ref, title, authors.map(({ id }) => id)]);
  expect((await published(bo))[0]).toEqual([second.ref, "second", [ada.actor.id]]);
  expect((await published(outsider))[0]).toEqual([first.ref, "The pool", [bo.actor.id]]);
  expect(await written(bo)).toEqual([]);
});

test("what one led to its end waits to be written about, until somebody begins or says that none is required", async () => {
  const [ada, bo] = [await member(), await member()];
  const { ref } = await declareIncident(ada, { title: "over" });
  await takeRole(ada, ref, { role: "lead", personId: ada.actor.id });
  const refs = async (ctx: typeof ada) => (await listWriting(ctx, 10)).map((draft) => [draft.ref, draft.status]);
  expect(await refs(ada)).toEqual([]);
  await setStatus(ada, ref, { status: "resolved" });
  expect([await refs(ada), await refs(bo)]).toEqual([[[ref, null]], []]);
  await requireNone(bo, ref, { reason: "A typo" });
  expect(await refs(ada)).toEqual([]);
});
