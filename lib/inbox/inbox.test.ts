import type { ParsedMail } from "mailparser";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { answerCall, makeCall } from "../calls/mutations";
import { db } from "../db";
import { forgetEnv } from "../env";
import { newId } from "../ids";
import { declareIncident, setNextUpdate } from "../incidents/mutations";
import { installJobs } from "../jobs/install";
import { handlers } from "../jobs/handlers";
import { takeRole } from "../roles/mutations";
import { markSeen } from "../seen/mutations";
import { ctxOf } from "../testing/ctx";
import { makePerson } from "../testing/factories";
import { addTimelineEntry } from "../timeline/mutations";
import { setInboxDone } from "./mutations";
import { listInbox } from "./queries";

let smtp: SMTPServer;
const mails: ParsedMail[] = [];

beforeAll(async () => {
  await installJobs();
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _, done) {
      void simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      });
    },
  });
  await new Promise<void>((done) => void smtp.listen(0, "127.0.0.1", done));
});
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
  mails.length = 0;
});
afterAll(() => new Promise<void>((done) => smtp.close(() => done())));

const withMail = () => {
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`);
  vi.stubEnv("NEXTAUTH_URL", "https://candor.example.com");
  forgetEnv();
};

/** Someone, with the ctx of their session. */
async function person() {
  const made = await makePerson();
  return { ...made, ctx: ctxOf(made) };
}

const once = { signal: new AbortController().signal };
const jobsFor = async (name: string, text: string) =>
  (await db().reads.query(`select data from pgboss.job where name = $1 and data::text like '%' || $2 || '%'`, [name, text])).rows.map((row) => row.data);

describe("the inbox", () => {
  it("tells others, never oneself, and leads to the very place", async () => {
    const [ada, bo] = await Promise.all([person(), person()]);
    const incident = await declareIncident(ada.ctx, { title: "Search is empty" });
    const entry = await addTimelineEntry(ada.ctx, incident.ref, { kind: "note", body: `> seen **twice**, @${bo.name} and @${ada.name}\n\nmore` });
    await takeRole(ada.ctx, incident.ref, { role: "lead", personId: bo.id });
    const call = await makeCall(ada.ctx, incident.ref, { personIds: [bo.id], message: "Which shard?" });

    const { items, waiting } = await listInbox(bo.ctx);
    expect(waiting).toBe(3);
    expect(items.map(({ kind, title, excerpt, url }) => ({ kind, title, excerpt, url }))).toEqual([
      {
        kind: "call",
        title: `${ada.name} asks for your help with ${incident.ref}`,
        excerpt: "Which shard?",
        url: `/incidents/${incident.ref}#call-${call.id}`,
      },
      { kind: "role", title: `${ada.name} made you the incident lead of ${incident.ref}`, excerpt: null, url: expect.stringContaining("#entry-") },
      {
        kind: "mention",
        title: `${ada.name} mentioned you in ${incident.ref}`,
        excerpt: `seen twice, @${bo.name} and @${ada.name}`,
        url: `/incidents/${incident.ref}#entry-${entry.id}`,
      },
    ]);
    expect(items[0]).toMatchObject({ incidentRef: incident.ref, incidentTitle: "Search is empty", from: { id: ada.id }, callId: call.id, answer: null });
    expect(await listInbox(ada.ctx)).toEqual({ items: [], nextCursor: null, waiting: 0 });
    const told = await db().reads.query(`select data from event where type = 'inbox.told' and "incidentId" = $1`, [incident.id]);
    expect(told.rows.map((row) => row.data)).toEqual([{ personIds: [bo.id] }, { personIds: [bo.id] }, { personIds: [bo.id] }]);
  });

  it("is seen with the room, done with the answer or by hand, and undone", async () => {
    const [ada, bo] = await Promise.all([person(), person()]);
    const incident = await declareIncident(ada.ctx, { title: "Two things" });
    await addTimelineEntry(ada.ctx, incident.ref, { kind: "note", body: `@${bo.name} look` });
    const call = await makeCall(ada.ctx, incident.ref, { personIds: [bo.id] });
    await markSeen(bo.ctx, incident.ref, 3);
    const before = await listInbox(bo.ctx);
    expect(before.items.every((item) => item.seenAt !== null)).toBe(true);
    const cy = await person();
    await answerCall(cy.ctx, call.id, { answer: "on_it" });
    expect((await listInbox(bo.ctx)).items.find((item) => item.kind === "call")).toMatchObject({ onIt: [{ id: cy.id }], answer: null });
    await answerCall(bo.ctx, call.id, { answer: "on_it" });
    const [mention, ...rest] = (await listInbox(bo.ctx)).items;
    expect(rest).toEqual([]);

    const done = await setInboxDone(bo.ctx, mention!.id);
    expect(done.doneAt).not.toBeNull();
    expect((await setInboxDone(bo.ctx, mention!.id)).doneAt).toBe(done.doneAt);
    expect((await listInbox(bo.ctx)).waiting).toBe(0);
    expect((await listInbox(bo.ctx, { done: true })).items.map((item) => item.answer)).toEqual([null, "on_it"]);
    await setInboxDone(bo.ctx, mention!.id, false);
    expect((await listInbox(bo.ctx)).waiting).toBe(1);
    await expect(setInboxDone(ada.ctx, mention!.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(setInboxDone(bo.ctx, newId())).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("hides what one may no longer see, from the list, the count and the mail", async () => {
    withMail();
    const [ada, bo] = await Promise.all([person(), person()]);
    const incident = await declareIncident(ada.ctx, { title: "Sealed", visibility: "private" });
    await addTimelineEntry(ada.ctx, incident.ref, { kind: "note", body: `@${bo.name} in secret`, letIn: true });
    const [item] = (await listInbox(bo.ctx)).items;
    await db().writer.incidentPerson.deleteMany({ where: { incidentId: incident.id, personId: bo.id } });
    expect(await listInbox(bo.ctx)).toEqual({ items: [], nextCursor: null, waiting: 0 });
    await expect(setInboxDone(bo.ctx, item!.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await handlers["inbox.mail"].run({ inboxItemId: item!.id }, once);
    expect(mails).toHaveLength(0);
  });

  it("shows no word of an entry that was deleted", async () => {
    const [ada, bo] = await Promise.all([person(), person()]);
    const incident = await declareIncident(ada.ctx, { title: "Gone again" });
    const entry = await addTimelineEntry(ada.ctx, incident.ref, { kind: "note", body: `@${bo.name} the password is hunter2` });
    await db().writer.timelineEntry.update({ where: { id: entry.id }, data: { deletedAt: new Date() } });
    expect((await listInbox(bo.ctx)).items[0]!.excerpt).toBeNull();
  });

  it("is paged by a cursor", async () => {
    const [ada, bo] = await Promise.all([person(), person()]);
    const incident = await declareIncident(ada.ctx, { title: "Many words" });
    for (let n = 0; n < 5; n++) await addTimelineEntry(ada.ctx, incident.ref, { kind: "note", body: `${n} @${bo.name}` });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listInbox(bo.ctx, { limit: 2, cursor });
      expect(page.waiting).toBe(5);
      seen.push(...page.items.map((item) => item.excerpt![0]!));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(["4", "3", "2", "1", "0"]);

    const items = (await listInbox(bo.ctx)).items;
    for (const n of [2, 0, 4]) await setInboxDone(bo.ctx, items.find((item) => item.excerpt!.startsWith(`${n}`))!.id);
    const first = await listInbox(bo.ctx, { limit: 2, done: true });
    const second = await listInbox(bo.ctx, { limit: 2, done: true, cursor: first.nextCursor! });
    expect([...first.items, ...second.items].map((item) => item.excerpt![0])).toEqual(["4", "0", "2"]);
    expect(second).toMatchObject({ nextCursor: null, waiting: 2 });
    await expect(listInbox(bo.ctx, { cursor: "bm9uc2Vuc2U" })).rejects.toMatchObject({ code: "INVALID" });
  });

  it("mails a mention, unless it was seen first", async () => {
    withMail();
    const [ada, bo] = await Promise.all([person(), person()]);
    const incident = await declareIncident(ada.ctx, { title: "By post" });
    const entry = await addTimelineEntry(ada.ctx, incident.ref, { kind: "note", body: `@${bo.name} can you read this?` });
    const [item] = (await listInbox(bo.ctx)).items;
    expect(await jobsFor("inbox.mail", item!.id)).toEqual([{ inboxItemId: item!.id }]);
    await handlers["inbox.mail"].run({ inboxItemId: item!.id }, once);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.subject).toBe(`${incident.ref}: ${ada.name} mentioned you`);
    expect(mails[0]!.text).toContain(`https://candor.example.com/incidents/${incident.ref}#entry-${entry.id}`);
    await markSeen(bo.ctx, incident.ref, 1);
    await handlers["inbox.mail"].run({ inboxItemId: item!.id }, once);
    expect(mails).toHaveLength(1);
  });
});

describe("an update that is due", () => {
  const due = async (incidentId: string) => (await db().reader.incident.findUniqueOrThrow({ where: { id: incidentId } })).nextUpdateAt!.toISOString();

  it("reminds the lead once, and the declarer where there is none", async () => {
    withMail();
    const [ada, bo] = await Promise.all([person(), person()]);
    const incident = await declareIncident(ada.ctx, { title: "Say something" });
    await setNextUpdate(ada.ctx, incident.ref, { inMinutes: 1 });
    const at = await due(incident.id);
    expect(await jobsFor("update.due", incident.id)).toEqual([{ incidentId: incident.id, at }]);
    vi.useFakeTimers({ now: new Date(at), toFake: ["Date"] });
    try {
      await handlers["update.due"].run({ incidentId: incident.id, at }, once);
      await handlers["update.due"].run({ incidentId: incident.id, at }, once);
      const { items } = await listInbox(ada.ctx);
      expect(items.map((item) => [item.kind, item.title, item.from])).toEqual([["update_due", `The next update on ${incident.ref} is due`, null]]);
      await takeRole(ada.ctx, incident.ref, { role: "lead", personId: bo.id });
      await setNextUpdate(ada.ctx, incident.ref, { inMinutes: 1 });
      const next = await due(incident.id);
      vi.setSystemTime(new Date(next));
      await Promise.all([1, 2].map(() => handlers["update.due"].run({ incidentId: incident.id, at: next }, once)));
      const told = (await listInbox(bo.ctx)).items.filter((item) => item.kind === "update_due");
      expect(told).toHaveLength(1);
      await handlers["inbox.mail"].run({ inboxItemId: told[0]!.id }, once);
      expect(mails.at(-1)!.subject).toBe(`${incident.ref}: the next update is due`);
    } finally {
      vi.useRealTimers();
    }
  });

  it("says nothing when it was moved, taken back, or is over", async () => {
    const ada = await person();
    const incident = await declareIncident(ada.ctx, { title: "Never mind" });
    await setNextUpdate(ada.ctx, incident.ref, { inMinutes: 30 });
    const first = await due(incident.id);
    await setNextUpdate(ada.ctx, incident.ref, { inMinutes: 60 });
    await handlers["update.due"].run({ incidentId: incident.id, at: first }, once);
    const second = await due(incident.id);
    await addTimelineEntry(ada.ctx, incident.ref, { kind: "status", body: "", data: { to: "resolved" } });
    await handlers["update.due"].run({ incidentId: incident.id, at: second }, once);
    expect((await listInbox(ada.ctx)).waiting).toBe(0);
  });
});
