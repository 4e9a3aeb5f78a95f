import fc from "fast-check";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { read } from "../auth/access";
import type { Ctx } from "../auth/ctx";
import { db } from "../db";
import { addFactor, removeFactor, updateFactor } from "../factors/mutations";
import { FACTOR_GROUPS, FACTOR_ROLES } from "../factors/words";
import { SHIPPED_TAGS } from "../tags/words";
import { newId } from "../ids";
import { declareIncident, updateIncident } from "../incidents/mutations";
import { IncidentFilters, ListIncidents } from "../incidents/schema";
import { redactEntry } from "../redaction/mutations";
import { ctxOf } from "../testing/ctx";
import { makePerson, makeService, makeTeam, unique } from "../testing/factories";
import { addTimelineEntry, deleteTimelineEntry, setStatus, updateTimelineEntry } from "../timeline/mutations";
import { openLike } from "./alike";
import { searchAll } from "./everything";
import { facetIncidents } from "./facets";
import { foldSearch, startFolding } from "./fold";
import { listIncidents } from "./queries";
import { CLOSE_MARK, OPEN_MARK } from "./rules";

const list = (ctx: Ctx, query: Record<string, string>) => listIncidents(ctx, ListIncidents.parse(query));
const refs = async (ctx: Ctx, query: Record<string, string>) => (await list(ctx, query)).items.map((row) => row.ref);
const shown = (text: string | undefined) => text?.replaceAll(OPEN_MARK, "[").replaceAll(CLOSE_MARK, "]");
const note = (ctx: Ctx, ref: string, body: string) => addTimelineEntry(ctx, ref, { kind: "note", body });
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string; details?: { errors?: { path: string }[] } }) => `${error.code} ${error.details?.errors?.[0]?.path ?? ""}`,
  );

let ctx: Ctx;
let admin: Ctx;
beforeAll(async () => {
  ctx = ctxOf(await makePerson());
  admin = ctxOf(await makePerson({ role: "admin" }));
});

/** Each of these holds whether the documents were folded or are still stale. */
describe.each([
  ["stale", false],
  ["folded", true],
] as const)("%s documents", (_, folded) => {
  const settle = async () => void (folded && (await foldSearch()));

  test("a word is found in a title, a summary, an entry, and by its stem", async () => {
    const word = `zq${newId().slice(-10)}`;
    const byTitle = await declareIncident(ctx, { title: `Pools ${word}` });
    const bySummary = await declareIncident(ctx, { title: "Other", summary: `It was ${word}.` });
    const byEntry = await declareIncident(ctx, { title: "Third" });
    const entry = await note(ctx, byEntry.ref, `Restarting the ${word} consumers failed`);
    await settle();
    expect((await refs(ctx, { q: word })).sort()).toEqual([byTitle.ref, bySummary.ref, byEntry.ref].sort());
    expect(await refs(ctx, { q: `${word} consumer` })).toEqual([byEntry.ref]);
    expect(await refs(ctx, { q: `${word} fail` })).toEqual([byEntry.ref]);
    expect(await refs(ctx, { q: `${word} restarts` })).toEqual([byEntry.ref]);
    const [row] = (await list(ctx, { q: `${word} consumer` })).items;
    expect(row!.snippet).toMatchObject({ kind: "entry", entryId: entry.id, at: entry.occurredAt });
    expect(shown(row!.snippet!.text)).toBe(`Restarting the [${word}] [consumers] failed`);
  });

  test("the words may stand in different entries; a phrase may not", async () => {
    const [one, two] = [`za${newId().slice(-10)}`, `zb${newId().slice(-10)}`];
    const apart = await declareIncident(ctx, { title: "Apart" });
    await note(ctx, apart.ref, `first ${one}`);
    await note(ctx, apart.ref, `then ${two}`);
    const beside = await declareIncident(ctx, { title: "Beside" });
    await note(ctx, beside.ref, `the ${one} ${two} came`);
    await settle();
    expect((await refs(ctx, { q: `${one} ${two}` })).sort()).toEqual([apart.ref, beside.ref].sort());
    expect(await refs(ctx, { q: `"${one} ${two}"` })).toEqual([beside.ref]);
    expect(await refs(ctx, { q: `"the ${one} ${two} came"` })).toEqual([beside.ref]);
    expect(await refs(ctx, { q: `"${two} ${one}"` })).toEqual([]);
    expect(await refs(ctx, { q: `"the ${two} ${one} came"` })).toEqual([]);
  });

  test("identifiers, error codes, accents, a beginning, East Asian text", async () => {
    const id = newId().slice(-8);
    const it = await declareIncident(ctx, { title: `Café ${id} über` });
    // Digits, an e and digits are a number to some, and the middle of an id to us.
    await note(ctx, it.ref, `pod 3e1381b1 and 7e55 ${"w".repeat(3000)} ${Array.from({ length: 15_000 }, (_, n) => n.toString(36)).join(" ")}`);
    await note(ctx, it.ref, `flag retry_x${id}_v2 on POST /pay/${id}, code ORA-${id}, host db.${id}.example; 数据库连接${id}`);
    const other = await declareIncident(ctx, { title: `other ${id}` });
    await note(ctx, other.ref, `v2 retry ${id} x`);
    await settle();
    for (const q of [
      `retry_x${id}_v2`,
      `retry_x${id}`,
      "3e1381b1",
      `/pay/${id}`,
      `ORA-${id}`,
      `ora-${id}`,
      `cafe ${id}`,
      `CAFÉ ${id}`,
      `${id} uber`,
      `${id} übe`,
      `数据库 ${id}`,
      `据库连`,
      `db.${id}.example`,
    ]) {
      expect([q, await refs(ctx, { q })]).toEqual([q, expect.arrayContaining([it.ref])]);
    }
    expect(await refs(ctx, { q: `retry_x${id}_v2` })).toEqual([it.ref]);
    expect(await refs(ctx, { q: `pay/${id}` })).toEqual([it.ref]);
    expect(await refs(ctx, { q: `库数 ${id}` })).toEqual([]);
  });

  test("a ref jumps to its incident, in every order, beside those that speak of it", async () => {
    const target = await declareIncident(ctx, { title: unique("target") });
    const speaks = await declareIncident(ctx, { title: unique("speaks") });
    await note(ctx, speaks.ref, `as in ${target.ref}`);
    await settle();
    for (const sort of ["newest", "oldest", "updated", "severity", "relevance"]) {
      expect([sort, await refs(ctx, { q: target.ref.toLowerCase(), sort })]).toEqual([sort, [target.ref, speaks.ref]]);
    }
    expect((await list(ctx, { q: target.ref })).total).toBe(2);
  });

  test("what was edited away, deleted or redacted is found no more, and what came instead is", async () => {
    const [before, after, secret] = ["zc", "zd", "ze"].map((start) => `${start}${newId().slice(-10)}`) as [string, string, string];
    const it = await declareIncident(ctx, { title: "Edited" });
    const edited = await note(ctx, it.ref, `says ${before}`);
    const deleted = await note(ctx, it.ref, `gone ${before}`);
    const redacted = await note(ctx, it.ref, `token ${secret}`);
    await settle();
    expect(await refs(ctx, { q: before })).toEqual([it.ref]);
    await updateTimelineEntry(ctx, it.ref, edited.id, { body: `says ${after}` });
    await deleteTimelineEntry(ctx, it.ref, deleted.id);
    await redactEntry(admin, it.ref, redacted.id, { text: secret });
    expect(await refs(ctx, { q: after })).toEqual([it.ref]);
    for (const word of [before, secret]) expect([word, await refs(ctx, { q: word }), (await searchAll(ctx, { q: word })).entries]).toEqual([word, [], []]);
    const { rows } = await db().reads.query(
      "select 1 from search.incident where tsv::text like $1 union all select 1 from search.row where text like $1 or tsv::text like $1",
      [`%${secret}%`],
    );
    expect(rows).toEqual([]);
    await settle();
    for (const word of [before, secret]) expect(await refs(ctx, { q: word })).toEqual([]);
    expect(await refs(ctx, { q: after })).toEqual([it.ref]);
    await updateIncident(ctx, it.ref, { title: `Retitled ${after}x` });
    expect(await refs(ctx, { q: "Edited", sort: "newest" })).not.toContain(it.ref);
    expect(await refs(ctx, { q: `${after}x` })).toEqual([it.ref]);
  });

  test("filters, alone and with words, and what they are counted as", async () => {
    const word = `zf${newId().slice(-10)}`;
    const service = await makeService();
    const team = await makeTeam();
    const lead = await makePerson();
    const a = await declareIncident(ctx, {
      title: `${word} a`,
      severity: "SEV1",
      environment: "staging",
      mode: "drill",
      serviceIds: [service.id],
      teamIds: [team.id],
    });
    const b = await declareIncident(ctxOf(lead), { title: `${word} b`, severity: "SEV3", serviceIds: [service.id], visibility: "private" });
    const c = await declareIncident(ctx, { title: `${word} c` });
    await setStatus(ctx, c.ref, { status: "resolved" });
    await settle();
    const asked = async (filters: Record<string, string>, who = admin) => (await refs(who, { q: word, ...filters })).sort();
    expect(await asked({})).toEqual([a.ref, b.ref, c.ref].sort());
    expect(await asked({}, ctx)).toEqual([a.ref, c.ref].sort());
    expect(await asked({ severity: "SEV1,SEV3" })).toEqual([a.ref, b.ref].sort());
    expect(await asked({ environment: "staging,other" })).toEqual([a.ref]);
    expect(await asked({ mode: "drill" })).toEqual([a.ref]);
    expect(await asked({ status: "resolved" })).toEqual([c.ref]);
    expect(await asked({ service: service.id })).toEqual([a.ref, b.ref].sort());
    expect(await asked({ service: service.id, severity: "SEV3" })).toEqual([b.ref]);
    expect(await asked({ team: team.id })).toEqual([a.ref]);
    expect(await asked({ lead: lead.id })).toEqual([b.ref]);
    expect(await refs(ctxOf(lead), { q: word, lead: "me" })).toEqual([b.ref]);
    expect(await asked({ from: c.declaredAt })).toEqual([c.ref]);
    expect(await asked({ to: a.declaredAt })).toEqual([a.ref]);
    expect((await refs(admin, { service: service.id })).sort()).toEqual([a.ref, b.ref].sort());

    const facets = await facetIncidents(admin, IncidentFilters.parse({ q: word }));
    expect(facets).toMatchObject({
      total: 3,
      isExact: true,
      service: [{ value: service.id, name: service.name, count: 2 }],
      team: [{ value: team.id, count: 1 }],
    });
    expect(facets.severity).toEqual([
      { value: "SEV1", name: "SEV1", count: 1 },
      { value: "SEV3", name: "SEV3", count: 1 },
    ]);
    expect(facets.status.find((row) => row.value === "resolved")).toMatchObject({ name: "Resolved", count: 1 });
    expect((await facetIncidents(ctx, IncidentFilters.parse({ q: word }))).service).toEqual([{ value: service.id, name: service.name, count: 1 }]);
  });

  test("what combined: all groups and tags in one incident, any of the roles; what it has", async () => {
    const word = `zo${newId().slice(-10)}`;
    const [a, b, c] = [
      await declareIncident(ctx, { title: `${word} a` }),
      await declareIncident(ctx, { title: `${word} b` }),
      await declareIncident(ctx, { title: word }),
    ];
    const race = await addFactor(ctx, a.ref, { tag: "race", role: "triggered", why: `lost ${word}why` });
    await addFactor(ctx, a.ref, { tag: "flag state", role: "worsened", combinesWith: [race.id] });
    await addFactor(ctx, b.ref, { tag: "race", role: "softened" });
    const item = await db().writer.actionItem.create({ data: { incidentId: b.id, title: "Lock it", createdById: ctx.actor.id } });
    await settle();
    const asked = async (filters: Record<string, string>) => (await refs(ctx, { q: word, ...filters })).sort();
    expect(await asked({ group: "code" })).toEqual([a.ref, b.ref].sort());
    expect(await asked({ group: "code,environment" })).toEqual([a.ref]);
    expect(await asked({ group: "code,organisation" })).toEqual([]);
    expect(await asked({ tag: "RACE" })).toEqual([a.ref, b.ref].sort());
    expect(await asked({ tag: "race, flag State" })).toEqual([a.ref]);
    expect(await asked({ role: "worsened,softened" })).toEqual([a.ref, b.ref].sort());
    expect(await asked({ has: "open_actions" })).toEqual([b.ref]);
    expect(await asked({ has: "open_actions,diff" })).toEqual([]);
    expect(await asked({ has: "postmortem" })).toEqual([]);
    expect(await refs(ctx, { q: `${word}why` })).toEqual([a.ref]);
    expect((await list(ctx, { q: `${word}why` })).items[0]!.snippet).toMatchObject({ kind: "factor", entryId: null });
    const facets = await facetIncidents(ctx, IncidentFilters.parse({ q: word }));
    const counts = (rows: { value: string; count: number }[]) => Object.fromEntries(rows.map((row) => [row.value, row.count]));
    expect([facets.total, counts(facets.group), counts(facets.tag)]).toEqual([3, { code: 2, environment: 1 }, { race: 2, "flag state": 1 }]);
    expect([counts(facets.role), counts(facets.has)]).toEqual([{ triggered: 1, worsened: 1, softened: 1 }, { open_actions: 1 }]);
    // What is no longer so is no longer found, folded or not.
    await updateFactor(ctx, a.ref, race.id, { tag: "data store" });
    await db().writer.actionItem.update({ where: { id: item.id }, data: { status: "done" } });
    await settle();
    expect([await asked({ tag: "race" }), await asked({ group: "infrastructure,environment" }), await asked({ has: "open_actions" })]).toEqual([
      [b.ref],
      [a.ref],
      [],
    ]);
    await removeFactor(ctx, a.ref, race.id);
    expect(await asked({ group: "environment,infrastructure" })).toEqual([]);
    expect(await refs(ctx, { q: `${word}why` })).toEqual([]);
    expect(c.ref).not.toBe(a.ref);
    expect(await code(list(ctx, { tag: "race conditions" }))).toBe("INVALID tag");
    for (const bad of [{ group: "codes" }, { tag: "race,,x" }, { tag: "" }, { role: "cause" }, { has: "everything" }])
      expect([bad, ListIncidents.safeParse(bad).success]).toEqual([bad, false]);
  });

  test("relevance: the title first, then the words together, then the newest", async () => {
    const [one, two] = [`zg${newId().slice(-10)}`, `zh${newId().slice(-10)}`];
    const titled = await declareIncident(ctx, { title: `${one} of ${two}` });
    const together = await declareIncident(ctx, { title: "together" });
    await note(ctx, together.ref, `${one} ${two}`);
    const older = await declareIncident(ctx, { title: "older" });
    await note(ctx, older.ref, `${one} and then ${two}`);
    const newer = await declareIncident(ctx, { title: "newer" });
    await note(ctx, newer.ref, `${two}, ${one}`);
    await foldSearch();
    expect(await refs(ctx, { q: `${one} ${two}`, sort: "relevance" })).toEqual([titled.ref, together.ref, newer.ref, older.ref]);
  });

  test("everything at once: incidents, entries, names", async () => {
    const word = `zi${newId().slice(-10)}`;
    const it = await declareIncident(ctx, { title: `About ${word}` });
    const entry = await note(ctx, it.ref, `An entry of ${word}`);
    const service = await makeService({ name: `${word}-api` });
    const team = await makeTeam({ name: `Team ${word}` });
    const person = await makePerson({ name: `Ada ${word}` });
    await makePerson({ name: `Gone ${word}`, disabledAt: new Date() });
    await settle();
    const hits = await searchAll(ctx, { q: word.slice(0, 9) });
    expect(hits.incidents.map((row) => row.ref)).toEqual([it.ref]);
    expect(hits.entries).toEqual([
      { entryId: entry.id, incidentRef: it.ref, incidentTitle: `About ${word}`, at: entry.occurredAt, text: `An entry of ${OPEN_MARK}${word}${CLOSE_MARK}` },
    ]);
    expect([hits.services, hits.teams, hits.people]).toEqual([[service], [team], [{ id: person.id, name: person.name }]]);
  });

  test("one fire, one room: open ones by a telling word or a service, past ones by words; a private one only for whom it is", async () => {
    const word = `zj${newId().slice(-10)}`;
    const service = await makeService();
    const open = await declareIncident(ctx, { title: `Stuck ${word}` });
    const sameService = await declareIncident(ctx, { title: unique("Elsewhere"), serviceIds: [service.id] });
    const hidden = await declareIncident(admin, { title: `Secret ${word}`, visibility: "private" });
    const past = await declareIncident(ctx, { title: "Before" });
    await note(ctx, past.ref, `the same ${word} as now`);
    await setStatus(ctx, past.ref, { status: "resolved" });
    await settle();
    const like = await openLike(ctx, { title: `The ${word} again`, serviceIds: [service.id] });
    expect(like.open.map((row) => row.ref)).toEqual([open.ref, sameService.ref]);
    if (folded) expect(like.past.map((row) => row.ref)).toEqual([past.ref]);
    expect(like.stillExposed).toEqual([]);
    expect((await openLike(admin, { title: word })).open.map((row) => row.ref).sort()).toEqual([open.ref, hidden.ref].sort());
    expect(await openLike(ctx, { title: "the of and" })).toEqual({ open: [], past: [], stillExposed: [] });
    expect(await openLike(ctx, {})).toEqual({ open: [], past: [], stillExposed: [] });
  });
});

describe("lists", () => {
  test("walk forth and back without a gap or a repetition, also where times are equal", async () => {
    const word = `zk${newId().slice(-10)}`;
    const made: string[] = [];
    for (let i = 0; i < 23; i++)
      made.push((await declareIncident(ctx, { title: `${word} ${i}`, ...(i % 3 ? { severity: i % 2 ? "SEV2" : "SEV3" } : {}) })).ref);
    // Equal times: only the number tells these apart.
    await db().writes.query(
      `update incident set "declaredAt" = date_trunc('day', now()), "updatedAt" = date_trunc('day', now()) where title like $1 and number % 4 <> 0`,
      [`${word}%`],
    );
    await foldSearch();
    await note(ctx, made[4]!, "still stale");
    for (const sort of ["newest", "oldest", "updated", "severity", "relevance"]) {
      const query = { q: word, sort, limit: "5" };
      const forth: string[] = [];
      const back: string[] = [];
      let page = await list(ctx, query);
      expect([page.total, page.totalIsExact, page.prevCursor]).toEqual([23, true, null]);
      for (;;) {
        forth.push(...page.items.map((row) => row.ref));
        if (!page.nextCursor) break;
        page = await list(ctx, { ...query, cursor: page.nextCursor });
      }
      for (;;) {
        back.unshift(...page.items.map((row) => row.ref));
        if (!page.prevCursor) break;
        page = await list(ctx, { ...query, cursor: page.prevCursor });
      }
      expect([sort, new Set(forth).size, [...forth].sort()]).toEqual([sort, 23, [...made].sort()]);
      expect(back).toEqual(forth);
      expect(await refs(ctx, { ...query, limit: "100" })).toEqual(forth);
    }
  });

  test("a cursor that is none, or another list's, is refused by name", async () => {
    for (let i = 0; i < 2; i++) await declareIncident(ctx, { title: "x" });
    const { nextCursor } = await list(ctx, { limit: "1" });
    expect(nextCursor).not.toBeNull();
    for (const query of [
      { cursor: "zzz" },
      { cursor: "W10" },
      { cursor: nextCursor!, sort: "oldest" },
      { cursor: nextCursor!, q: "x" },
      { cursor: nextCursor!, status: "triage" },
    ] as Record<string, string>[]) {
      expect([query, await code(list(ctx, query))]).toEqual([query, "INVALID cursor"]);
    }
    expect((await list(ctx, { cursor: nextCursor!, limit: "3" })).items.length).toBeGreaterThan(0);
  });

  test("nothing that is typed is an error, alone or with every order", async () => {
    const odd = [
      "'",
      '"',
      "\\",
      "& | ! ( )",
      "a:*",
      "<->",
      "😀",
      "数",
      "%_",
      "-- ;",
      "''' \\'",
      "foo & ! bar",
      "a".repeat(300),
      `${"word ".repeat(60)}`.trim(),
      '"'.repeat(299),
      "INC-",
      "#",
      "+",
      "^a",
      "#sresolved",
      "\u0301",
      "\ue000x\ue001",
    ];
    const typed = fc.oneof(
      fc.constantFrom(...odd),
      fc.string({ unit: "grapheme", maxLength: 120 }),
      fc.string({ unit: fc.constantFrom(..."ab'\"\\&|!():*<->#+^% é"), maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(typed, fc.constantFrom("newest", "severity", "relevance"), async (q, sort) => {
        const query = ListIncidents.safeParse({ q, sort, limit: "3" });
        if (!query.success || !q.trim() || q.includes("\0")) return;
        await listIncidents(ctx, query.data);
        await searchAll(ctx, { q: q.trim() });
        await openLike(ctx, { title: q.trim() });
        await facetIncidents(ctx, { q: q.trim() });
      }),
      { numRuns: 60 },
    );
  });

  test("more than 10 000 say so, are walked and not sorted, and page both ways", async () => {
    const person = await makePerson();
    const word = `zl${newId().slice(-10)}`;
    await db().writes.query(
      `with made as (
         insert into incident (id, number, title, "declaredById", "declaredAt", "updatedAt", environment)
         select gen_random_uuid(), nextval('incident_number_seq'), $1, $2, timestamptz '2020-01-01' + n * interval '1 minute', timestamptz '2021-01-01' + n * interval '1 minute', 'other' from generate_series(1, 10050) as n
         returning id, "declaredAt")
       insert into search.row (kind, source_id, incident_id, at, text) select 'title', id, id, "declaredAt", $1 from made`,
      [`${word} many`, person.id],
    );
    await foldSearch(20_000);
    for (const query of [
      { q: word },
      { environment: "other" },
      { q: `${word} many`, sort: "oldest" },
      { q: word, sort: "updated" },
      { q: word, sort: "severity" },
      { q: word, sort: "relevance" },
      { q: `"${word} many"` },
    ] as Record<string, string>[]) {
      const first = await list(ctx, { ...query, limit: "7" });
      expect([query, first.total, first.totalIsExact, first.items.length]).toEqual([query, 10_000, false, 7]);
      const second = await list(ctx, { ...query, limit: "7", cursor: first.nextCursor! });
      const again = await list(ctx, { ...query, limit: "7", cursor: second.prevCursor! });
      expect(again.items.map((row) => row.ref)).toEqual(first.items.map((row) => row.ref));
      expect(await refs(ctx, { ...query, limit: "14" })).toEqual([...first.items, ...second.items].map((row) => row.ref));
    }
    // So many newer ones lack the words that a walk from the newest on finds none.
    await db().writes.query(
      `insert into incident (id, number, title, "declaredById") select gen_random_uuid(), nextval('incident_number_seq'), 'unlike', $1 from generate_series(1, 2100)`,
      [person.id],
    );
    expect((await list(ctx, { q: word, limit: "7" })).items).toHaveLength(7);
    await foldSearch();
    for (const q of [word, `"${word} many"`, `${word}-man`]) {
      const page = await list(ctx, { q, limit: "7" });
      expect([q, page.items.length, page.nextCursor === null]).toEqual([q, 7, false]);
    }
    const facets = await facetIncidents(ctx, IncidentFilters.parse({ q: word }));
    expect([facets.total, facets.isExact]).toEqual([10_000, false]);
    expect(facets.environment).toEqual([{ value: "other", name: "Other", count: expect.any(Number) }]);
  }, 120_000);
});

test("the folding goes on until it is stopped, and skips what is being written", async () => {
  const word = `zn${newId().slice(-10)}`;
  const [written, free] = [await declareIncident(ctx, { title: `${word} written` }), await declareIncident(ctx, { title: `${word} free` })];
  const stale = async () =>
    (
      await db().reads.query<{ id: string }>("select incident_id as id from search.stale where incident_id = any($1::uuid[])", [[written.id, free.id]])
    ).rows.map((row) => row.id);
  const writer = await db().writes.connect();
  await writer.query("begin");
  await writer.query("select 1 from incident where id = $1 for no key update", [written.id]);
  const stop = startFolding();
  await expect.poll(stale).toEqual([written.id]);
  await writer.query("commit");
  writer.release();
  await expect.poll(stale, { timeout: 5000 }).toEqual([]);
  await stop();
  await note(ctx, free.ref, "after the stop");
  expect(await stale()).toEqual([free.id]);
  expect((await refs(ctx, { q: word })).sort()).toEqual([written.ref, free.ref].sort());
});

describe("what one may see", () => {
  const made: string[] = [];
  afterEach(async () => void (await db().writes.query("delete from incident where id = any($1::uuid[])", [made.splice(0)])));

  test("lists, read(ctx) and facets agree, for whoever asks and whatever is private", async () => {
    const people = await Promise.all((["viewer", "member", "member", "admin"] as const).map((role) => makePerson({ role })));
    const incident = fc.record({ hidden: fc.boolean(), people: fc.subarray([0, 1, 2, 3]), fold: fc.boolean(), turns: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(incident, { minLength: 1, maxLength: 6 }), async (wanted) => {
        const word = `zm${newId().slice(-10)}`;
        for (const it of wanted) {
          const id = newId();
          made.push(id);
          await db().writes.query(`insert into incident (id, title, "declaredById", visibility) values ($1, $2, $3, $4)`, [
            id,
            word,
            people[0]!.id,
            it.hidden !== it.turns ? "private" : "organisation",
          ]);
          await db().writes.query("insert into search.row (kind, source_id, incident_id, at, text) values ('title', $1, $1, now(), $2)", [id, word]);
          for (const at of it.people)
            await db().writes.query(`insert into incident_person ("incidentId", "personId", "addedById") values ($1, $2, $2)`, [id, people[at]!.id]);
          if (it.fold) await foldSearch();
          if (it.turns) await db().writes.query("update incident set visibility = $2 where id = $1", [id, it.hidden ? "private" : "organisation"]);
        }
        for (const person of people) {
          const who = ctxOf(person);
          const seen = (await read(who).incident.findMany({ where: { title: word }, select: { number: true } })).map((row) => `INC-${row.number}`).sort();
          const page = await list(who, { q: word });
          expect(page.items.map((row) => row.ref).sort()).toEqual(seen);
          expect(page.total).toBe(seen.length);
          expect((await searchAll(who, { q: word })).incidents).toHaveLength(Math.min(8, seen.length));
          expect((await facetIncidents(who, { q: word })).total).toBe(seen.length);
          expect((await openLike(who, { title: word })).open).toHaveLength(Math.min(5, seen.length));
          for (const sort of ["oldest", "updated", "severity", "relevance"]) expect((await refs(who, { q: word, sort })).sort()).toEqual(seen);
        }
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});

describe("combinations", () => {
  test("are those that the factors themselves tell, whatever was added, moved, removed and folded", async () => {
    const TAGS = FACTOR_GROUPS.flatMap((group) => SHIPPED_TAGS[group].slice(0, 2).map((label) => ({ group, label })));
    const factor = fc.record({ tag: fc.constantFrom(...TAGS), role: fc.constantFrom(...FACTOR_ROLES) });
    const step = fc.record({ at: fc.nat(3), factor, fold: fc.boolean(), drop: fc.boolean() });
    const question = fc.record({
      groups: fc.subarray([...FACTOR_GROUPS], { maxLength: 3 }),
      tags: fc.subarray(
        TAGS.map((tag) => tag.label),
        { maxLength: 2 },
      ),
      roles: fc.subarray([...FACTOR_ROLES], { maxLength: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), fc.array(question, { minLength: 6, maxLength: 6 }), async (steps, questions) => {
        const word = `zp${newId().slice(-10)}`;
        const rooms = await Promise.all([0, 1, 2, 3].map(async () => ({ ref: (await declareIncident(ctx, { title: word })).ref, held: [] as Held[] })));
        for (const { at, factor: of, fold, drop } of steps) {
          const room = rooms[at]!;
          const first = room.held[0];
          if (drop && first) {
            await removeFactor(ctx, room.ref, first.id);
            room.held.shift();
          } else room.held.push({ id: (await addFactor(ctx, room.ref, { tag: of.tag.label, role: of.role })).id, ...of.tag, role: of.role });
          if (fold) await foldSearch();
        }
        for (const { groups, tags, roles } of questions) {
          const fitting = rooms.filter(
            ({ held }) =>
              groups.every((group) => held.some((one) => one.group === group)) &&
              tags.every((label) => held.some((one) => one.label === label)) &&
              (roles.length === 0 || held.some((one) => roles.includes(one.role))),
          );
          const query = {
            q: word,
            ...(groups.length ? { group: groups.join() } : {}),
            ...(tags.length ? { tag: tags.join() } : {}),
            ...(roles.length ? { role: roles.join() } : {}),
          };
          for (const sort of ["newest", "relevance"]) expect((await refs(ctx, { ...query, sort })).sort()).toEqual(fitting.map((room) => room.ref).sort());
          const facets = await facetIncidents(ctx, IncidentFilters.parse(query));
          expect(facets.total).toBe(fitting.length);
          for (const group of FACTOR_GROUPS)
            expect(facets.group.find((row) => row.value === group)?.count ?? 0).toBe(
              fitting.filter(({ held }) => held.some((one) => one.group === group)).length,
            );
        }
      }),
      { numRuns: 8 },
    );
  }, 90_000);
});

interface Held {
  id: string;
  group: string;
  label: string;
  role: (typeof FACTOR_ROLES)[number];
}
