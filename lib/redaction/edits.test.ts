import { beforeAll, expect, test } from "vitest";
import { addActionItem, snoozeActionItem, updateActionItem } from "../actions/mutations";
import type { Ctx } from "../auth/ctx";
import { addIncidentChange, putIncidentDiff, removeIncidentChange, updateIncidentChange } from "../beside/mutations";
import { addFactor, removeFactor, updateFactor } from "../factors/mutations";
import { declareIncident } from "../incidents/mutations";
import { installJobs } from "../jobs/install";
import { answerNet } from "../nets/mutations";
import { foldSearch } from "../search/fold";
import { ctxOf } from "../testing/ctx";
import { dumpHolding } from "../testing/dump";
import { makePerson, unique } from "../testing/factories";
import { deleteTimelineEntry, updateTimelineEntry } from "../timeline/mutations";
import { listTimeline } from "../timeline/queries";

/** What changed, what combined and what follows keep no history: what an edit replaced, or what was taken out, is nowhere any more. */

let ctx: Ctx;
beforeAll(async () => {
  await installJobs();
  ctx = ctxOf(await makePerson());
});

const begin = async () => ({ secret: unique("hunter").replace(/\W/g, ""), ...(await declareIncident(ctx, { title: unique("room") })) });

/** Found before, so that the test can fail; gone after, also from the document that search makes. */
async function isGone(secret: string, held: string[], edit: () => Promise<unknown>) {
  await foldSearch();
  expect(await dumpHolding(secret)).toEqual(expect.arrayContaining(held));
  await edit();
  await foldSearch();
  expect(await dumpHolding(secret)).toEqual([]);
}

test("of a change: its words, its why, what it was before and after, its diff, and the entry that tells of it with its history", async () => {
  const { ref, secret } = await begin();
  const url = `https://deploys.example/${secret}`;
  const told = { summary: `Key ${secret}`, before: secret, after: `${secret}1`, actor: secret, url, why: `It is ${secret}` };
  const { id } = await addIncidentChange(ctx, ref, { kind: "config", ...told, diff: `--- a/x\n+++ b/x\n@@ -1 +1 @@\n-${secret}\n+b\n` });
  const [entry] = (await listTimeline(ctx, ref, { kind: ["change"] })).items;
  await updateTimelineEntry(ctx, ref, entry!.id, { knownLater: true });
  await isGone(secret, ["public.change", "public.change_diff", "public.incident_change", "public.timeline_entry", "public.timeline_revision"], async () => {
    await updateIncidentChange(ctx, ref, id, { summary: "Key rotated", before: null, after: null, actor: null, url: null, why: "" });
    await putIncidentDiff(ctx, ref, id, "");
  });
});

test("of a change whose entry was deleted, and of one that was taken away", async () => {
  const { ref, secret } = await begin();
  const { id } = await addIncidentChange(ctx, ref, { kind: "config", summary: `Key ${secret}` });
  const [entry] = (await listTimeline(ctx, ref, { kind: ["change"] })).items;
  await deleteTimelineEntry(ctx, ref, entry!.id);
  await isGone(secret, ["public.change", "public.timeline_entry"], () => updateIncidentChange(ctx, ref, id, { summary: "Key rotated" }));
  const nothing = await addIncidentChange(ctx, ref, { kind: "flag", nothingChanged: true, why: `Looked at ${secret}` });
  await isGone(secret, ["public.incident_change", "search.incident"], () => removeIncidentChange(ctx, ref, nothing.id));
});

test("of a factor, edited or taken out, and of the note of a net", async () => {
  const { ref, secret } = await begin();
  const words = { why: `It is ${secret}`, evidence: [{ kind: "url" as const, url: `https://logs.example/${secret}`, label: secret }] };
  const [one, two] = [await addFactor(ctx, ref, { tag: "race", ...words }), await addFactor(ctx, ref, { tag: "flag state", ...words })];
  await answerNet(ctx, ref, "review", { existed: true, note: `Read past ${secret}` });
  await isGone(secret, ["public.factor", "public.safety_net", "search.incident"], async () => {
    await updateFactor(ctx, ref, one.id, { why: "", evidence: [] });
    await removeFactor(ctx, ref, two.id);
    await answerNet(ctx, ref, "review", { note: "" });
  });
});

test("of an action item, whatever was told of it", async () => {
  const { ref, secret } = await begin();
  const owner = await makePerson();
  const words = { title: `Rotate ${secret}`, description: secret, finishTest: secret, trackerUrl: `https://tracker.example/${secret}` };
  const { id } = await addActionItem(ctx, ref, { ...words, ownerId: owner.id });
  await updateActionItem(ctx, id, { status: "wont_do", reason: secret, evidenceUrl: `https://tracker.example/${secret}` });
  await updateActionItem(ctx, id, { status: "open", reason: secret });
  await snoozeActionItem(ctx, id, { until: new Date(Date.now() + 86_400_000), why: `Waits for ${secret}` });
  await isGone(secret, ["public.action_item", "search.incident"], async () => {
    await updateActionItem(ctx, id, { title: "Rotate the key", description: "", finishTest: "", trackerUrl: null, evidenceUrl: null, reason: "" });
    await snoozeActionItem(ctx, id, { until: null, why: "" });
  });
});
