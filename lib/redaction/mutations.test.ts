import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { POST } from "@/app/api/v1/incidents/[ref]/timeline/[id]/redact/route";
import { addActionItem } from "../actions/mutations";
import { getActionItem } from "../actions/queries";
import { addAttachment } from "../attachments/mutations";
import { attachmentPath } from "../attachments/queries";
import { addIncidentChange, putIncidentDiff } from "../beside/mutations";
import { makeCall } from "../calls/mutations";
import { getChange } from "../changes/queries";
import { db } from "../db";
import { addFactor } from "../factors/mutations";
import { getFactor } from "../factors/queries";
import { declareIncident } from "../incidents/mutations";
import { getIncident } from "../incidents/queries";
import { installJobs } from "../jobs/install";
import { takeRole } from "../roles/mutations";
import { foldSearch } from "../search/fold";
import { ctxOf } from "../testing/ctx";
import { dumpHolding } from "../testing/dump";
import { eventsOf, makePerson, makeSession, type TestPerson, unique } from "../testing/factories";
import { addTimelineEntry, deleteTimelineEntry, updateTimelineEntry } from "../timeline/mutations";
import { listTimeline } from "../timeline/queries";

/** What was redacted is nowhere any more: a dump of every table is searched for it, and the data folder. */

const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
let lead: TestPerson;
let ref: string;
let cookie: string;
let secret: string;

beforeAll(async () => {
  process.env.SMTP_URL = "smtp://127.0.0.1:1";
  process.env.WEBHOOK_URL = "https://hooks.example/candor";
  process.env.WEBHOOK_SECRET = `whsec_${Buffer.alloc(24).toString("base64")}`;
  await installJobs();
  lead = await makePerson();
  cookie = await makeSession(lead);
});

const room = async () => {
  secret = unique("hunter").replace(/\W/g, "");
  ({ ref } = await declareIncident(ctxOf(lead), { title: unique("room") }));
  await takeRole(ctxOf(lead), ref, { role: "lead", personId: lead.id });
  return ctxOf(lead);
};

async function redact(id: string, body: object) {
  const request = new Request(`http://candor.example/api/v1/incidents/${ref}/timeline/${id}/redact`, {
    method: "POST",
    headers: { cookie, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const response = await POST(request, { params: Promise.resolve({ ref, id }) });
  return { status: response.status, text: await response.text() };
}

describe("a redacted word", () => {
  test("is gone from an entry, its history, where we are, its source and its pictures' names", async () => {
    const ctx = await room();
    const file = await addAttachment(ctx, ref, { name: `${secret}.png`, bytes: PNG });
    const entry = await addTimelineEntry(ctx, ref, {
      kind: "evidence",
      body: `The key is ${secret}`,
      sourceUrl: `https://logs.example/?q=${secret}`,
      attachmentIds: [file.id],
    });
    await updateTimelineEntry(ctx, ref, entry.id, { body: `The key is ${secret}, seen twice` });
    await foldSearch();
    expect((await getIncident(ctx, ref)).now.known).toContain(secret);
    expect(await dumpHolding(secret)).toEqual(
      expect.arrayContaining(["public.attachment", "public.incident", "public.timeline_entry", "search.incident", 'search."row"']),
    );
    const { status, text } = await redact(entry.id, { text: secret });
    expect([status, text.includes(secret)]).toEqual([200, false]);
    expect(await dumpHolding(secret)).toEqual([]);
    expect(await readFile(attachmentPath(file.id))).toEqual(PNG);
  });

  test("that only a picture's name holds is found there", async () => {
    const ctx = await room();
    const file = await addAttachment(ctx, ref, { name: `${secret} on a screen.png`, bytes: PNG });
    const entry = await addTimelineEntry(ctx, ref, { kind: "note", body: "", attachmentIds: [file.id] });
    expect((await redact(entry.id, { text: secret })).status).toBe(200);
    expect(await dumpHolding(secret)).toEqual([]);
  });

  test("is gone from a call's message, whatever was to be sent of it", async () => {
    const ctx = await room();
    const other = await makePerson();
    const call = await makeCall(ctx, ref, { personIds: [other.id], message: `The key is ${secret}` });
    const told = (await listTimeline(ctx, ref, { kind: ["comms"] })).items.find((entry) => entry.data.callId === call.id)!;
    expect(await dumpHolding(secret)).toEqual(expect.arrayContaining(["public.call", "public.timeline_entry"]));
    expect((await redact(told.id, { text: secret })).status).toBe(200);
    expect(await dumpHolding(secret)).toEqual([]);
    const { rows } = await db().reads.query("select 1 from pgboss.job where data->>'callId' = $1", [call.id]);
    expect(rows).toHaveLength(2);
  });

  test("is gone from the note of a role, from a theory's reason and from who said it", async () => {
    const ctx = await room();
    await takeRole(ctx, ref, { role: "comms", personId: lead.id, note: `They know ${secret}` });
    const theory = await addTimelineEntry(ctx, ref, { kind: "hypothesis", body: "The key" });
    await updateTimelineEntry(ctx, ref, theory.id, { data: { state: "ruled_out", because: `it is ${secret}` } });
    const quote = await addTimelineEntry(ctx, ref, { kind: "note", body: "said", data: { saidBy: secret } });
    const role = (await listTimeline(ctx, ref, { kind: ["role"] })).items.find((entry) => entry.body.includes(secret))!;
    for (const id of [role.id, theory.id, quote.id]) expect((await redact(id, { text: secret })).status).toBe(200);
    expect(await dumpHolding(secret)).toEqual([]);
  });

  test("is gone from factors that cite the entry, from action items that were made of it, and from their rows in search", async () => {
    const ctx = await room();
    const body = `The key ${secret} was logged by the worker`;
    for (const text of [secret, undefined]) {
      const entry = await addTimelineEntry(ctx, ref, { kind: "evidence", body });
      const said = text ? { why: `It logs ${secret}` } : { why: "It logs what it gets" };
      const label = `10:04 The key ${secret} was logged`;
      const evidence = [
        { kind: "entry" as const, id: entry.id.toUpperCase(), label: text ? label : label.slice(6) },
        { kind: "url" as const, url: "https://runs.example/1", label: "A run" },
      ];
      const factor = await addFactor(ctx, ref, { tag: "race", ...said, evidence });
      const item = await addActionItem(ctx, ref, { title: text ? `Change ${secret}` : body, description: `> ${body}`, entryId: entry.id });
      const other = await addActionItem(ctx, ref, { title: "Log less", entryId: entry.id });
      await foldSearch();
      expect(await dumpHolding(secret)).toEqual(expect.arrayContaining(["public.action_item", "public.factor", "search.incident", 'search."row"']));
      expect((await redact(entry.id, text ? { text } : {})).status).toBe(200);
      expect(await dumpHolding(secret)).toEqual([]);
      expect((await getFactor(ctx, ref, factor.id)).evidence[1]).toEqual(evidence[1]);
      expect(await getFactor(ctx, ref, factor.id)).toMatchObject({ version: 2, why: text ? "It logs [redacted]" : "It logs what it gets" });
      expect(await getActionItem(ctx, item.id)).toMatchObject({ version: 2, title: text ? "Change [redacted]" : "[redacted]" });
      expect(await getActionItem(ctx, other.id)).toMatchObject({ version: 1, title: "Log less" });
      expect(await eventsOf("action.updated", { actionItemId: item.id })).toHaveLength(1);
    }
  });

  test("is gone from the change that the entry tells of, from its diff, and from the other rooms where it stands", async () => {
    const ctx = await room();
    const elsewhere = await declareIncident(ctx, { title: unique("elsewhere") });
    for (const text of [secret, undefined]) {
      const more = text ? { actor: secret, before: secret, after: `${secret}2`, url: `https://ci.example/?k=${secret}`, why: `It has ${secret}` } : {};
      const made = await addIncidentChange(ctx, ref, { kind: "config", summary: `Set the key to ${secret}`, ...more });
      if (text) await putIncidentDiff(ctx, ref, made.id, `--- a/env\n+++ b/env\n@@ -1 +1 @@\n-KEY=${secret}\n+KEY=other\n`);
      await addIncidentChange(ctx, elsewhere.ref, { changeId: made.id });
      await foldSearch();
      expect(await dumpHolding(secret)).toEqual(expect.arrayContaining(["public.change", "public.timeline_entry", "search.incident", 'search."row"']));
      const entry = (await listTimeline(ctx, ref, { kind: ["change"] })).items.find(({ data }) => data.changeId === made.id)!;
      expect((await redact(entry.id, text ? { text } : {})).status).toBe(200);
      expect(await dumpHolding(secret)).toEqual([]);
      const { items } = await listTimeline(ctx, elsewhere.ref, { kind: ["change"] });
      expect(items.find(({ data }) => data.changeId === made.id)!.body).toBe(text ? "Set the key to [redacted]" : "[redacted]");
      expect(await getChange(ctx, made.id)).toMatchObject({ hasDiff: text !== undefined, summary: text ? "Set the key to [redacted]" : "[redacted]" });
    }
  });

  test("goes with a whole entry, and so do its pictures; also of one that was deleted", async () => {
    const ctx = await room();
    const file = await addAttachment(ctx, ref, { name: `${secret}.png`, bytes: Buffer.concat([PNG, Buffer.from(secret)]) });
    const entry = await addTimelineEntry(ctx, ref, { kind: "impact", body: secret, attachmentIds: [file.id] });
    expect((await readFile(attachmentPath(file.id))).includes(secret)).toBe(true);
    const deleted = await addTimelineEntry(ctx, ref, { kind: "note", body: secret });
    await deleteTimelineEntry(ctx, ref, deleted.id);
    for (const { id } of [entry, deleted]) expect((await redact(id, {})).status).toBe(200);
    expect(await dumpHolding(secret)).toEqual([]);
    await expect.poll(() => readFile(attachmentPath(file.id)).catch((error: { code: string }) => error.code)).toBe("ENOENT");
  });
});
