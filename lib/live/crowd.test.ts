import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeDb, db } from "../db";
import { declareIncident } from "../incidents/mutations";
import { redactEntry } from "../redaction/mutations";
import { LiveProcess, type LiveSocket, type SignedIn, signedIn } from "../testing/live";
import { addTimelineBatch, addTimelineEntry } from "../timeline/mutations";
import * as rows from "./rows";
import { isEvent } from "./channel";
import type { LiveMessage } from "./schema";

vi.mock("./rows", { spy: true });

let here: LiveProcess;
let there: LiveProcess;
let ana: SignedIn;
const home = globalThis as unknown as { candorHub?: unknown };

beforeAll(async () => {
  here = await LiveProcess.start(500);
  there = await LiveProcess.start(500);
  home.candorHub = here.hub;
  ana = await signedIn("Ana", "admin");
});
afterAll(async () => {
  home.candorHub = undefined;
  await Promise.all([here.stop(), there.stop()]);
  await closeDb();
});

const note = (ref: string, body: string) => addTimelineEntry(ana.ctx, ref, { kind: "note", body });
const has = (ref: string, seq: number) => (message: LiveMessage) => isEvent(message) && message.ref === ref && message.seq === seq;
const upTo = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + 1 + n);
const many = <T>(n: number, make: (n: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: n }, (_, at) => make(at)));
const shuffled = <T>(items: T[]) =>
  items
    .map((item) => [Math.random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);

test("five hundred watch one room: a message is loaded and written once a process, and not at all where nobody watches", async () => {
  const { ref, seq } = await declareIncident(ana.ctx, { title: "Crowd" });
  vi.mocked(rows.messagesOf).mockClear();
  await note(ref, "nobody is here yet");
  expect(rows.messagesOf).not.toHaveBeenCalled();

  const sockets = await many(500, () => here.open(ana.headers));
  for (const socket of sockets) socket.say({ subscribe: ref, after: seq + 1 });
  await Promise.all(sockets.map((socket) => socket.until((message) => message.type === "caught_up")));
  vi.mocked(rows.messagesOf).mockClear();
  const entry = await note(ref, "now all of them are");
  await Promise.all(sockets.map((socket) => socket.until(has(ref, entry.seq))));
  expect(rows.messagesOf).toHaveBeenCalledTimes(1);
  for (const socket of sockets) socket.ws.terminate();
  await vi.waitFor(() => expect(here.hub.counts.viewers).toBe(0));
  expect(here.hub.counts.rooms).toBe(0);
});

test("writers in one process, readers who come and go in two: each reader has every number once and in order", async () => {
  const { ref, seq } = await declareIncident(ana.ctx, { title: "Coming and going" });
  const readers = await many(12, async (n) => {
    await new Promise((resolve) => setTimeout(resolve, n * 15));
    const socket = await (n % 2 ? here : there).open(ana.headers);
    return socket.say({ subscribe: ref, after: seq });
  });
  const writing = many<unknown>(40, (n) =>
    n % 10
      ? note(ref, `entry ${n}`)
      : addTimelineBatch(ana.ctx, ref, { entries: upTo(0, 30).map((at) => ({ kind: "note" as const, body: `line ${n}.${at}` })) }),
  );
  const late = await there.open(ana.headers);
  late.say({ subscribe: ref, after: seq });
  await writing;
  const last = (await note(ref, "the last")).seq;
  for (const socket of [...readers, late]) {
    await socket.until(has(ref, last));
    expect(socket.seqs(ref)).toEqual(upTo(seq, last));
  }
});

test("notices that come twice, late, out of order or not at all change nothing", async () => {
  const { ref, id, seq } = await declareIncident(ana.ctx, { title: "Rumours" });
  const socket = await there.open(ana.headers);
  socket.say({ subscribe: ref, after: seq });
  await socket.until((message) => message.type === "caught_up");
  home.candorHub = undefined;
  for (let n = 0; n < 20; n++) await note(ref, `entry ${n}`);
  for (const at of shuffled([...upTo(seq, seq + 20), ...upTo(seq, seq + 20)]))
    there.hub.committed([{ incidentId: id, seq: at, type: "timeline.added", data: {} }]);
  home.candorHub = here.hub;
  const last = (await note(ref, "the last")).seq;
  await socket.until(has(ref, last));
  expect(socket.seqs(ref)).toEqual(upTo(seq, last));
});

test("a reader who takes nothing in is dropped, and catches up when they come back", async () => {
  const { ref, seq } = await declareIncident(ana.ctx, { title: "Slow" });
  const [slow, quick] = [await here.open(ana.headers), await here.open(ana.headers)];
  for (const socket of [slow, quick]) await socket.say({ subscribe: ref, after: seq }).until((message) => message.type === "caught_up");
  const before = here.hub.counts.viewers;
  slow.ws.pause();
  const words = "🐢".repeat(99_000);
  let last = seq;
  for (let n = 0; n < 40; n++) last = (await note(ref, words)).seq;
  await quick.until(has(ref, last));
  await vi.waitFor(() => expect(here.hub.counts.viewers).toBe(before - 1), 5000);
  slow.ws.resume();
  expect([4408, 1006]).toContain(await slow.closed);
  const back = await here.open(ana.headers);
  const from = slow.seqs(ref).at(-1) ?? seq;
  back.say({ subscribe: ref, after: from });
  await back.until(has(ref, last));
  expect(back.seqs(ref)).toEqual(upTo(from, last));
}, 20_000);

test("LISTEN and NOTIFY come back after the database cut them", async () => {
  const { ref, seq } = await declareIncident(ana.ctx, { title: "Cut" });
  const socket = await there.open(ana.headers);
  await socket.say({ subscribe: ref, after: seq }).until((message) => message.type === "caught_up");
  const { rows: cut } = await db().reads.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'candor %' and datname = current_database()",
  );
  expect(cut.length).toBeGreaterThanOrEqual(4);
  const entry = await note(ref, "written in the dark");
  await socket.until(has(ref, entry.seq));
  await new Promise((resolve) => setTimeout(resolve, 700));
  const next = await note(ref, "and in the light");
  await socket.until(has(ref, next.seq));
});

test("words that were redacted come out of no memory", async () => {
  const { ref, seq } = await declareIncident(ana.ctx, { title: "Slip" });
  const early = await here.open(ana.headers);
  await early.say({ subscribe: ref, after: seq }).until((message) => message.type === "caught_up");
  const slip = await note(ref, "the password is swordfish");
  await early.until(has(ref, slip.seq));
  await redactEntry(ana.ctx, ref, slip.id, { text: "swordfish" });
  await early.until((message) => message.type === "timeline.redacted");
  const late: LiveSocket = await here.open(ana.headers);
  await late.say({ subscribe: ref, after: seq }).until((message) => message.type === "caught_up");
  expect(JSON.stringify(late.messages)).not.toContain("swordfish");
  expect(late.seqs(ref)).toContain(slip.seq);
});
