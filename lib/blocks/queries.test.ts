import { beforeAll, expect, test } from "vitest";
import { addActionItem, updateActionItem } from "../actions/mutations";
import type { Ctx } from "../auth/ctx";
import { addIncidentChange } from "../beside/mutations";
import { recordChange } from "../changes/mutations";
import { db } from "../db";
import type { DocNode } from "../documents/schema";
import { templateDocument } from "../documents/template";
import { addFactor } from "../factors/mutations";
import { newId } from "../ids";
import { declareIncident } from "../incidents/mutations";
import { answerNet } from "../nets/mutations";
import { ctxOf } from "../testing/ctx";
import { makePerson, unique } from "../testing/factories";
import { addTimelineEntry } from "../timeline/mutations";
import { AddTimelineEntry } from "../timeline/schema";
import { actionsToday, blocksOf } from "./queries";
import { DIFF_MOST, entriesOf } from "./rules";
import { Blocks } from "./schema";
import { blockMarkdown } from "./text";
import { BLOCKS, TIMELINE_FILTERS } from "./words";

let ctx: Ctx;
let admin: Ctx;
beforeAll(async () => {
  ctx = ctxOf(await makePerson());
  admin = ctxOf(await makePerson({ role: "admin" }));
});

const doc = (...live: [kind: string, filter?: string][]): DocNode => ({
  type: "doc",
  content: live.map(([kind, filter = "key"]) => ({ type: "live", attrs: { kind, filter } })),
});
const say = (ref: string, input: object) => addTimelineEntry(ctx, ref, AddTimelineEntry.parse(input));

test("only what the document shows is read; the whole of the template fits its schema and reads by itself", async () => {
  const { ref } = await declareIncident(ctx, { title: unique("Pool") });
  expect(Object.keys(await blocksOf(ctx, ref, doc()))).toEqual(["incident"]);
  expect(Object.keys(await blocksOf(ctx, ref, doc(["nets"])))).toEqual(["incident", "nets"]);

  const entry = await say(ref, { kind: "decision", body: "Roll **back**" });
  await say(ref, { kind: "hypothesis", body: "The certificate expired", data: { state: "ruled_out", because: "valid until March" } });
  const factor = await addFactor(ctx, ref, { tag: "network or DNS", role: "enabled", why: "One region", evidence: [{ kind: "entry", id: entry.id }] });
  await addFactor(ctx, ref, { tag: "flag state", role: "triggered", combinesWith: [factor.id] });
  await answerNet(ctx, ref, "unit", { wouldHaveCaught: "yes", existed: false });
  await addActionItem(ctx, ref, { title: "Bound | every retry", finishTest: "`max=3` holds" });
  const made = await addIncidentChange(ctx, ref, { kind: "deploy", summary: "Deploy 812", before: "4f1c2ab", after: "9b1f2c3", verdict: "contributed" });
  await db().writer.changeDiff.create({ data: { changeId: made.id, text: "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n" } });
  await db().writer.change.update({ where: { id: made.id }, data: { diffFiles: 1, diffAdded: 1, diffRemoved: 1, diffBytes: 40 } });

  const blocks = await blocksOf(ctx, ref, templateDocument());
  expect(Blocks.parse(blocks)).toEqual(blocks);
  expect(blocks.evidence).toEqual({ [`entry:${entry.id}`]: { at: entry.occurredAt, words: "Roll back" } });
  expect(blocks.diffs?.[made.id]).toMatchObject({ cut: false });
  const text = BLOCKS.map((kind) => blockMarkdown(kind, "key", blocks, "Europe/Berlin")).join("\n\n");
  for (const words of [
    "Decision: Roll **back**",
    "because valid until March",
    "**network or DNS** (infrastructure, enabled)",
    "Combines with **network or DNS**.",
    "| Unit test | yes | no |",
    "It could have been stopped first at: unit test. Holes: unit test (did not exist).",
    "Bound \\| every retry",
    "`max=3` holds",
    "| Code |",
    "```diff\n--- a/x",
    "Times in Europe/Berlin (UTC+",
  ])
    expect(text).toContain(words);
});

test("what goes first where there is too much, and that it says so", async () => {
  const { ref, id: incidentId } = await declareIncident(ctx, { title: unique("Pool") });
  const { id: authorId } = ctx.actor;
  await db().writer.timelineEntry.createMany({
    data: Array.from({ length: 620 }, (_, at) => ({
      incidentId,
      authorId,
      seq: 100 + at,
      touched: 100 + at,
      kind: at % 100 === 99 ? "decision" : "note",
      body: `Line ${at}`,
      data: {},
      occurredAt: new Date(Date.now() + at * 1000),
    })),
  });
  const key = await blocksOf(ctx, ref, doc(["timeline"]));
  expect(key.timeline!.every((entry) => entry.kind !== "note")).toBe(true);
  expect(key.timelineLeft).toBeUndefined();
  const all = await blocksOf(ctx, ref, doc(["timeline", "all"]));
  expect(all.timeline).toHaveLength(500);
  expect(all.timelineLeft).toBe((await db().reader.timelineEntry.count({ where: { incidentId } })) - 500);
  expect(all.timeline!.filter(({ kind }) => kind === "decision")).toHaveLength(6);
  expect(all.timeline!.map(({ occurredAt }) => occurredAt)).toEqual(all.timeline!.map(({ occurredAt }) => occurredAt).sort());
});

test("the rule of key moments in SQL is the rule in the page", async () => {
  const { ref } = await declareIncident(ctx, { title: unique("Pool") });
  for (const kind of ["note", "alert", "change", "decision", "action", "evidence", "comms", "impact"]) await say(ref, { kind, body: kind });
  for (const state of ["open", "ruled_out", "confirmed"]) await say(ref, { kind: "hypothesis", body: state, data: { state } });
  await say(ref, { kind: "note", body: "starred", starred: true });
  await say(ref, { kind: "note", body: "pinned", milestone: "detected" });
  await say(ref, { kind: "status", data: { to: "mitigated", mitigation: "rollback" } });
  await say(ref, { kind: "severity", data: { to: "SEV2" } });
  const whole = (await blocksOf(ctx, ref, doc(["timeline", "all"]))).timeline!;
  for (const filter of TIMELINE_FILTERS) {
    const alone = (await blocksOf(ctx, ref, doc(["timeline", filter]))).timeline!;
    expect(alone).toEqual(entriesOf(whole, filter));
  }
});

test("a long diff is cut at the end of a line, a dismissed one is left out, and beyond the room it is only said", async () => {
  const { ref } = await declareIncident(ctx, { title: unique("Pool") });
  const line = `+${"x".repeat(99)}\n`;
  const ids: string[] = [];
  for (const verdict of ["dismissed" as const, "suspect" as const, ...Array.from({ length: 10 }, () => "contributed" as const)]) {
    const { id } = await addIncidentChange(ctx, ref, { kind: "deploy", summary: `Deploy ${ids.length}`, verdict });
    await db().writer.changeDiff.create({ data: { changeId: id, text: line.repeat(1000) } });
    await db().writer.change.update({ where: { id }, data: { diffBytes: 101_000, diffFiles: 0, diffAdded: 0, diffRemoved: 0 } });
    ids.push(id);
  }
  const { diffs } = await blocksOf(ctx, ref, doc(["changes"]));
  expect(diffs![ids[0]!]).toBeUndefined();
  expect(diffs![ids[1]!]).toEqual({ text: "", cut: true });
  const cut = diffs![ids[2]!]!;
  expect(cut.cut && cut.text.length <= DIFF_MOST && cut.text.endsWith("x\n")).toBe(true);
  expect(Object.values(diffs!).filter(({ text }) => text).length).toBe(10);
});

test("nothing of a private incident is in the rows that stay, whoever froze them", async () => {
  const secret = unique("Secret");
  const hidden = await declareIncident(admin, { title: secret, visibility: "private" });
  const { ref, id } = await declareIncident(ctx, { title: unique("Pool") });
  const item = await addActionItem(ctx, ref, { title: "Bound every retry" });
  await db().writer.actionItemHeld.create({ data: { incidentId: hidden.id, actionItemId: item.id, answer: "held", note: secret, askedAt: new Date() } });
  await db().writer.incident.update({ where: { id }, data: { mergedIntoId: hidden.id } });
  const theirs = await recordChange(admin, { kind: "deploy", summary: secret });
  await db().writer.change.update({ where: { id: theirs.id }, data: { incidentId: hidden.id, recordedInId: hidden.id } });
  await db().writer.incidentChange.create({ data: { incidentId: id, changeId: theirs.id, addedById: admin.actor.id } });
  await addFactor(ctx, ref, { tag: "network or DNS", role: "enabled", evidence: [{ kind: "url", url: "https://status.example/1" }] });
  await db().writer.factor.updateMany({
    where: { incidentId: id },
    data: {
      evidence: [
        { kind: "change", id: theirs.id },
        { kind: "entry", id: newId() },
      ],
    },
  });

  const frozen = await blocksOf(admin, ref, templateDocument());
  const text = JSON.stringify(frozen) + BLOCKS.map((kind) => blockMarkdown(kind, "all", frozen, "UTC")).join("\n");
  for (const trace of [secret, hidden.ref, hidden.id]) expect(text).not.toContain(trace);
  expect((await actionsToday(admin, frozen))[item.id]!.held).toHaveLength(1);
  expect((await actionsToday(ctx, frozen))[item.id]!.held).toEqual([]);
  await expect(blocksOf(ctx, hidden.ref, templateDocument())).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("how an item stands today lies beside how it stood", async () => {
  const { ref } = await declareIncident(ctx, { title: unique("Pool") });
  const item = await addActionItem(ctx, ref, { title: "Bound every retry" });
  const frozen = await blocksOf(ctx, ref, doc(["actions"]));
  await updateActionItem(ctx, item.id, { status: "done" });
  expect(frozen.actions![0]!.status).toBe("open");
  expect((await actionsToday(ctx, frozen))[item.id]!.status).toBe("done");
  expect(await actionsToday(ctx, {})).toEqual({});
});

test("a document of nothing but blocks, which nobody could write out, says so", async () => {
  const { ref } = await declareIncident(ctx, { title: unique("Pool") });
  const many = Array.from({ length: 51 }, (): [string] => ["timeline"]);
  await expect(blocksOf(ctx, ref, doc(...many))).rejects.toMatchObject({ code: "INVALID" });
  expect(Object.keys(await blocksOf(ctx, ref, doc(...many.slice(1))))).toContain("timeline");
});
