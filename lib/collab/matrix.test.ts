import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "../db";
import { newId } from "../ids";
import { declareIncident, updateIncident } from "../incidents/mutations";
import { updatePerson } from "../people/mutations";
import { startPostmortem } from "../postmortems/mutations";
import { endSession } from "../sessions/mutations";
import { CollabProcess } from "../testing/collab";
import { Writer } from "../testing/writer";
import { ctxOf } from "../testing/ctx";
import { makePerson, makeSession, makeToken, type TestPerson } from "../testing/factories";
import { signedIn } from "../testing/live";
import { revokeToken } from "../tokens/mutations";

/** Who may open a document and who may write in it, as everyone; and how that ends while it is open. Beside the matrix of routes. */

const HOUR = 3_600_000;
let here: CollabProcess;
let there: CollabProcess;
let lead: TestPerson;
let admin: TestPerson;
let open: { id: string };
let closed: { id: string; incidentId: string };
const home = globalThis as unknown as { candorHub?: unknown };

beforeAll(async () => {
  [here, there] = await Promise.all([CollabProcess.start(), CollabProcess.start()]);
  home.candorHub = here.hub;
  [lead, admin] = await Promise.all([makePerson({ name: "Lea Lead" }), makePerson({ role: "admin" })]);
  open = await begin();
  closed = await begin("private");
});
afterAll(async () => {
  home.candorHub = undefined;
  await Promise.all([here.stop(), there.stop()]);
});

async function begin(visibility: "organisation" | "private" = "organisation") {
  const incident = await declareIncident(ctxOf(lead), { title: "Pool", visibility });
  return { ref: incident.ref, incidentId: incident.id, id: (await startPostmortem(ctxOf(lead), incident.ref, {})).id };
}
const cookie = async (person: TestPerson, of = {}) => ({ cookie: await makeSession(person, of) });
const bearer = async (person: TestPerson, of = {}) => ({ authorization: `Bearer ${await makeToken(person, of)}` });
const past = () => new Date(Date.now() - HOUR);
const named = async () => {
  const person = await makePerson();
  await db().writer.incidentPerson.create({ data: { incidentId: closed.incidentId, personId: person.id, addedById: lead.id } });
  return person;
};

/** What comes of opening it: whether it may be written in, or how it ended. */
async function opened(documentId: string, headers: Record<string, string>, at = here): Promise<string> {
  const writer = new Writer(at.url, documentId, headers);
  await writer.until(() => writer.wire.synced || writer.wire.isEnded || writer.wire.state === "offline");
  const { state, readOnly, synced } = writer.wire;
  const said = writer.text;
  writer.close();
  expect(said === "").toBe(!synced);
  return synced ? (readOnly ? "reads" : "writes") : state;
}

const REFUSED: [string, () => Promise<Record<string, string>>][] = [
  ["nobody", async () => ({})],
  ["an expired session", async () => cookie(lead, { expiresAt: past() })],
  ["an ended session", async () => cookie(lead, { endedAt: past() })],
  ["someone disabled", async () => cookie(await makePerson({ disabledAt: past() }))],
  ["an expired token", async () => bearer(lead, { expiresAt: past() })],
  ["a revoked token", async () => bearer(lead, { revokedAt: past() })],
  ["another site", async () => ({ ...(await cookie(lead)), origin: "https://elsewhere.example" })],
];
test.each(REFUSED)("%s opens nothing", async (_name, headers) => {
  expect(await opened(open.id, await headers())).toBe("offline");
});

const ADMITTED: [string, "reads" | "writes", "reads" | "writes" | "gone", () => Promise<Record<string, string>>][] = [
  ["its lead", "writes", "writes", async () => cookie(lead)],
  ["someone named", "writes", "writes", async () => cookie(await named())],
  ["an admin", "writes", "writes", async () => cookie(admin)],
  ["a member outside", "writes", "gone", async () => cookie(await makePerson())],
  ["a viewer", "reads", "gone", async () => cookie(await makePerson({ role: "viewer" }))],
  ["its lead's token to read", "reads", "reads", async () => bearer(lead, { scope: "read" })],
  ["its lead's token to write", "writes", "writes", async () => bearer(lead)],
  ["a viewer's token to write", "reads", "gone", async () => bearer(await makePerson({ role: "viewer" }))],
  ["a token from outside", "writes", "gone", async () => bearer(await makePerson())],
];
describe.each(ADMITTED)("%s", (_name, organisation, within, headers) => {
  test("opens a document of the organisation", async () => {
    expect(await opened(open.id, await headers())).toBe(organisation);
  });
  test("opens a private one, or is told what one is told of none at all", async () => {
    const as = await headers();
    expect(await opened(closed.id, as)).toBe(within);
    expect(await opened(newId(), as)).toBe("gone");
    expect(await opened("not-an-id", as)).toBe("gone");
  });
});

/** Each of these ends or narrows what is open within a second, in the process where it happened and in the other. */
const ENDS: [string, string, (of: { ref: string; person: { id: string }; sessionId: string }) => Promise<unknown>][] = [
  ["the incident turns private", "gone", ({ ref }) => updateIncident(ctxOf(admin), ref, { visibility: "private" })],
  ["the session ends", "signed_out", ({ sessionId }) => endSession(ctxOf(admin), sessionId)],
  ["the person is disabled", "signed_out", ({ person }) => updatePerson(ctxOf(admin), person.id, { disabled: true })],
  ["the person may only read from now on", "read only", ({ person }) => updatePerson(ctxOf(admin), person.id, { role: "viewer" })],
];
test.each(ENDS)("%s: %s", async (_name, expected, happen) => {
  const { ref, id } = await begin();
  const ann = await signedIn("Ann");
  const writers = await Promise.all([here, there].map((at) => Writer.open(at.url, id, ann.headers, { id: ann.id, name: "Ann" })));
  const witness = await Writer.open(here.url, id, await cookie(admin), admin);
  for (const writer of writers) writer.write("Stored.");
  await Promise.all(writers.map((writer) => writer.stored()));
  const began = performance.now();
  await happen({ ref, person: { id: ann.id }, sessionId: ann.sessionId });
  await Promise.all(writers.map((writer) => writer.until(() => (writer.wire.readOnly ? "read only" : writer.wire.state) === expected, 1000)));
  expect(performance.now() - began).toBeLessThan(1500);
  // What is written from here on stays in that browser, and can be copied there.
  for (const writer of writers) {
    writer.write("Too late.");
    expect(writer.wire.acknowledged.unsent).toBe(1);
    expect(writer.wire.acknowledged.text()).toBe("Too late.");
  }
  await witness.write("Goes on.").stored();
  expect(witness.text).not.toContain("Too late.");
  for (const writer of [...writers, witness]) writer.close();
});

test("a token that is revoked closes what it had open", async () => {
  const person = await makePerson();
  const writer = await Writer.open(here.url, open.id, await bearer(person));
  const { id } = await db().reader.apiToken.findFirstOrThrow({ where: { personId: person.id }, select: { id: true } });
  await revokeToken(ctxOf(person), id);
  await writer.until(() => writer.wire.state === "signed_out", 1000);
  writer.close();
});

test("someone who may write again comes back by themselves", async () => {
  const vic = await signedIn("Vic", "viewer");
  const writer = await Writer.open(here.url, open.id, vic.headers, { id: vic.id, name: "Vic" });
  expect(writer.wire.readOnly).toBe(true);
  await updatePerson(ctxOf(admin), vic.id, { role: "member" });
  await writer.until(() => !writer.wire.readOnly && writer.wire.state === "online", 4000);
  await writer.write("Now I may.").stored();
  writer.close();
});
