import { describe, expect, test } from "vitest";
import { read } from "../auth/access";
import { endRole, takeRole } from "../roles/mutations";
import { mergeIncident } from "../merging/mutations";
import { ctxOf, withKey } from "../testing/ctx";
import { makePerson, makeService, makeTeam, unique } from "../testing/factories";
import { addTimelineEntry, setStatus } from "../timeline/mutations";
import { listTimeline } from "../timeline/queries";
import { declareIncident, setNextUpdate, updateIncident } from "./mutations";
import { getIncident } from "./queries";

const member = async () => ctxOf(await makePerson());
const viewer = async () => ctxOf(await makePerson({ role: "viewer" }));
const admin = async () => ctxOf(await makePerson({ role: "admin" }));
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );
const events = async (ctx: Awaited<ReturnType<typeof member>>, id: string) =>
  (await read(ctx).event.findMany({ where: { incidentId: id }, orderBy: { seq: "asc" } })).map((event) => event.type);

describe("declaring", () => {
  test("a title is enough; it begins in triage and records that it was declared", async () => {
    const ctx = await viewer();
    const made = await declareIncident(ctx, { title: "It may be nothing" });
    expect(made).toMatchObject({
      status: "triage",
      severity: null,
      acknowledgedAt: null,
      roles: [],
      can: ["incident.seen", "call.answer", "postmortem.review"],
    });
    expect(await events(ctx, made.id)).toEqual(["incident.declared"]);
  });

  test("a severity says that someone looks: investigating, acknowledged", async () => {
    const made = await declareIncident(await member(), { title: "x", severity: "SEV2" });
    expect(made.status).toBe("investigating");
    expect(made.acknowledgedAt).toBe(made.declaredAt);
  });

  test("twice with one key is once, also at the same moment; another body is refused", async () => {
    const ctx = await member();
    const title = unique("twice");
    const key = unique("key");
    const results = await Promise.allSettled([1, 2, 3].map(() => declareIncident(withKey(ctx, key), { title })));
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await read(ctx).incident.count({ where: { title } })).toBe(1);
  });

  test("an externalId twice is the incident that stands", async () => {
    const ctx = await member();
    const externalId = unique("alert");
    const [a, b] = await Promise.all([declareIncident(ctx, { title: "a", externalId }), declareIncident(ctx, { title: "b", externalId })]);
    expect(a.ref).toBe(b.ref);
    expect((await declareIncident(await member(), { title: "c", externalId })).ref).not.toBe(a.ref);
  });

  test("an unknown service is named by its place", async () => {
    const service = await makeService();
    const ctx = await member();
    await expect(declareIncident(ctx, { title: "x", serviceIds: [service.id, "01930000-0000-7000-8000-000000000000"] })).rejects.toMatchObject({
      code: "INVALID",
      details: { errors: [{ path: "serviceIds.1" }] },
    });
    expect((await declareIncident(ctx, { title: "x", serviceIds: [service.id, service.id] })).services).toHaveLength(1);
  });

  test("with a call for a team, each member once and not its caller", async () => {
    const [caller, other] = [await makePerson(), await makePerson()];
    const team = await makeTeam({ members: [{ person: caller }, { person: other }] });
    const made = await declareIncident(ctxOf(caller), { title: "x", callFor: { teamIds: [team.id], personIds: [other.id] } });
    const called = await read(ctxOf(caller)).callPerson.findMany({ where: { call: { incidentId: made.id } } });
    expect(called.map((row) => row.personId)).toEqual([other.id]);
  });
});

describe("a private incident", () => {
  test("is its declarer's, with the lead; for an outsider it does not exist, whatever they do", async () => {
    const owner = await member();
    const outsider = await member();
    const made = await declareIncident(owner, { title: unique("secret"), visibility: "private" });
    expect(made.roles.map((held) => held.role)).toEqual(["lead"]);
    expect(await code(getIncident(outsider, made.ref))).toBe("NOT_FOUND");
    expect(await code(updateIncident(outsider, made.ref, { title: "mine" }))).toBe("NOT_FOUND");
    expect(await code(addTimelineEntry(outsider, made.ref, { kind: "note", body: "x" }))).toBe("NOT_FOUND");
    expect(await code(takeRole(outsider, made.ref, { role: "lead", personId: outsider.actor.id }))).toBe("NOT_FOUND");
    expect(await read(outsider).incident.count({ where: { id: made.id } })).toBe(0);
    expect(await read(outsider).event.count({ where: { incidentId: made.id } })).toBe(0);
    expect((await getIncident(await admin(), made.ref)).ref).toBe(made.ref);
  });

  test("naming an outsider is refused until one says to let them in", async () => {
    const owner = await member();
    const guest = await makePerson();
    const made = await declareIncident(owner, { title: "secret", visibility: "private" });
    const refused = { code: "INVALID", details: { errors: [{ code: "not_let_in" }] } };
    await expect(takeRole(owner, made.ref, { role: "responder", personId: guest.id })).rejects.toMatchObject(refused);
    await expect(addTimelineEntry(owner, made.ref, { kind: "note", body: `ask @${guest.name} please` })).rejects.toMatchObject(refused);
    expect(await code(getIncident(ctxOf(guest), made.ref))).toBe("NOT_FOUND");
    await addTimelineEntry(owner, made.ref, { kind: "note", body: `ask @${guest.name} please`, letIn: true });
    expect((await getIncident(ctxOf(guest), made.ref)).ref).toBe(made.ref);
  });

  test("only its lead or an admin turns it; turning keeps who is in it", async () => {
    const declarer = await member();
    const responder = await makePerson();
    const made = await declareIncident(declarer, { title: "x" });
    await takeRole(declarer, made.ref, { role: "responder", personId: responder.id });
    expect(await code(updateIncident(ctxOf(responder), made.ref, { visibility: "private" }))).toBe("FORBIDDEN");
    await updateIncident(await admin(), made.ref, { visibility: "private" });
    expect((await getIncident(ctxOf(responder), made.ref)).visibility).toBe("private");
    expect(await code(getIncident(await member(), made.ref))).toBe("NOT_FOUND");
  });
});

describe("changing", () => {
  test("a stale version is told, with the row as it stands; counts only edits by people", async () => {
    const ctx = await member();
    const made = await declareIncident(ctx, { title: "x" });
    await addTimelineEntry(ctx, made.ref, { kind: "note", body: "no bump" });
    const once = await updateIncident(ctx, made.ref, { title: "y" }, made.version);
    expect(once.version).toBe(made.version + 1);
    await expect(updateIncident(ctx, made.ref, { title: "z" }, made.version)).rejects.toMatchObject({ code: "CONFLICT", details: { current: { title: "y" } } });
    expect(await code(updateIncident(await viewer(), made.ref, { title: "z" }))).toBe("FORBIDDEN");
  });

  test("an end before its start names both, also against what stands", async () => {
    const ctx = await member();
    const made = await declareIncident(ctx, { title: "x", detectedAt: new Date("2026-03-01T10:00:00Z") });
    await expect(updateIncident(ctx, made.ref, { startedAt: new Date("2026-03-01T11:00:00Z") })).rejects.toMatchObject({
      details: { errors: [{ path: "startedAt" }, { path: "detectedAt" }] },
    });
  });

  test("the next update is promised and taken back; not for the past", async () => {
    const ctx = await member();
    const { ref } = await declareIncident(ctx, { title: "x" });
    expect((await setNextUpdate(ctx, ref, { inMinutes: 30 })).now.nextUpdateAt).not.toBeNull();
    expect((await setNextUpdate(ctx, ref, { at: null })).now.nextUpdateAt).toBeNull();
    expect(await code(setNextUpdate(ctx, ref, { at: new Date("2020-01-01T00:00:00Z") }))).toBe("INVALID");
  });
});

describe("roles", () => {
  test("there is one lead: taking it hands it over, and the timeline says so", async () => {
    const [a, b] = [await makePerson(), await makePerson()];
    const { ref } = await declareIncident(ctxOf(a), { title: "x" });
    await takeRole(ctxOf(a), ref, { role: "lead", personId: a.id });
    expect(await code(takeRole(ctxOf(a), ref, { role: "lead", personId: a.id }))).toBe("CONFLICT");
    const held = await takeRole(ctxOf(a), ref, { role: "lead", personId: b.id, note: "handing over at shift change" });
    const after = await getIncident(ctxOf(a), ref);
    expect(after.roles.map((role) => role.person.id)).toEqual([b.id]);
    expect(after.acknowledgedAt).not.toBeNull();
    await endRole(ctxOf(b), ref, held.id);
    const verbs = (await listTimeline(ctxOf(a), ref, {})).items.map((entry) => entry.data.verb);
    expect(verbs).toEqual(["took", "handed_over", "left"]);
  });
});

describe("merging", () => {
  test("is final, moves nothing, and shows in both", async () => {
    const ctx = await member();
    const [from, into] = [await declareIncident(ctx, { title: "a" }), await declareIncident(ctx, { title: "b" })];
    const merged = await mergeIncident(ctx, from.ref, { into: into.ref });
    expect(merged).toMatchObject({ status: "merged", mergedInto: into.ref });
    expect(await code(setStatus(ctx, from.ref, { status: "resolved" }))).toBe("INVALID");
    expect(await code(mergeIncident(ctx, from.ref, { into: into.ref }))).toBe("CONFLICT");
    expect(await code(mergeIncident(ctx, into.ref, { into: from.ref }))).toBe("INVALID");
    expect(await code(mergeIncident(ctx, into.ref, { into: into.ref }))).toBe("INVALID");
    expect((await listTimeline(ctx, into.ref, {})).items.at(-1)?.body).toContain(`#${from.ref}`);
  });

  test("a private one that one cannot see is not there to merge into; a private and an open one stay apart", async () => {
    const ctx = await member();
    const other = await member();
    const hidden = await declareIncident(other, { title: "a", visibility: "private" });
    const open = await declareIncident(ctx, { title: "b" });
    expect(await code(mergeIncident(ctx, open.ref, { into: hidden.ref }))).toBe("INVALID");
    expect(await code(mergeIncident(other, open.ref, { into: hidden.ref }))).toBe("INVALID");
  });

  test("two at once towards each other: one wins, none hangs", async () => {
    const ctx = await member();
    const [a, b] = [await declareIncident(ctx, { title: "a" }), await declareIncident(ctx, { title: "b" })];
    const results = await Promise.all([code(mergeIncident(ctx, a.ref, { into: b.ref })), code(mergeIncident(ctx, b.ref, { into: a.ref }))]);
    expect(results.filter((one) => one === "done")).toHaveLength(1);
  });
});
