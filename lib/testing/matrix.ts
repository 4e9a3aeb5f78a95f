import { addAttachment } from "../attachments/mutations";
import { addIncidentChange, putIncidentDiff } from "../beside/mutations";
import { recordChange } from "../changes/mutations";
import { db } from "../db";
import { keepHint } from "../language/mutations";
import { newId } from "../ids";
import { addActionItem } from "../actions/mutations";
import { addFactor } from "../factors/mutations";
import { addTag } from "../tags/mutations";
import { addTimelineEntry } from "../timeline/mutations";
import { ctxOf } from "./ctx";
import { makePerson, makeService, makeTeam, type TestPerson, unique } from "./factories";
import { POSTMORTEM_MATRIX } from "./matrix-postmortems";
import { admins, all, aside, leads, makePlace, members, type Place, type Row, WHO, type Who, words, type World } from "./world";

/** Who may do what, one entry a route: the table that `matrix.test.ts` holds against the routes that exist. */

const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const incidentId = async (at: Place) => (await db().reader.incident.findUniqueOrThrow({ where: { number: Number(at.ref.slice(4)) }, select: { id: true } })).id;

const note = async (world: World, at: Place) => ({ id: (await addTimelineEntry(ctxOf(world.lead), at.ref, { kind: "note", body: words(world, at) })).id });
const picture = async (world: World, at: Place) => ({
  id: (await addAttachment(ctxOf(world.lead), at.ref, { name: `${at.hidden ? world.canary : "pool"}.png`, bytes: PNG })).id,
});
const upload = () => {
  const form = new FormData();
  form.set("file", new Blob([PNG], { type: "image/png" }), "pool.png");
  return { form };
};
const heldRole = async (world: World, at: Place) => {
  const data = { incidentId: await incidentId(at), role: "scribe", personId: world.lead.id };
  return { id: (await db().writer.incidentRole.create({ data, select: { id: true } })).id };
};
const call = async (world: World, at: Place) => {
  const people = { create: WHO.map((who) => ({ personId: world[who].id, toldAt: new Date() })) };
  const data = { incidentId: await incidentId(at), message: words(world, at), calledById: world.lead.id, people };
  return { id: (await db().writer.call.create({ data, select: { id: true } })).id };
};
export const DIFF = "--- a/pool.ts\n+++ b/pool.ts\n@@ -1 +1 @@\n-size: 20\n+size: 200\n";
/** A change beside the incident, with a diff. */
const altered = async (world: World, at: Place) => {
  const { id } = await addIncidentChange(ctxOf(world.lead), at.ref, { kind: "deploy", summary: words(world, at) });
  await putIncidentDiff(ctxOf(world.lead), at.ref, id, DIFF.replace("pool.ts", at.hidden ? world.canary : "pool.ts"));
  return { id };
};
/** One that everyone may see, and one that a private incident keeps to itself. */
const told = async (world: World) => recordChange(ctxOf(world.lead), { kind: "deploy", summary: "Deploy 812", diff: DIFF });
const kept = async (world: World) => altered(world, await makePlace(world, true));
const waiting = async (world: World, at: Place, who: Who) => {
  const data = { incidentId: await incidentId(at), personId: world[who].id, kind: "mention" };
  return { id: (await db().writer.inboxItem.create({ data, select: { id: true } })).id };
};
const ownSession = async (world: World, _: Place, who: Who) => {
  const data = { personId: world[who].id, tokenHash: crypto.getRandomValues(new Uint8Array(32)), expiresAt: new Date(Date.now() + 60_000) };
  return { id: (await db().writer.session.create({ data, select: { id: true } })).id };
};
const tokenOf = (person: TestPerson) =>
  db().writer.apiToken.create({
    data: { personId: person.id, name: unique("token"), scope: "read", tokenHash: crypto.getRandomValues(new Uint8Array(32)), hint: "abcd" },
    select: { id: true },
  });
const ownToken = (world: World, _: Place, who: Who) => tokenOf(world[who]);
const invitation = (world: World) =>
  db().writer.invitation.create({
    data: {
      email: `${newId()}@example.org`,
      role: "member",
      tokenHash: crypto.getRandomValues(new Uint8Array(32)),
      invitedBy: world.admin.id,
      expiresAt: new Date(Date.now() + 60_000),
    },
    select: { id: true },
  });
const ledTeam = (world: World) => makeTeam({ members: [{ person: world.lead, role: "lead" }, { person: world.member }] });

const factor = async (world: World, at: Place) => ({ id: (await addFactor(ctxOf(world.lead), at.ref, { tag: "race", why: words(world, at) })).id });
const item = async (world: World, at: Place) => ({
  id: (await addActionItem(ctxOf(world.lead), at.ref, { title: words(world, at), description: words(world, at) })).id,
});
/** An item of the place, and one that was asked about in it. */
const asked = async (world: World, at: Place) => {
  const { id } = await item(world, at);
  const answered = at.hidden ? {} : { note: "It fired at the first error", answer: "fired" };
  await db().writer.actionItemHeld.create({ data: { actionItemId: id, incidentId: await incidentId(at), ...answered }, select: { askedAt: true } });
  return { id };
};
const hint = async (world: World, at: Place) => ({
  id: (await keepHint(ctxOf(world.lead), at.ref, { rule: "should-have", key: newId().slice(-12).padStart(14, "0") })).id,
});
const tag = async (world: World) => ({ id: (await addTag(ctxOf(world.admin), { group: "code", label: unique("tag") })).id });

export const MATRIX: Record<string, Row | Row[]> = {
  "GET /incidents": { as: all(200) },
  "POST /incidents": { as: all(201), given: () => ({ body: { title: "The pool is full" } }) },
  "GET /incidents/facets": { as: all(200) },
  "GET /incidents/open-like": { as: all(200), given: (world) => ({ query: `?title=${world.canary}` }) },
  "GET /incidents/{ref}": { as: all(200) },
  "PATCH /incidents/{ref}": [
    { as: members(200), given: () => ({ body: { detection: "alert" } }) },
    // A right that hangs on a field of the body.
    { as: leads(200), given: () => ({ body: { visibility: "private" } }) },
  ],
  "POST /incidents/{ref}/status": { as: members(201), given: () => ({ body: { status: "investigating" } }) },
  "POST /incidents/{ref}/severity": { as: members(201), given: () => ({ body: { severity: "SEV2" } }) },
  "POST /incidents/{ref}/merge": { as: members(200), given: async (world, at) => ({ body: { into: (await makePlace(world, at.hidden)).ref } }) },
  "POST /incidents/{ref}/next-update": { as: members(200), given: () => ({ body: { inMinutes: 30 } }) },
  "POST /incidents/{ref}/seen": { as: all(204), given: () => ({ body: { seq: 1 } }) },
  "GET /incidents/{ref}/timeline": { as: all(200) },
  "POST /incidents/{ref}/timeline": { as: members(201), given: (world, at) => ({ body: { kind: "note", body: words(world, at) } }) },
  "POST /incidents/{ref}/timeline/batch": { as: members(201), given: (world, at) => ({ body: { entries: [{ kind: "note", body: words(world, at) }] } }) },
  "GET /incidents/{ref}/timeline/{id}": { as: all(200), given: note },
  "PATCH /incidents/{ref}/timeline/{id}": { as: members(200), given: async (world, at) => ({ ...(await note(world, at)), body: { starred: true } }) },
  "DELETE /incidents/{ref}/timeline/{id}": { as: members(200), given: note },
  "GET /incidents/{ref}/timeline/{id}/history": { as: all(200), given: note },
  "POST /incidents/{ref}/timeline/{id}/redact": { as: leads(200), given: async (world, at) => ({ ...(await note(world, at)), body: {} }) },
  "POST /incidents/{ref}/attachments": { as: members(201), given: upload },
  "GET /incidents/{ref}/attachments/{id}": { as: all(200), given: picture },
  "GET /incidents/{ref}/roles": { as: all(200) },
  "POST /incidents/{ref}/roles": { as: members(201), given: (world) => ({ body: { role: "comms", personId: world.lead.id } }) },
  "GET /incidents/{ref}/roles/{id}": { as: all(200), given: heldRole },
  "DELETE /incidents/{ref}/roles/{id}": { as: members(204), given: heldRole },
  ...POSTMORTEM_MATRIX,
  "GET /incidents/{ref}/calls": { as: all(200), given: aside(call) },
  "POST /incidents/{ref}/calls": { as: members(201), given: (world) => ({ body: { personIds: [world.admin.id], letIn: true } }) },
  "POST /calls/{id}/answer": { as: all(200), inside: true, given: async (world, at) => ({ ...(await call(world, at)), body: { answer: "cannot" } }) },
  "GET /incidents/{ref}/factors": { as: all(200), given: aside(factor) },
  "POST /incidents/{ref}/factors": { as: members(201), given: (world, at) => ({ body: { tag: "race", role: "triggered", why: words(world, at) } }) },
  "GET /incidents/{ref}/factors/{id}": { as: all(200), given: factor },
  "PATCH /incidents/{ref}/factors/{id}": { as: members(200), given: async (world, at) => ({ ...(await factor(world, at)), body: { role: "worsened" } }) },
  "DELETE /incidents/{ref}/factors/{id}": { as: members(204), given: factor },
  "GET /incidents/{ref}/factors/suggested": { as: all(200) },
  "GET /incidents/{ref}/safety-nets": { as: all(200) },
  "PUT /incidents/{ref}/safety-nets/{net}": { as: members(200), given: (world, at) => ({ id: "unit", body: { existed: false, note: words(world, at) } }) },
  "GET /incidents/{ref}/action-items": { as: all(200), given: aside(asked) },
  "POST /incidents/{ref}/action-items": { as: members(201), given: (world, at) => ({ body: { title: words(world, at), type: "prevent", priority: "P1" } }) },
  "GET /incidents/{ref}/still-exposed": { as: all(200), given: aside(item) },
  "GET /incidents/{ref}/held": { as: all(200), given: aside(asked) },
  "GET /action-items": { as: all(200), given: aside(asked) },
  "PATCH /action-items": {
    as: members(200),
    given: async (world) => {
      const open = await makePlace(world, false);
      return { body: { ids: [(await item(world, open)).id, (await item(world, open)).id], set: { priority: "P2" } } };
    },
  },
  "GET /action-items/{id}": { as: all(200), inside: true, given: asked },
  "PATCH /action-items/{id}": { as: members(200), inside: true, given: async (world, at) => ({ ...(await item(world, at)), body: { status: "done" } }) },
  "DELETE /action-items/{id}": { as: members(204), inside: true, given: item },
  "POST /action-items/{id}/snooze": {
    as: members(200),
    inside: true,
    given: async (world, at) => ({ ...(await item(world, at)), body: { until: "2099-01-01T00:00:00Z", why: words(world, at) } }),
  },
  "POST /action-items/{id}/held": {
    as: members(200),
    inside: true,
    given: async (world, at) => ({ ...(await asked(world, at)), body: { incidentRef: at.ref, answer: "held", note: words(world, at) } }),
  },
  "GET /incidents/{ref}/kept-hints": { as: all(200), given: aside(hint) },
  "POST /incidents/{ref}/kept-hints": { as: members(201), given: () => ({ body: { rule: "should-have", key: "0123456789abcd" } }) },
  "GET /incidents/{ref}/kept-hints/{id}": { as: all(200), given: hint },
  "DELETE /incidents/{ref}/kept-hints/{id}": { as: members(204), given: hint },
  "GET /language": { as: all(200) },
  "PUT /language": { as: admins(200), given: () => ({ body: { off: [], vendors: ["Fernroute"], phrases: [] } }) },
  "POST /language/check": { as: all(200), given: () => ({ body: { text: "They should have known.", kind: "narrative" } }) },
  "POST /language/preview": { as: admins(200), given: () => ({ body: { off: [], vendors: [], phrases: [] } }) },
  "GET /factor-tags": { as: all(200) },
  "POST /factor-tags": { as: admins(201), given: () => ({ body: { group: "code", label: unique("tag") } }) },
  "GET /factor-tags/{id}": { as: all(200), given: tag },
  "PATCH /factor-tags/{id}": { as: admins(200), given: async (world) => ({ ...(await tag(world)), body: { label: unique("tag") } }) },
  "DELETE /factor-tags/{id}": { as: admins(204), given: tag },

  "GET /changes": { as: all(200), given: aside(kept) },
  "POST /changes": { as: members(201), given: () => ({ body: { kind: "deploy", summary: "Deploy 812" } }) },
  "GET /changes/{id}": [
    { as: all(200), given: told },
    { as: [404, 404, 200, 200], given: kept },
  ],
  "PATCH /changes/{id}": [
    { as: members(200), given: async (world) => ({ ...(await told(world)), body: { summary: "Deploy 813" } }) },
    { as: [404, 404, 200, 200], given: async (world) => ({ ...(await kept(world)), body: { summary: "Deploy 813" } }) },
  ],
  "GET /changes/{id}/diff": [
    { as: all(200), given: told },
    { as: [404, 404, 200, 200], given: kept },
  ],
  "PUT /changes/{id}/diff": [
    { as: members(200), given: async (world) => ({ ...(await told(world)), text: DIFF }) },
    { as: [404, 404, 200, 200], given: async (world) => ({ ...(await kept(world)), text: DIFF }) },
  ],
  "GET /incidents/{ref}/changes": { as: all(200), given: aside(altered) },
  "POST /incidents/{ref}/changes": [
    { as: members(201), given: (world, at) => ({ body: { kind: "flag", summary: words(world, at), verdict: "suspect", why: "It was on" } }) },
    { as: members(201), given: async (world) => ({ body: { changeId: (await told(world)).id } }) },
    { as: members(201), given: () => ({ body: { kind: "infrastructure", nothingChanged: true, why: "Looked at the plan" } }) },
    { as: members(422), given: async (world) => ({ body: { changeId: (await kept(world)).id } }) },
  ],
  "GET /incidents/{ref}/changes/{id}": { as: all(200), given: altered },
  "PATCH /incidents/{ref}/changes/{id}": { as: members(200), given: async (world, at) => ({ ...(await altered(world, at)), body: { verdict: "dismissed" } }) },
  "DELETE /incidents/{ref}/changes/{id}": { as: members(204), given: altered },
  "GET /incidents/{ref}/changes/{id}/diff": { as: all(200), given: altered },
  "PUT /incidents/{ref}/changes/{id}/diff": { as: members(200), given: async (world, at) => ({ ...(await altered(world, at)), text: DIFF }) },
  "GET /incidents/{ref}/changes/offered": { as: all(200) },
  "GET /inbox": { as: all(200), given: aside(waiting) },
  "POST /inbox/{id}/done": { as: all(200), inside: true, given: waiting },
  "GET /search": { as: all(200), given: (world) => ({ query: `?q=${world.canary}` }) },

  "GET /services": { as: all(200) },
  "POST /services": { as: members(201), given: () => ({ body: { name: unique("Checkout") } }) },
  "GET /services/{id}": { as: all(200), given: () => makeService() },
  "PATCH /services/{id}": { as: members(200), given: async () => ({ ...(await makeService()), body: { tier: 2 } }) },
  "DELETE /services/{id}": { as: members(204), given: () => makeService() },
  "GET /teams": { as: all(200) },
  "POST /teams": { as: admins(201), given: () => ({ body: { name: unique("Payments") } }) },
  "GET /teams/{id}": { as: all(200), given: ledTeam },
  "PATCH /teams/{id}": { as: leads(200), given: async (world) => ({ ...(await ledTeam(world)), body: { members: [] } }) },
  "DELETE /teams/{id}": { as: admins(204), given: ledTeam },
  "GET /people": { as: all(200) },
  "GET /people/{id}": { as: all(200), given: (world) => ({ id: world.member.id }) },
  "PATCH /people/{id}": [
    { as: all(200), given: (world, _, who) => ({ id: world[who].id, body: { zone: "Europe/Berlin" } }) },
    { as: admins(200), given: async () => ({ id: (await makePerson()).id, body: { name: "Ada" } }) },
    { as: admins(200), given: async () => ({ id: (await makePerson()).id, body: { role: "viewer" } }) },
    // Nobody chooses for someone else.
    { as: all(403), given: async () => ({ id: (await makePerson()).id, body: { zone: null } }) },
  ],
  "DELETE /people/{id}": { as: admins(204), given: () => makePerson() },

  "GET /me": { as: all(200) },
  "GET /tokens": { as: all(200) },
  "POST /tokens": { as: all(201), given: () => ({ body: { name: unique("script"), scope: "read" } }) },
  "GET /tokens/{id}": [
    { as: all(200), given: ownToken },
    { as: all(404), given: async () => tokenOf(await makePerson()) },
  ],
  "PATCH /tokens/{id}": [
    { as: all(200), given: async (world, at, who) => ({ ...(await ownToken(world, at, who)), body: { name: "script" } }) },
    { as: all(404), given: async () => ({ ...(await tokenOf(await makePerson())), body: { name: "script" } }) },
  ],
  "DELETE /tokens/{id}": [
    { as: all(204), given: ownToken },
    { as: all(404), given: async () => tokenOf(await makePerson()) },
  ],
  "GET /sessions": [{ as: all(200) }, { as: admins(200), given: async () => ({ query: `?person=${(await makePerson()).id}` }) }],
  "DELETE /sessions": [{ as: all(204) }, { as: admins(204), given: async () => ({ query: `?person=${(await makePerson()).id}` }) }],
  "DELETE /sessions/{id}": { as: all(204), given: ownSession },

  "GET /invitations": { as: admins(200) },
  "POST /invitations": { as: admins(201), given: () => ({ body: { email: `${newId()}@example.org`, role: "member" } }) },
  "GET /invitations/{id}": { as: [404, 404, 404, 200], given: invitation },
  "PATCH /invitations/{id}": { as: [404, 404, 404, 200], given: async (world) => ({ ...(await invitation(world)), body: { role: "viewer" } }) },
  "DELETE /invitations/{id}": { as: [404, 404, 404, 204], given: invitation },
  "POST /invitations/accept": { as: all(422), stranger: 422, given: () => ({ body: { token: "x".repeat(43), name: "Ada", password: "a long sentence" } }) },
  "POST /password-reset": [
    { as: all(200), stranger: 200, given: () => ({ body: { email: `${newId()}@example.org` } }) },
    { as: admins(200), given: async () => ({ body: { personId: (await makePerson()).id } }) },
  ],
  "POST /password-reset/confirm": { as: all(422), stranger: 422, given: () => ({ body: { token: "x".repeat(43), password: "a long sentence" } }) },
  "GET /audit": [{ as: admins(200) }, { as: admins(200), given: () => ({ query: "?format=csv" }) }],
  "GET /openapi.json": { as: all(200), stranger: 200 },
};
