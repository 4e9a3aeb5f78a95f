import { afterAll, beforeAll, expect, test } from "vitest";
import { addActionItem, removeActionItem, updateActionItem } from "../actions/mutations";
import type { Ctx } from "../auth/ctx";
import { closeDb, db } from "../db";
import { newSecret } from "../ids";
import { addIncidentChange, updateIncidentChange } from "../beside/mutations";
import { recordChange, updateChange } from "../changes/mutations";
import { addFactor, removeFactor } from "../factors/mutations";
import { declareIncident, updateIncident } from "../incidents/mutations";
import { answerNet } from "../nets/mutations";
import { redactEntry } from "../redaction/mutations";
import { makeService } from "../testing/factories";
import { LiveProcess, type LiveSocket, type SignedIn, signedIn } from "../testing/live";
import { addTimelineEntry } from "../timeline/mutations";
import { listTimeline } from "../timeline/queries";
import type { EventMessage } from "./schema";

let here: LiveProcess;
let there: LiveProcess;
let ana: SignedIn;
let ben: SignedIn;
const home = globalThis as unknown as { candorHub?: unknown };

beforeAll(async () => {
  here = await LiveProcess.start();
  there = await LiveProcess.start();
  // Writes of this test come from the process `here`.
  home.candorHub = here.hub;
  ana = await signedIn("Ana");
  ben = await signedIn("Ben");
});
afterAll(async () => {
  home.candorHub = undefined;
  await Promise.all([here.stop(), there.stop()]);
  await closeDb();
});

const note = (ctx: Ctx, ref: string, body: string) => addTimelineEntry(ctx, ref, { kind: "note", body });
const isNews = (ref: string, seq: number) => (message: object) =>
  "row" in message && (message as EventMessage).ref === ref && (message as EventMessage).seq === seq;
async function watch(process: LiveProcess, who: SignedIn, ref: string, after?: number): Promise<LiveSocket> {
  const socket = await process.open(who.headers);
  socket.say({ subscribe: ref, ...(after === undefined ? {} : { after }) });
  await socket.until((message) => "ref" in message && message.ref === ref && (message.type === "caught_up" || message.type === "not_found"));
  return socket;
}

test("an entry reaches the others, in this process and in another, with its row", async () => {
  const { ref, seq } = await declareIncident(ana.ctx, { title: "Checkout is slow" });
  const near = await watch(here, ben, ref, seq);
  const far = await watch(there, ben, ref, seq);
  const entry = await note(ana.ctx, ref, "Pool is full");
  for (const socket of [near, far]) {
    const message = await socket.until<EventMessage>(isNews(ref, entry.seq));
    expect(message).toMatchObject({ ref, seq: entry.seq, type: "timeline.added", row: { id: entry.id, body: "Pool is full", author: { name: "Ana" } } });
  }
  await updateIncident(ana.ctx, ref, { title: "Checkout is down" });
  const changed = await far.until<EventMessage>((message) => message.type === "incident.updated");
  expect(changed.row).toMatchObject({ ref, title: "Checkout is down" });
  expect(changed.row).not.toHaveProperty("can");
});

test("what was missed comes first, in order, then what is new; each once", async () => {
  const { ref, seq } = await declareIncident(ana.ctx, { title: "Missed" });
  for (let n = 0; n < 120; n++) await note(ana.ctx, ref, `entry ${n}`);
  const socket = await there.open(ben.headers);
  socket.say({ subscribe: ref, after: seq });
  const last = await note(ana.ctx, ref, "written meanwhile");
  await socket.until(isNews(ref, last.seq));
  expect(socket.seqs(ref)).toEqual(Array.from({ length: last.seq - seq }, (_, n) => seq + 1 + n));
  socket.say({ subscribe: ref, after: last.seq - 2 });
  await socket.settled();
});

test("whoever missed too much is told to load the room again", async () => {
  const { ref, id } = await declareIncident(ana.ctx, { title: "Long ago" });
  await db().writes.query(`update incident set seq = 5000 where id = $1`, [id]);
  const socket = await watch(here, ben, ref, 2);
  expect(socket.messages[0]).toEqual({ ref, type: "reload", seq: 5000 });
  const entry = await note(ana.ctx, ref, "after that");
  await socket.until(isNews(ref, entry.seq));
});

test("the poll beneath brings what no notice brought", async () => {
  const deaf = await LiveProcess.start(100);
  await deaf.hub.deafen();
  const { ref, seq } = await declareIncident(ana.ctx, { title: "Unheard" });
  const socket = await watch(deaf, ben, ref, seq);
  const entry = await note(ana.ctx, ref, "nobody said so");
  await socket.until(isNews(ref, entry.seq));
  await deaf.stop();
});

test("a private incident and one that is not there answer alike, and nothing of it comes", async () => {
  const { ref } = await declareIncident(ana.ctx, { title: "Between us", visibility: "private" });
  const outsider = await watch(there, ben, ref, 0);
  const absent = await watch(there, ben, "INC-999999999", 0);
  await note(ana.ctx, ref, "secret words");
  await outsider.settled();
  expect(outsider.messages.filter((message) => message.type !== "pong")).toEqual([{ ref, type: "not_found" }]);
  expect(absent.messages).toEqual([{ ref: "INC-999999999", type: "not_found" }]);
  outsider.say({ subscribe: "nonsense", after: 0 }).say({ here: ref, typing: true });
  expect(await outsider.until((message) => "ref" in message && message.ref === "nonsense")).toEqual({ ref: "nonsense", type: "not_found" });
});

test("turning private puts outsiders out before the next word", async () => {
  const { ref, seq } = await declareIncident(ana.ctx, { title: "Open at first", severity: "SEV2" });
  await addTimelineEntry(ana.ctx, ref, { kind: "note", body: "All may read this" });
  const admin = await signedIn("Ada", "admin");
  const sockets = { in: await watch(there, ana, ref, seq), admin: await watch(there, admin, ref, seq), out: await watch(there, ben, ref, seq) };
  const root = await signedIn("Root", "admin");
  await updateIncident(root.ctx, ref, { visibility: "private", title: "Closed title" });
  const entry = await note(ana.ctx, ref, "Not for everyone");
  await sockets.in.until(isNews(ref, entry.seq));
  await sockets.admin.until(isNews(ref, entry.seq));
  await sockets.out.until((message) => message.type === "not_found");
  await sockets.out.settled();
  const told = JSON.stringify(sockets.out.messages);
  expect(told).not.toContain("Closed title");
  expect(told).not.toContain("Not for everyone");
});

test("who is put out of a room that turned private is not shown in it either, and cannot say that they are", async () => {
  const { ref, seq } = await declareIncident(ana.ctx, { title: "Company at first" });
  const [inside, outside] = [await watch(there, ana, ref, seq), await watch(there, ben, ref, seq)];
  const rooms = there.hub.counts.rooms;
  const shown = () => inside.messages.flatMap((message) => (message.type === "presence" ? [message.people.map(({ id }) => id)] : [])).at(-1);
  inside.say({ here: ref });
  outside.say({ here: ref });
  await inside.until(() => shown()?.length === 2);
  const root = await signedIn("Rita", "admin");
  await updateIncident(root.ctx, ref, { visibility: "private" });
  await outside.until((message) => message.type === "not_found");
  await inside.until(() => shown()?.length === 1);
  const told = outside.messages.length;
  outside.say({ here: ref, typing: true }).say({ subscribe: ref, after: 0 });
  await outside.settled();
  await note(ana.ctx, ref, "between us");
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(shown()).toEqual([ana.id]);
  expect(outside.messages.slice(told).filter((message) => message.type !== "pong")).toEqual([{ ref, type: "not_found" }]);
  inside.ws.close();
  await inside.closed;
  await outside.settled();
  expect(there.hub.counts.rooms).toBe(rooms - 1);
});

test("what waits in a room that turned private is counted no more, in every process", async () => {
  const ivy = await signedIn("Ivy");
  const { ref, id } = await declareIncident(ana.ctx, { title: "Told of it" });
  await db().writer.inboxItem.create({ data: { incidentId: id, personId: ivy.id, kind: "mention" } });
  const sockets = [await here.open(ivy.headers), await there.open(ivy.headers)];
  for (const socket of sockets) await socket.say({ subscribe: "inbox" }).until((message) => message.type === "inbox" && message.waiting === 1);
  const root = await signedIn("Rosa", "admin");
  await updateIncident(root.ctx, ref, { visibility: "private" });
  for (const socket of sockets) await socket.until((message) => message.type === "inbox" && message.waiting === 0);
});

const isOffered = (message: object) => "type" in message && message.type === "offered";

test("words that were redacted are not caught up with, from memory neither", async () => {
  const { ref, seq } = await declareIncident(ana.ctx, { title: "A key was pasted" });
  const early = await watch(there, ben, ref, seq);
  const entry = await note(ana.ctx, ref, "the key is hunter2");
  await early.until(isNews(ref, entry.seq));
  const root = await signedIn("Ruth", "admin");
  const { touched } = await redactEntry(root.ctx, ref, entry.id, { text: "hunter2" });
  await early.until(isNews(ref, touched));
  const late = await watch(there, ben, ref, seq);
  await late.until(isNews(ref, touched));
  expect(JSON.stringify(late.messages)).toContain("[redacted]");
  expect(JSON.stringify(late.messages)).not.toContain("hunter2");
});

test("nor are those of a change that was redacted in another room, or of an item that was taken out or edited", async () => {
  const root = await signedIn("Ruth", "admin");
  const [one, two] = [await declareIncident(ana.ctx, { title: "One" }), await declareIncident(ana.ctx, { title: "Two" })];
  const early = await watch(there, ben, two.ref, two.seq);
  const { id } = await addIncidentChange(ana.ctx, one.ref, { kind: "config", summary: "the key is hunter2" });
  await addIncidentChange(ana.ctx, two.ref, { changeId: id });
  const kept = await addActionItem(ana.ctx, two.ref, { title: "rotate marlin" });
  const item = await addActionItem(ana.ctx, two.ref, { title: "change swordfish" });
  await early.until((message) => "type" in message && message.type === "action.added");
  const entry = (await listTimeline(ana.ctx, one.ref, { kind: ["change"] })).items[0]!;
  await redactEntry(root.ctx, one.ref, entry.id, { text: "hunter2" });
  await early.until(isOffered);
  await removeActionItem(ana.ctx, item.id);
  await early.until((message) => "type" in message && message.type === "action.removed");
  await updateActionItem(ana.ctx, kept.id, { title: "rotate it" });
  await early.until((message) => "type" in message && message.type === "action.updated");
  const late = await watch(there, ben, two.ref, two.seq);
  await late.until((message) => "type" in message && message.type === "action.updated");
  expect(JSON.stringify(late.messages)).toContain("[redacted]");
  expect(JSON.stringify(late.messages)).not.toMatch(/hunter2|swordfish|marlin/);
});

test("an admin who becomes a member leaves the private rooms that were not theirs", async () => {
  const { ref, seq } = await declareIncident(ana.ctx, { title: "Quiet", visibility: "private" });
  const admin = await signedIn("Adam", "admin");
  const socket = await watch(there, admin, ref, seq);
  await db().writer.person.update({ where: { id: admin.id }, data: { role: "member" } });
  here.hub.committed([{ incidentId: null, seq: null, type: "person.role_changed", data: { personId: admin.id } }]);
  await socket.until((message) => message.type === "not_found");
  await note(ana.ctx, ref, "later words");
  await socket.settled();
  expect(JSON.stringify(socket.messages)).not.toContain("later words");
});

test("a session that ends closes its sockets at once, in every process; another session of the person stays", async () => {
  const { ref, seq } = await declareIncident(ana.ctx, { title: "Signing out" });
  const cleo = await signedIn("Cleo");
  const [one, two, other] = [await watch(here, cleo, ref, seq), await watch(there, cleo, ref, seq), await watch(there, ben, ref, seq)];
  await db().writer.session.update({ where: { id: cleo.sessionId }, data: { endedAt: new Date() } });
  here.hub.committed([{ incidentId: null, seq: null, type: "session.ended", data: { sessionId: cleo.sessionId } }]);
  expect(await Promise.all([one.closed, two.closed])).toEqual([4401, 4401]);
  await other.settled();
  await expect(there.open(cleo.headers)).rejects.toThrow("401");
});

test("someone who is disabled, or whose session ends unheard, is closed too", async () => {
  const dee = await signedIn("Dee");
  const eve = await signedIn("Eve");
  const quick = await LiveProcess.start(50);
  const [disabled, unheard] = [await there.open(dee.headers), await quick.open(eve.headers)];
  await db().writer.person.update({ where: { id: dee.id }, data: { disabledAt: new Date() } });
  here.hub.committed([{ incidentId: null, seq: null, type: "person.disabled", data: { personId: dee.id } }]);
  await db().writer.session.update({ where: { id: eve.sessionId }, data: { endedAt: new Date() } });
  expect(await Promise.all([disabled.closed, unheard.closed])).toEqual([4401, 4401]);
  await quick.stop();
});

test("a stranger, an odd cookie, another site and odd messages are refused", async () => {
  await expect(here.open({})).rejects.toThrow("401");
  await expect(here.open({ cookie: `next-auth.session-token=${newSecret()}` })).rejects.toThrow("401");
  await expect(here.open({ authorization: "Bearer nonsense-nonsense-nonsense" })).rejects.toThrow("401");
  await expect(here.open({ ...ana.headers, origin: "https://elsewhere.example" })).rejects.toThrow("403");
  const same = await here.open({ ...ana.headers, origin: `http://${here.host}` });
  same.say({ subscribe: "INC-1", after: -1 });
  expect(await same.closed).toBe(1008);
  const large = await here.open(ana.headers);
  large.ws.send("x".repeat(5000));
  expect(await large.closed).toBe(1009);
});

test("who is here, over both processes, a person in two tabs once; and who types", async () => {
  const { ref, seq } = await declareIncident(ana.ctx, { title: "Company" });
  const [one, two, far] = [await watch(here, ana, ref, seq), await watch(here, ana, ref, seq), await watch(there, ben, ref, seq)];
  one.say({ here: ref });
  two.say({ here: ref, typing: true });
  far.say({ here: ref });
  const both = (message: object) => "people" in message && (message as { people: unknown[] }).people.length === 2;
  for (const socket of [one, far]) {
    const message = await socket.until((m) => both(m) && (m as { typing: string[] }).typing.length === 1);
    expect(message).toMatchObject({ ref, type: "presence", count: 2, typing: [ana.id] });
  }
  far.ws.close();
  const counts = () => one.messages.flatMap((m) => (m.type === "presence" ? m.count : []));
  await one.until(() => counts().at(-1) === 1);
  one.ws.close();
  await two.settled();
});

test("what waits for a person reaches their pages, and only theirs", async () => {
  const fay = await signedIn("Fay");
  const [hers, his] = [(await there.open(fay.headers)).say({ subscribe: "inbox" }), (await there.open(ben.headers)).say({ subscribe: "inbox" })];
  await hers.until((message) => message.type === "inbox" && message.waiting === 0);
  await his.until((message) => message.type === "inbox");
  const before = his.messages.length;
  const { ref } = await declareIncident(ana.ctx, { title: "Help" });
  await addTimelineEntry(ana.ctx, ref, { kind: "note", body: "@Fay can you look?" });
  await hers.until((message) => message.type === "inbox" && message.waiting === 1);
  await his.settled();
  expect(his.messages.slice(before).filter((message) => message.type === "inbox")).toEqual([]);
});

test("a server that stops says so", async () => {
  const short = await LiveProcess.start();
  const socket = await short.open(ana.headers);
  await short.stop();
  expect(await socket.closed).toBe(1001);
});

test("a change told outside of any room is offered within a second in those that it concerns, in every process", async () => {
  const base = await makeService();
  const service = await makeService({ dependsOn: [base.id] });
  const declare = (serviceIds: string[]) => declareIncident(ana.ctx, { title: "Concerned", serviceIds });
  const [own, dependent, other] = [await declare([base.id]), await declare([service.id]), await declare([(await makeService()).id])];
  const sockets = [await watch(here, ben, own.ref), await watch(there, ben, own.ref), await watch(there, ben, dependent.ref)];
  const aside = await watch(there, ben, other.ref);
  const from = Date.now();
  const { id } = await recordChange(ana.ctx, { kind: "deploy", summary: "Deploy 812", serviceId: base.id });
  for (const socket of sockets) await socket.until(isOffered);
  expect(Date.now() - from).toBeLessThan(1000);
  // Beside the third it is that room's matter too, whatever its services are.
  await addIncidentChange(ana.ctx, other.ref, { changeId: id });
  await updateChange(ana.ctx, id, { summary: "Deploy 813" });
  expect(await aside.until(isOffered)).toMatchObject({ beside: true });
  expect(sockets[0]!.messages.filter(isOffered)).toContainEqual({ ref: own.ref, type: "offered", beside: false });
});

test("what combined, the nets and what follows come with their rows in another process, and leave as gone", async () => {
  const { ref, seq } = await declareIncident(ana.ctx, { title: "Rows" });
  const socket = await watch(there, ben, ref, seq);
  const factor = await addFactor(ana.ctx, ref, { tag: "race" });
  const item = await addActionItem(ana.ctx, ref, { title: "Lock it", factorId: factor.id });
  await answerNet(ana.ctx, ref, "review", { existed: true });
  expect((await socket.until<EventMessage>((message) => message.type === "net.answered")).row).toMatchObject({ net: "review", existed: true });
  await removeFactor(ana.ctx, ref, factor.id);
  expect((await socket.until<EventMessage>((message) => message.type === "factor.removed")).row).toEqual({ id: factor.id, gone: true });
  expect((await socket.until<EventMessage>((message) => message.type === "action.updated")).row).toMatchObject({ id: item.id, factorId: null });
  const before = socket.messages.length;
  await addFactor(ana.ctx, ref, { id: factor.id, tag: "race" });
  await socket.until<EventMessage>((message) => message.type === "action.updated" && socket.messages.indexOf(message) >= before);
  expect(socket.messages.slice(before)).toMatchObject([
    { type: "factor.added", row: { id: factor.id } },
    { type: "action.updated", row: { id: item.id, factorId: factor.id } },
  ]);
});

test("what is told in a room comes with its row, and what is taken away as gone; a private room tells no other", async () => {
  const service = await makeService();
  const { ref, seq } = await declareIncident(ana.ctx, { title: "Rows", serviceIds: [service.id] });
  const hidden = await declareIncident(ana.ctx, { title: "Hidden", visibility: "private", serviceIds: [service.id] });
  const socket = await watch(there, ben, ref, seq);
  await addIncidentChange(ana.ctx, hidden.ref, { kind: "deploy", summary: "kept here", serviceId: service.id });
  const made = await addIncidentChange(ana.ctx, ref, { kind: "flag", summary: "retry_v2 on" });
  await updateIncidentChange(ana.ctx, ref, made.id, { verdict: "suspect" });
  const judged = await socket.until<EventMessage>((message) => message.type === "change.judged");
  expect(judged.row).toMatchObject({ id: made.id, summary: "retry_v2 on", verdict: "suspect" });
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(socket.messages.filter(isOffered).length).toBeLessThanOrEqual(1);
  expect(JSON.stringify(socket.messages)).not.toContain("kept here");
});
