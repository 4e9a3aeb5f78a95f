import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "../db";
import { declareIncident } from "../incidents/mutations";
import { ctxOf } from "../testing/ctx";
import { makePerson, makeSession, makeToken, type TestPerson } from "../testing/factories";
import { LiveProcess, type LiveSocket } from "../testing/live";
import { addTimelineEntry } from "../timeline/mutations";

/** Every message of the live socket, as everyone: beside the matrix of routes. */

const HOUR = 3_600_000;
const SECRET = "Words for those inside";
let live: LiveProcess;
let lead: TestPerson;
let open: { ref: string; seq: number };
let closed: { ref: string; seq: number; id: string };
const home = globalThis as unknown as { candorHub?: unknown };

beforeAll(async () => {
  live = await LiveProcess.start();
  home.candorHub = live.hub;
  lead = await makePerson({ name: "Lea Lead" });
  open = await declareIncident(ctxOf(lead), { title: "For all" });
  closed = await declareIncident(ctxOf(lead), { title: SECRET, visibility: "private" });
});
afterAll(async () => {
  home.candorHub = undefined;
  await live.stop();
});

const cookie = async (person: TestPerson, of = {}) => ({ cookie: await makeSession(person, of) });
const bearer = async (person: TestPerson, of = {}) => ({ authorization: `Bearer ${await makeToken(person, of)}` });
const named = async () => {
  const person = await makePerson();
  await db().writer.incidentPerson.create({ data: { incidentId: closed.id, personId: person.id, addedById: lead.id } });
  return person;
};
const past = () => new Date(Date.now() - HOUR);

const REFUSED: [string, () => Promise<Record<string, string>>][] = [
  ["nobody", async () => ({})],
  ["an expired session", async () => cookie(await makePerson(), { expiresAt: past() })],
  ["an ended session", async () => cookie(await makePerson(), { endedAt: past() })],
  ["someone disabled", async () => cookie(await makePerson({ disabledAt: past() }))],
  ["an expired token", async () => bearer(lead, { expiresAt: past() })],
  ["a revoked token", async () => bearer(lead, { revokedAt: past() })],
  ["another site", async () => ({ ...(await cookie(lead)), origin: "https://elsewhere.example" })],
];

test.each(REFUSED)("%s gets no socket", async (name, headers) => {
  await expect(live.open(await headers())).rejects.toThrow(name === "another site" ? "403" : "401");
});

const ADMITTED: [string, "in" | "out", () => Promise<Record<string, string>>][] = [
  ["its lead", "in", async () => cookie(lead)],
  ["someone named", "in", async () => cookie(await named())],
  ["an admin", "in", async () => cookie(await makePerson({ role: "admin" }))],
  ["its lead's token to read", "in", async () => bearer(lead, { scope: "read" })],
  ["its lead's token to write", "in", async () => bearer(lead, { scope: "write" })],
  ["a member outside", "out", async () => cookie(await makePerson())],
  ["a viewer outside", "out", async () => cookie(await makePerson({ role: "viewer" }))],
  ["a token from outside", "out", async () => bearer(await makePerson(), { scope: "write" })],
];

describe.each(ADMITTED)("%s", (_name, side, headers) => {
  let socket: LiveSocket;
  const of = (ref: string) => socket.messages.filter((message) => "ref" in message && message.ref === ref);

  beforeAll(async () => {
    socket = await live.open(await headers());
  });

  test("hears an incident of the organisation", async () => {
    socket.say({ subscribe: open.ref, after: open.seq });
    await socket.until((message) => message.type === "caught_up" && message.ref === open.ref);
    const { seq } = await addTimelineEntry(ctxOf(lead), open.ref, { kind: "note", body: "For everyone" });
    await socket.until((message) => "row" in message && message.seq === seq);
  });

  test("hears a private one, or what it would hear of none at all", async () => {
    socket.say({ subscribe: closed.ref, after: 0 }).say({ here: closed.ref, typing: true }).say({ subscribe: "INC-999999999", after: 0 });
    await socket.until((message) => message.type === "not_found" && message.ref === "INC-999999999");
    const { seq } = await addTimelineEntry(ctxOf(lead), closed.ref, { kind: "note", body: SECRET });
    if (side === "in") await socket.until((message) => "row" in message && message.ref === closed.ref && message.seq === seq);
    else {
      await socket.settled();
      expect(of(closed.ref)).toEqual([{ ref: closed.ref, type: "not_found" }]);
      expect(JSON.stringify(socket.messages)).not.toContain(SECRET);
    }
  });

  test("hears of its own inbox only, and may leave what it never entered", async () => {
    socket.say({ subscribe: "inbox" }).say({ unsubscribe: closed.ref }).say({ unsubscribe: "INC-999999999" });
    await socket.until((message) => message.type === "inbox" && message.waiting === 0);
    await socket.settled();
    socket.ws.close();
  });
});

test("a token that may only read watches, and is not seen", async () => {
  const { ref, seq } = await declareIncident(ctxOf(lead), { title: "Watched by a script" });
  const [reading, writing] = [await live.open(await bearer(lead, { scope: "read" })), await live.open(await bearer(await makePerson(), { scope: "write" }))];
  for (const socket of [reading, writing]) {
    socket.say({ subscribe: ref, after: seq });
    await socket.until((message) => message.type === "caught_up");
  }
  reading.say({ here: ref, typing: true });
  await reading.settled();
  writing.say({ here: ref });
  await reading.until((message) => message.type === "presence");
  expect(reading.messages.flatMap((message) => (message.type === "presence" ? [message.count] : []))).toEqual([1]);
});

const ODD: [string, (socket: LiveSocket) => void, number][] = [
  ["no JSON", (socket) => socket.ws.send("hello"), 1008],
  ["another message", (socket) => socket.say({ write: "INC-1" }), 1008],
  ["a field more", (socket) => socket.say({ subscribe: "INC-1", as: "admin" }), 1008],
  ["a prototype", (socket) => socket.ws.send('{"__proto__":{"subscribe":"INC-1"}}'), 1008],
  ["bytes", (socket) => socket.ws.send(Buffer.from([0, 159, 146, 150])), 1008],
  ["too much", (socket) => socket.ws.send("x".repeat(100_000)), 1009],
  ["too often", (socket) => Array.from({ length: 201 }, () => socket.say({ ping: true })), 1008],
  ["too many rooms", (socket) => Array.from({ length: 60 }, (_, n) => socket.say({ subscribe: rooms[n]!.ref })), 1008],
];
let rooms: { ref: string }[];

test.each(ODD)("%s closes that socket and no other", async (_name, send, code) => {
  const person = await makePerson();
  rooms ??= await Promise.all(Array.from({ length: 60 }, (_, n) => declareIncident(ctxOf(lead), { title: `Room ${n}` })));
  const [odd, other] = [await live.open(await cookie(person)), await live.open(await cookie(person))];
  other.say({ subscribe: open.ref });
  await other.until((message) => message.type === "caught_up");
  send(odd);
  expect(await odd.closed).toBe(code);
  const { seq } = await addTimelineEntry(ctxOf(lead), open.ref, { kind: "note", body: "Still here" });
  await other.until((message) => "row" in message && message.seq === seq);
  other.ws.close();
});
