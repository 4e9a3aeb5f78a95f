import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { addActionItem, updateActionItem } from "../actions/mutations";
import { addAttachment } from "../attachments/mutations";
import { addIncidentChange, putIncidentDiff } from "../beside/mutations";
import { recordChange } from "../changes/mutations";
import { makeCall } from "../calls/mutations";
import { db } from "../db";
import { foldSearch } from "../search/fold";
import { addFactor } from "../factors/mutations";
import { METHODS, type Method, type Resource } from "../http/route";
import { newId } from "../ids";
import { documentOf, heading, paragraph } from "../documents/making";
import { keepHint } from "../language/mutations";
import { declareIncident, updateIncident } from "../incidents/mutations";
import { mergeIncident } from "../merging/mutations";
import { requestReview } from "../reviews/mutations";
import { takeRole } from "../roles/mutations";
import { answerNet } from "../nets/mutations";
import { addTimelineBatch, addTimelineEntry, setSeverity, setStatus } from "../timeline/mutations";
import type { AddTimelineEntry } from "../timeline/schema";
import { ctxOf } from "./ctx";
import { forgetEnv } from "../env";
import { publishedOf } from "./postmortems";
import { makePerson, makeService, makeSession, makeTeam, makeToken, type TestPerson, unique } from "./factories";

/**
 * A private incident that holds one word in every text of it, and whose number is known: nothing that an outsider asks is answered
 * otherwise than if it were not there. Answers from before it was declared are held against those from after.
 */

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Module = Record<Method, Handler> & { resource?: Resource };
const modules = Object.values(import.meta.glob<Module>("../../app/api/v1/**/route.ts", { eager: true })).filter((module) => module.resource);

const HOST = "candor.example";
const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const canary = unique("quokka").replaceAll(" ", "");

let admin: TestPerson;
let lead: TestPerson;
let viewer: TestPerson;
let member: TestPerson;
let outsiders: [string, Record<string, string>][];
let asMember: Record<string, string>;
let service: { id: string };
let team: { id: string };
/** A change that all see, and that the private one judges. */
let told: { id: string };
/** One that all see, with a word of its own: what an outsider's lists are made of. */
let open: { ref: string; id: string };
/** Its action item. */
let openItem: { ref: string; id: string };

/** `/incidents/INC-1/roles/x` to its handler and what stands in its braces. */
function find(path: string): { module: Module; params: Record<string, string> } {
  const asked = path.split("/");
  const fits = modules.filter(({ resource }) => {
    const parts = resource!.path.split("/");
    return parts.length === asked.length && parts.every((part, at) => part === asked[at] || part.startsWith("{"));
  });
  // A word comes before a brace, as it does for the router.
  const [module] = fits.sort((a, b) => a.resource!.path.split("{").length - b.resource!.path.split("{").length);
  if (!module) throw new Error(`no route for ${path}`);
  const params = Object.fromEntries(module.resource!.path.split("/").flatMap((part, at) => (part.startsWith("{") ? [[part.slice(1, -1), asked[at]!]] : [])));
  return { module, params };
}

interface Answer {
  status: number;
  text: string;
  headers: Record<string, string>;
}

/** What was answered, without what differs each time: the request's id, and when a token was last used. */
async function ask(method: Method, address: string, who: Record<string, string>, body?: unknown, more: Record<string, string> = {}): Promise<Answer> {
  const { module, params } = find(address.split("?")[0]!);
  const form = body instanceof FormData ? body : undefined;
  const request = new Request(`http://${HOST}/api/v1${address}`, {
    method,
    headers: { host: HOST, ...(body === undefined || form ? {} : { "content-type": "application/json" }), ...who, ...more },
    body: form ?? (body === undefined ? null : JSON.stringify(body)),
  });
  const response = await module[method](request, { params: Promise.resolve(params) });
  const text = (await response.text()).replace(/"requestId":"[^"]*"/, "").replace(/"lastUsedAt":[^,}]*/g, "");
  const { "x-request-id": _, ...headers } = Object.fromEntries(response.headers);
  return { status: response.status, text, headers };
}

const get = (address: string, who: Record<string, string>) => ask("GET", address, who);
const SAID = ["note", "alert", "change", "decision", "action", "evidence", "comms", "impact", "hypothesis"] as const;

/** An incident with the word in its title, summary, every kind of entry, a call, a role's note and a picture's name. */
async function declareWith(word: string, more: { visibility: "private" | "organisation"; externalId?: string }) {
  const ctx = ctxOf(lead);
  const incident = await declareIncident(ctx, { title: `${word} answers 502`, summary: word, serviceIds: [service.id], teamIds: [team.id], ...more });
  const { ref } = incident;
  if (more.visibility === "organisation") await takeRole(ctx, ref, { role: "lead", personId: lead.id });
  const entries = SAID.map((kind) => ({ kind, body: `${kind}: ${word}`, sourceUrl: `https://logs.example/${word}` }) as AddTimelineEntry);
  const { items } = await addTimelineBatch(ctx, ref, { entries });
  await setSeverity(ctx, ref, { severity: "SEV1", message: word });
  await setStatus(ctx, ref, { status: "identified", message: word });
  const role = await takeRole(ctx, ref, { role: "comms", personId: lead.id, note: word });
  const file = await addAttachment(ctx, ref, { name: `${word}.png`, bytes: PNG });
  await addTimelineEntry(ctx, ref, { kind: "note", body: word, attachmentIds: [file.id] });
  const loose = await addAttachment(ctx, ref, { name: `${word} loose.png`, bytes: PNG });
  const change = await addIncidentChange(ctx, ref, { kind: "deploy", summary: word, serviceId: service.id, actor: word, verdict: "suspect", why: word });
  await putIncidentDiff(ctx, ref, change.id, `--- a/${word}\n+++ b/${word}\n@@ -1 +1 @@\n-${word}\n+x\n`);
  const unchanged = await addIncidentChange(ctx, ref, { kind: "infrastructure", nothingChanged: true, why: word, serviceId: service.id });
  await addIncidentChange(ctx, ref, { changeId: told.id, verdict: "contributed", why: word });
  const call = await makeCall(ctx, ref, { personIds: [admin.id], message: word, letIn: true });
  const factor = await addFactor(ctx, ref, { tag: "race", why: word, evidence: [{ kind: "url", url: `https://logs.example/${word}` }] });
  await addFactor(ctx, ref, { tag: "configuration drift", why: word, combinesWith: [factor.id] });
  await publishedOf(ctx, ref, documentOf(heading(word), paragraph(word)), { title: word, note: word });
  await requestReview(ctx, ref, { personIds: [admin.id], note: word });
  const hint = await keepHint(ctx, ref, { rule: "should-have", key: "0123456789abcd" });
  await answerNet(ctx, ref, "unit", { wouldHaveCaught: "yes", existed: false, note: word });
  const letIn = more.visibility === "private";
  const action = await addActionItem(ctx, ref, {
    title: word,
    description: word,
    finishTest: word,
    factorId: factor.id,
    ownerId: admin.id,
    letIn,
    dueOn: "2099-01-01",
  });
  await updateActionItem(ctx, (await addActionItem(ctx, ref, { title: `${word} answers 502`, ownerId: lead.id, teamId: team.id })).id, { status: "done" });
  // It was put to the test by the open one, and itself put one of that to the test.
  await db().writer.actionItemHeld.createMany({
    data: [
      { actionItemId: action.id, incidentId: open.id, answer: "held", note: word },
      { actionItemId: openItem.id, incidentId: incident.id, answer: "fired", note: word },
    ],
  });
  const { id: item } = await db().reader.inboxItem.findFirstOrThrow({ where: { incidentId: incident.id, personId: admin.id }, select: { id: true } });
  return {
    ref,
    id: incident.id,
    entry: items[0]!.id,
    role: role.id,
    file: file.id,
    loose: loose.id,
    call: call.id,
    factor: factor.id,
    item,
    change: change.id,
    unchanged: unchanged.id,
    action: action.id,
    hint: hint.id,
  };
}

let hidden: Awaited<ReturnType<typeof declareWith>>;
/** What an outsider asks without a place in the path; the number is known before it is used. */
let asks: string[];
let before: Map<string, Answer>;
const absent = "INC-999999999";

beforeAll(async () => {
  // Here one person asks more in a minute than anyone may.
  process.env.CANDOR_RATE_READS = process.env.CANDOR_RATE_WRITES = "1000000";
  forgetEnv();
  process.env.CANDOR_DATA_DIR = mkdtempSync(join(tmpdir(), "candor-private-"));
  [admin, lead, viewer, member] = await Promise.all([makePerson({ role: "admin" }), makePerson(), makePerson({ role: "viewer" }), makePerson()]);
  asMember = { cookie: await makeSession(member) };
  outsiders = [
    ["a viewer", { cookie: await makeSession(viewer) }],
    ["a member", asMember],
    ["a reading token", { authorization: `Bearer ${await makeToken(member, { scope: "read" })}` }],
  ];
  service = await makeService();
  team = await makeTeam({ members: [{ person: lead, role: "lead" }, { person: member }] });
  open = await declareIncident(ctxOf(lead), { title: "Checkout answers 502", serviceIds: [service.id], teamIds: [team.id] });
  told = await recordChange(ctxOf(lead), { kind: "deploy", summary: "Deploy 812", serviceId: service.id, diff: "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n" });
  for (let n = 0; n < 4; n++) await declareIncident(ctxOf(lead), { title: `Login ${n} answers slowly`, serviceIds: [service.id] });
  openItem = await addActionItem(ctxOf(lead), open.ref, { title: "Alert on the pool", ownerId: member.id, teamId: team.id });
  await addTimelineEntry(ctxOf(lead), open.ref, { kind: "note", body: `@${member.name} look at this` });
  await publishedOf(ctxOf(lead), open.ref, documentOf(heading("Summary"), paragraph("It answers again")));
  await foldSearch();
  const [{ last }] = await db().reader.$queryRaw<[{ last: bigint }]>`select last_value as last from incident_number_seq`;
  const numbers = [1, 2].map((n) => Number(last) + n);
  asks = [
    ...["", "?limit=2", `?q=${canary}`, `?q=%22${canary}%20answers%22`, `?q=${canary.slice(0, 8)}`, "?q=answers", "?q=answers&sort=relevance", "?q=502"],
    ...numbers.flatMap((n) => [`?q=INC-${n}`, `?q=${n}`, `?q=%23INC-${n}`, `?q=inc-${n}&sort=relevance`]),
    ...["status=triage", "status=identified", "severity=SEV1", "mode=incident", "environment=production", "sort=updated", "sort=severity", "sort=oldest"].map(
      (query) => `?${query}`,
    ),
    ...["group=code", "group=code,environment", "tag=race", "tag=race,configuration%20drift", "role=enabled", "has=diff", "has=open_actions"].map(
      (query) => `?${query}`,
    ),
    ...[`service=${service.id}`, `team=${team.id}`, `lead=${lead.id}`, "lead=me"].map((query) => `?${query}`),
  ].flatMap((query) => [`/incidents${query}`, ...(/sort|limit/.test(query) ? [] : [`/incidents/facets${query}`])]);
  asks.push(
    `/incidents/open-like?title=${canary}%20answers%20502`,
    `/incidents/open-like?title=answers%20502&serviceIds=${service.id}`,
    `/incidents/open-like?serviceIds=${service.id}`,
    ...[canary, `${canary.slice(0, 8)}`, "answers", ...numbers.flatMap((n) => [`INC-${n}`, String(n)])].map((q) => `/search?q=${q}`),
    ...["", `?q=${canary}`, "?q=answers", "?q=alert", "?status=done", "?status=open,in_progress", "?type=prevent", "?overdue=true", "?overdue=false"].map(
      (query) => `/action-items${query}`,
    ),
    ...[`?owner=${lead.id}`, `?owner=${admin.id}`, "?owner=me", `?team=${team.id}`, "?team=mine", `?service=${service.id}`, "?limit=1"].map(
      (query) => `/action-items${query}`,
    ),
    ...["ACT-1", "ACT-2", "ACT-3", "ACT-4"].map((ref) => `/action-items?q=${ref}`),
    ...[open.ref].flatMap((ref) => ["action-items", "still-exposed", "held", "factors/suggested"].map((path) => `/incidents/${ref}/${path}`)),
    ...["", "?limit=1", `?q=${canary}`, "?q=answers", `?service=${service.id}`, "?group=code", "?tag=race"].map((query) => `/postmortems${query}`),
    `/action-items/${openItem.id}`,
    `/action-items/${openItem.ref}`,
    ...["/inbox", "/inbox?done=true", "/people", `/people/${lead.id}`, "/services", `/services/${service.id}`, "/teams", `/teams/${team.id}`],
    ...[
      "/me",
      "/tokens",
      `/tokens/${newId()}`,
      "/audit",
      "/audit?format=csv",
      "/openapi.json",
      "/factor-tags",
      "/language",
      "/factor-tags?archived=true",
      `/factor-tags/${newId()}`,
      "/invitations",
      `/invitations/${newId()}`,
      "/changes",
      "/changes?limit=1",
      `/changes?service=${service.id}`,
      "/changes?kind=deploy",
      "/changes?kind=infrastructure,flag",
      "/changes?environment=production",
    ],
    ...[`/changes/${told.id}`, `/changes/${told.id}/diff`, `/changes/${newId()}`, `/incidents/${open.ref}/changes/offered`, `/incidents/${open.ref}/changes`],
  );
  before = new Map();
  for (const [who, headers] of outsiders) for (const address of asks) before.set(`${who} ${address}`, await get(address, headers));
  hidden = await declareWith(canary, { visibility: "private", externalId: canary });
});

describe("a private incident, to an outsider", () => {
  it("is asked for through every route that may be read", () => {
    const asked = new Set(asks.map((address) => find(address.split("?")[0]!).module.resource!.path));
    const readable = modules.map((module) => module.resource!).filter((resource) => resource.routes.GET && !resource.path.includes("{ref}"));
    // One's sessions tell when they were last seen; they name no incident.
    expect(readable.map(({ path }) => path).filter((path) => !asked.has(path))).toEqual(["/sessions"]);
  });

  it.each(["before the words are folded", "after"])("changes no list, count, search or inbox, %s", async (when) => {
    if (when === "after") await foldSearch();
    for (const [who, headers] of outsiders)
      for (const address of asks) {
        const answer = await get(address, headers);
        expect({ who, address, ...answer }).toEqual({ who, address, ...before.get(`${who} ${address}`) });
        if (!address.includes(canary)) expect(answer.text).not.toContain(canary);
        expect(answer.text).not.toContain(hidden.ref);
        expect(answer.text).not.toContain(hidden.id);
      }
    expect(before.get("a member /audit")!.status).toBe(403);
  });

  it("is found by those inside", async () => {
    const inside = { cookie: await makeSession(lead) };
    for (const address of [`/incidents?q=${canary}`, `/incidents/open-like?title=${canary}%20answers`, `/search?q=${hidden.ref}`])
      expect((await get(address, inside)).text).toContain(hidden.id);
  });

  it("stands on no page of a list, however it is walked", async () => {
    for (const query of ["", "&sort=updated", "&sort=severity", "&q=answers&sort=relevance", `&service=${service.id}`]) {
      let text = "";
      let cursor: string | null = null;
      do {
        const answer = await get(`/incidents?limit=1${query}${cursor === null ? "" : `&cursor=${cursor}`}`, asMember);
        text += answer.text;
        cursor = (JSON.parse(answer.text) as { nextCursor: string | null }).nextCursor;
        const place = cursor === null ? [] : (JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown[]);
        expect(place.at(-1)).not.toBe(Number(hidden.ref.slice(4)));
      } while (cursor);
      expect(text).toContain(open.ref);
      expect(text).not.toContain(hidden.ref);
    }
  });

  it("answers everything below it as one that never was, but for the request's id", async () => {
    const forms = () => {
      const form = new FormData();
      form.set("file", new Blob([PNG]), "x.png");
      return form;
    };
    for (const { resource } of modules) {
      if (!resource!.path.includes("{ref}")) continue;
      const id = /factors/.test(resource!.path)
        ? hidden.factor
        : /roles/.test(resource!.path)
          ? hidden.role
          : /attachments/.test(resource!.path)
            ? hidden.file
            : /changes/.test(resource!.path)
              ? hidden.change
              : /kept-hints/.test(resource!.path)
                ? hidden.hint
                : hidden.entry;
      for (const method of METHODS)
        for (const [who, headers] of outsiders)
          for (const body of method === "GET" ? [undefined] : [{}, { kind: "note", body: "x" }, forms()]) {
            const at = (ref: string, of: string) => resource!.path.replace("{ref}", ref).replace("{id}", of).replace("{net}", "unit").replace("{n}", "1");
            const there = await ask(method, at(hidden.ref, id), headers, body, { "if-match": '"1"' });
            const nowhere = await ask(method, at(absent, newId()), headers, body, { "if-match": '"1"' });
            expect({ who, method, path: resource!.path, ...there }).toEqual({ who, method, path: resource!.path, ...nowhere });
            expect(there.status).toBe(404);
          }
    }
  }, 90_000);

  it("is not to be told from nothing by the ids of what it holds", async () => {
    const mine = (await declareIncident(ctxOf(member), { title: "Something of mine" })).ref;
    const alike: [Method, (id: string) => string, string, unknown?][] = [
      ["POST", (id) => `/calls/${id}/answer`, hidden.call, { answer: "on_it" }],
      ["POST", (id) => `/inbox/${id}/done`, hidden.item, {}],
      ["GET", (id) => `/action-items/${id}`, hidden.action],
      ["PATCH", (id) => `/action-items/${id}`, hidden.action, { title: "mine" }],
      ["DELETE", (id) => `/action-items/${id}`, hidden.action],
      ["POST", (id) => `/action-items/${id}/snooze`, hidden.action, { until: null }],
      ["POST", (id) => `/action-items/${id}/held`, hidden.action, { incidentRef: mine, answer: "held" }],
      ["GET", (id) => `/incidents/${mine}/timeline/${id}`, hidden.entry],
      ["GET", (id) => `/incidents/${mine}/timeline/${id}/history`, hidden.entry],
      ["PATCH", (id) => `/incidents/${mine}/timeline/${id}`, hidden.entry, { body: "mine" }],
      ["DELETE", (id) => `/incidents/${mine}/timeline/${id}`, hidden.entry],
      ["POST", (id) => `/incidents/${mine}/timeline/${id}/redact`, hidden.entry, {}],
      ["GET", (id) => `/incidents/${mine}/attachments/${id}`, hidden.file],
      ["GET", (id) => `/incidents/${mine}/roles/${id}`, hidden.role],
      ["DELETE", (id) => `/incidents/${mine}/roles/${id}`, hidden.role],
      ["GET", (id) => `/incidents/${mine}/kept-hints/${id}`, hidden.hint],
      ["DELETE", (id) => `/incidents/${mine}/kept-hints/${id}`, hidden.hint],
      ["GET", (id) => `/incidents/${mine}/factors/${id}`, hidden.factor],
      ["PATCH", (id) => `/incidents/${mine}/factors/${id}`, hidden.factor, { why: "mine" }],
      ["DELETE", (id) => `/incidents/${mine}/factors/${id}`, hidden.factor],
      ...[hidden.change, hidden.unchanged].flatMap((changeId): [Method, (id: string) => string, string, unknown?][] => [
        ["GET", (id) => `/changes/${id}`, changeId],
        ["PATCH", (id) => `/changes/${id}`, changeId, { summary: "mine" }],
        ["GET", (id) => `/changes/${id}/diff`, changeId],
        ["PUT", (id) => `/changes/${id}/diff`, changeId, {}],
        ["GET", (id) => `/incidents/${mine}/changes/${id}`, changeId],
        ["PATCH", (id) => `/incidents/${mine}/changes/${id}`, changeId, { verdict: "fixed" }],
        ["DELETE", (id) => `/incidents/${mine}/changes/${id}`, changeId],
        ["GET", (id) => `/incidents/${mine}/changes/${id}/diff`, changeId],
        ["PUT", (id) => `/incidents/${mine}/changes/${id}/diff`, changeId, {}],
      ]),
    ];
    for (const [method, at, id, body] of alike) {
      const there = await ask(method, at(id), asMember, body);
      const nowhere = await ask(method, at(newId()), asMember, body);
      expect({ at: at(""), ...there }).toEqual({ at: at(""), ...nowhere });
      expect(there.status).toBe(404);
    }
  });

  it("is not to be told from nothing by naming it in a body, and hears nothing of it", async () => {
    const seq = async () => (await db().reader.incident.findUniqueOrThrow({ where: { id: hidden.id }, select: { seq: true } })).seq;
    const was = await seq();
    const mine = (await declareIncident(ctxOf(member), { title: "Something of mine" })).ref;
    const write = (path: string, body: unknown) => ask("POST", `/incidents/${mine}${path}`, asMember, body);
    const merges = [await write("/merge", { into: hidden.ref }), await write("/merge", { into: absent })];
    expect(merges[0]).toEqual(merges[1]);
    expect(merges[0]!.status).toBe(422);
    for (const id of [hidden.change, hidden.unchanged]) {
      const there = await write("/changes", { changeId: id });
      expect(there).toEqual(await write("/changes", { changeId: newId() }));
      expect(there.status).toBe(422);
    }
    for (const id of [hidden.file, hidden.loose]) {
      const add = (of: string) => write("/timeline", { kind: "note", body: "x", attachmentIds: [of] });
      const there = await add(id);
      expect(there).toEqual(await add(newId()));
      expect(there.status).toBe(422);
    }
    for (const body of [
      (id: string) => ({ tag: "race", combinesWith: [id] }),
      (id: string) => ({ tag: "race", evidence: [{ kind: "entry", id }] }),
      (id: string) => ({ tag: "race", evidence: [{ kind: "change", id }] }),
    ])
      for (const id of [hidden.factor, hidden.entry]) {
        const there = await write("/factors", body(id));
        expect(there).toEqual(await write("/factors", body(newId())));
        expect(there.status).toBe(422);
      }
    for (const body of [(id: string) => ({ title: "x", factorId: id }), (id: string) => ({ title: "x", entryId: id })])
      for (const id of [hidden.factor, hidden.entry]) {
        const there = await write("/action-items", body(id));
        expect(there).toEqual(await write("/action-items", body(newId())));
        expect(there.status).toBe(422);
      }
    for (const id of [hidden.factor, hidden.change, hidden.unchanged])
      for (const [path, body] of [
        ["/factors", { tag: "race" }],
        ["/changes", { kind: "deploy", summary: "x" }],
        ["/changes", { kind: "deploy", nothingChanged: true, why: "x" }],
      ] as const) {
        const there = await write(path, { ...body, id });
        expect(there).toEqual(await write(path, { ...body, id: newId() }));
        expect(there.status).toBe(422);
      }
    const bulk = (id: string) => ask("PATCH", "/action-items", asMember, { ids: [openItem.id, id], set: { priority: "P3" } });
    expect(await bulk(hidden.action)).toEqual(await bulk(newId()));
    const held = (incidentRef: string) => ask("POST", `/action-items/${openItem.id}/held`, asMember, { incidentRef, answer: "held" });
    expect(await held(hidden.ref)).toEqual(await held(absent));
    const note = await write("/timeline", { kind: "note", body: `Like #${hidden.ref} and @${lead.name}` });
    expect(note.status).toBe(201);
    expect(note.text).not.toContain(hidden.id);
    // The same externalId of another caller is another incident.
    const declared = await ask("POST", "/incidents", asMember, { title: "An alert", externalId: canary });
    expect(declared.status).toBe(201);
    expect(declared.text).not.toContain(hidden.ref);
    expect(await seq()).toBe(was);
  });

  it("cannot be guessed by the externalId that its declarer gave it", async () => {
    const patch = (externalId: string) => ask("PATCH", `/incidents/${open.ref}`, asMember, { externalId });
    expect((await patch(canary)).status).toBe((await patch(unique("other"))).status);
  });
});

describe("one that turned private", () => {
  const code = async (answer: Promise<Answer>) => (await answer).status;

  it("is gone for those who were not in it: from the inbox, from repetitions, from what was merged into it", async () => {
    const word = unique("bilby").replaceAll(" ", "");
    const room = await declareWith(word, { visibility: "organisation" });
    const fan = await makePerson({ name: unique("Fan") });
    const fans = { cookie: await makeSession(fan) };
    // Who is named on its timeline is let in, and stays so. This one was only told of it.
    await db().writer.inboxItem.create({ data: { incidentId: room.id, personId: fan.id, kind: "mention", entryId: room.entry } });
    const once = { "idempotency-key": "once" };
    expect(await code(ask("POST", `/incidents/${room.ref}/timeline`, fans, { kind: "note", body: word }, once))).toBe(201);
    const merged = await declareIncident(ctxOf(fan), { title: "The same fire" });
    await mergeIncident(ctxOf(fan), merged.ref, { into: room.ref });
    const inbox = async () => JSON.parse((await get("/inbox", fans)).text) as { items: unknown[]; waiting: number };
    expect(await inbox()).toMatchObject({ items: [{ incidentRef: room.ref }], waiting: 1 });
    expect((await get(`/incidents?q=${word}`, fans)).text).toContain(room.ref);
    expect((await get(`/incidents/${merged.ref}`, fans)).text).toContain(room.ref);

    await updateIncident(ctxOf(lead), room.ref, { visibility: "private" });
    expect(await inbox()).toEqual({ items: [], nextCursor: null, waiting: 0 });
    for (const path of ["", "/timeline", "/timeline?after=0", `/timeline/${room.entry}`, `/attachments/${room.file}`, "/calls", "/roles"])
      expect(await code(get(`/incidents/${room.ref}${path}`, fans))).toBe(404);
    expect(await code(ask("POST", `/incidents/${room.ref}/timeline`, fans, { kind: "note", body: word }, once))).toBe(404);
    for (const address of [
      `/incidents?q=${word}`,
      `/search?q=${word}`,
      `/search?q=${room.ref}`,
      `/incidents/open-like?title=${word}`,
      "/incidents",
      "/inbox?done=true",
    ]) {
      const { text } = await get(address, fans);
      expect([address, text.includes(room.ref), text.includes(room.id)]).toEqual([address, false, false]);
    }
    expect((await get(`/incidents/${merged.ref}`, fans)).text).not.toContain(`"${room.ref}"`);
  });

  it("takes along what changed, what combined and what follows, also for whoever wrote it there, by list, id, number, search and repetition", async () => {
    const word = unique("numbat").replaceAll(" ", "");
    const room = await declareWith(word, { visibility: "organisation" });
    const fan = await makePerson({ name: unique("Fan") });
    const fans = { cookie: await makeSession(fan) };
    const write = (method: Method, path: string, body: unknown, more = {}) => ask(method, path, fans, body, more);
    const posts: [string, unknown][] = [
      [`/incidents/${room.ref}/changes`, { kind: "deploy", summary: `Mine ${word}`, serviceId: service.id }],
      [`/incidents/${room.ref}/factors`, { tag: "race", why: word }],
      [`/incidents/${room.ref}/action-items`, { title: `Mine ${word}`, dueOn: "2099-01-01" }],
      [`/action-items/${room.action}/snooze`, { until: "2099-01-01T00:00:00Z", why: word }],
      [`/action-items/${openItem.id}/held`, { incidentRef: room.ref, answer: "held" }],
    ];
    const again = () => Promise.all(posts.map(([path, body], at) => write("POST", path, body, { "idempotency-key": `turned ${at}` })));
    const made = await again();
    expect(made.map(({ status }) => Math.floor(status / 100))).toEqual(Array(5).fill(2));
    const [change, , item] = made.map(({ text }) => JSON.parse(text) as { id: string; ref: string });
    const tag = (JSON.parse((await get("/factor-tags?group=code", fans)).text) as { items: { id: string; label: string }[] }).items.find(
      ({ label }) => label === "race",
    )!;
    const before = (await get(`/incidents?q=${word}`, fans)).text;
    expect(before).toContain(room.ref);

    await updateIncident(ctxOf(lead), room.ref, { visibility: "private" });
    await foldSearch();
    for (const address of [
      ...["/changes", `/changes?service=${service.id}`, `/incidents/${open.ref}/changes/offered`, `/changes/${told.id}`],
      ...["", `?q=${word}`, `?q=${item!.ref}`, `?service=${service.id}`, `?owner=${lead.id}`, `?team=${team.id}`, "?status=done"].map(
        (query) => `/action-items${query}`,
      ),
      ...[`?q=${word}`, "?tag=race", "?has=diff", "?group=code", "/facets?group=code"].map((query) => `/incidents${query}`),
      ...[`/search?q=${word}`, `/search?q=${item!.ref}`, `/incidents/${open.ref}/still-exposed`, `/incidents/${open.ref}/held`],
      ...[`/incidents/${open.ref}/factors/suggested`, `/services/${service.id}`, `/action-items/${openItem.id}`, `/factor-tags/${tag.id}`],
    ]) {
      const { text, status } = await get(address, fans);
      expect([address, status, [word, room.ref, room.id, change!.id, item!.id].filter((part) => text.replace(address, "").includes(part))]).toEqual([
        address,
        200,
        [],
      ]);
    }
    const gone: [Method, string, unknown?][] = [
      ["GET", `/changes/${change!.id}`],
      ["PATCH", `/changes/${change!.id}`, { summary: "mine" }],
      ["GET", `/changes/${room.change}/diff`],
      ["GET", `/action-items/${item!.ref}`],
      ["PATCH", `/action-items/${item!.id}`, { title: "mine" }],
      ["DELETE", `/action-items/${item!.id}`],
    ];
    for (const [method, path, body] of gone)
      for (const more of [{}, { "if-match": '"77"' }]) expect([method, path, (await write(method, path, body, more)).status]).toEqual([method, path, 404]);
    // A repetition of what they did themselves is answered as any other request of theirs.
    const repeated = await again();
    expect(repeated.map(({ status }) => status)).toEqual([404, 404, 404, 404, 422]);
    expect(repeated.some(({ text }) => text.includes(word))).toBe(false);
    expect((await write("POST", `/incidents/${open.ref}/changes`, { changeId: change!.id })).status).toBe(422);
    expect((await write("PATCH", "/action-items", { ids: [item!.id], set: { priority: "P1" } })).status).toBe(422);
  });
});
