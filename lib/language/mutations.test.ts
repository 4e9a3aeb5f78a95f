import { beforeAll, describe, expect, test } from "vitest";
import { HINT_CLASSES } from "../blameless/words";
import type { Ctx } from "../auth/ctx";
import { db } from "../db";
import { declareIncident } from "../incidents/mutations";
import { ctxOf, withKey } from "../testing/ctx";
import { eventsOf, makePerson, makeService, makeTeam, unique } from "../testing/factories";
import { dropKeptHint, keepHint, setLanguage } from "./mutations";
import { getKeptHint, languageSetting, listKeptHints } from "./queries";
import type { SetLanguage } from "./schema";

const EMPTY: SetLanguage = { off: [], vendors: [], phrases: [] };
const WHY = "It tells of a hand, and not of the form";
const phrase = (words: string, more = {}) => ({ words, class: "judgement" as const, why: WHY, ...more });
const HINT = { rule: "should-have", key: "0123456789abcd" };

let admin: Ctx;
let ctx: Ctx;
beforeAll(async () => {
  admin = ctxOf(await makePerson({ role: "admin" }));
  ctx = ctxOf(await makePerson());
});
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string; details?: { errors?: { path: string }[] } }) => [error.code, ...(error.details?.errors ?? []).map(({ path }) => path)].join(" "),
  );

describe("the setting", () => {
  test("is set as a whole, by admins, and phrases keep their ids", async () => {
    const first = await setLanguage(admin, {
      off: ["should-have"],
      vendors: ["Fernroute", "fernroute"],
      phrases: [phrase("fat fingered"), phrase("asleep at * wheel")],
    });
    expect(first).toMatchObject({
      off: ["should-have"],
      vendors: ["Fernroute"],
      phrases: [{ words: "fat fingered", question: null }, { words: "asleep at * wheel" }],
    });
    const [one, two] = first.phrases;
    const then = await setLanguage(
      admin,
      { ...EMPTY, phrases: [phrase("asleep at * wheel", { id: two!.id, question: "What was quiet?" }), phrase("third")] },
      first.version,
    );
    expect(then).toMatchObject({
      version: first.version + 1,
      off: [],
      vendors: [],
      phrases: [{ id: two!.id, words: "asleep at * wheel", question: "What was quiet?" }, { words: "third" }],
    });
    expect(then.phrases.map(({ id }) => id)).not.toContain(one!.id);
    for (const role of ["member", "viewer"] as const) expect(await refused(setLanguage(ctxOf(await makePerson({ role })), EMPTY))).toBe("FORBIDDEN");
    const events = await eventsOf("settings.updated", { setting: "language" });
    expect(events.at(-1)).toMatchObject({ incidentId: null, actorId: admin.actor.id });
    expect(JSON.stringify(events)).not.toContain("asleep");
  });

  test("of two admins the second is told what stands now", async () => {
    const { version } = await setLanguage(admin, EMPTY);
    const other = ctxOf(await makePerson({ role: "admin" }));
    const both = await Promise.allSettled([admin, other].map((who, at) => setLanguage(who, { ...EMPTY, vendors: [`Vendor ${at}`] }, version)));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = both.find((one) => one.status === "rejected")!;
    expect(lost.reason).toMatchObject({ code: "CONFLICT", details: { current: { version: version + 1, vendors: [expect.stringMatching(/^Vendor \d$/)] } } });
  });

  test("names every field that is refused, and is then as it was", async () => {
    const before = await setLanguage(admin, { ...EMPTY, phrases: [phrase("careless")] });
    const bad = [phrase("fine"), phrase("(a+)+$"), phrase("Fine "), phrase("new", { id: "0192f0c1-0000-7000-8000-000000000000" })];
    expect(await refused(setLanguage(admin, { off: ["should-have", "no-such-rule"], vendors: [], phrases: bad }))).toBe(
      "INVALID off.1 phrases.1.words phrases.2.words phrases.3.id",
    );
    const { id } = before.phrases[0]!;
    expect(await refused(setLanguage(admin, { ...EMPTY, phrases: [phrase("one", { id }), phrase("two", { id })] }))).toBe("INVALID phrases.1.id");
    expect(await languageSetting(admin)).toEqual(before);
  });

  test("a rule that Candor has no more may stay off", async () => {
    await db().writer.languageSetting.update({ where: { id: 1 }, data: { off: ["of-an-older-edition"] } });
    const { off } = await languageSetting(admin);
    expect((await setLanguage(admin, { ...EMPTY, off })).off).toEqual(["of-an-older-edition"]);
    await setLanguage(admin, EMPTY);
    expect(await refused(setLanguage(admin, { ...EMPTY, off }))).toBe("INVALID off.0");
  });

  test("tells the names of who and what is here, and no address", async () => {
    const [here, gone] = [await makePerson({ name: unique("Wilma") }), await makePerson({ name: unique("Fred"), disabledAt: new Date() })];
    const [team, service] = [await makeTeam({}), await makeService()];
    await setLanguage(admin, { ...EMPTY, vendors: ["Fernroute"] });
    const viewer = ctxOf(await makePerson({ role: "viewer" }));
    const setting = await languageSetting(viewer);
    expect(setting.names.people).toContain(here.name);
    expect(setting.names.people).not.toContain(gone.name);
    expect(setting.names.teams).toContain(team.name);
    expect(setting.names.systems).toEqual(expect.arrayContaining([service.name, "Fernroute"]));
    expect(JSON.stringify(setting)).not.toContain("@");
  });

  test("the classes that the database takes are those of the words", async () => {
    const { rows } = await db().reads.query("select pg_get_constraintdef(oid) as of from pg_constraint where conname = 'language_phrase_class_check'");
    expect([...(rows[0].of as string).matchAll(/'(\w+)'/g)].map(([, word]) => word)).toEqual([...HINT_CLASSES]);
    await expect(db().writer.languageSetting.create({ data: { id: 2 } })).rejects.toThrow();
  });
});

describe("a kept hint", () => {
  test("is one, however often and by however many it is kept, and can be shown again", async () => {
    const { ref } = await declareIncident(ctx, { title: "Checkout answers 502" });
    const others = await Promise.all([1, 2, 3].map(async () => ctxOf(await makePerson())));
    const rows = await Promise.all([ctx, ...others, ctx].map((who) => keepHint(who, ref, HINT)));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(1);
    await keepHint(ctx, ref, { ...HINT, rule: "human-error" });
    expect((await listKeptHints(others[0]!, ref)).items.map(({ rule }) => rule)).toEqual(["should-have", "human-error"]);
    expect(await eventsOf("hint.kept", { hintId: rows[0]!.id })).toHaveLength(1);
    await dropKeptHint(others[1]!, ref, rows[0]!.id);
    expect(await refused(dropKeptHint(ctx, ref, rows[0]!.id))).toBe("NOT_FOUND");
    expect(await refused(dropKeptHint(ctx, ref, "nothing"))).toBe("NOT_FOUND");
    expect(await refused(getKeptHint(ctx, ref, rows[0]!.id))).toBe("NOT_FOUND");
    expect((await keepHint(ctx, ref, HINT)).id).not.toBe(rows[0]!.id);
  });

  test("tells nowhere who kept it: not in its row, its event, its key of repetition or any other", async () => {
    const keeper = await makePerson();
    const who = withKey(ctxOf(keeper), unique("key"));
    const { ref } = await declareIncident(ctx, { title: "Nobody keeps count" });
    const { id } = await keepHint(who, ref, HINT);
    await dropKeptHint(ctxOf(keeper), ref, id);
    await keepHint(who, ref, HINT);
    for (const type of ["hint.kept", "hint.dropped"] as const) for (const event of await eventsOf(type, {})) expect(event.actorId).toBeNull();
    const { rows: columns } = await db().reads.query(`
      select c.table_name as "table", c.column_name as "column" from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where table_schema = 'public' and t.table_type = 'BASE TABLE' and (c.data_type in ('uuid', 'jsonb', 'text') or c.udt_name in ('_uuid', '_text'))`);
    const naming: string[] = [];
    for (const { table, column } of columns as { table: string; column: string }[]) {
      const { rows } = await db().reads.query(`select 1 from "${table}" where "${column}"::text like $1 limit 1`, [`%${keeper.id}%`]);
      if (rows.length) naming.push(`${table}.${column}`);
    }
    expect(naming).toEqual(["person.id"]);
  });

  test("of a private incident is nobody's who is outside, and a viewer keeps none", async () => {
    const { ref } = await declareIncident(ctx, { title: "Hidden", visibility: "private" });
    const { id } = await keepHint(ctx, ref, HINT);
    const outside = ctxOf(await makePerson());
    const tries = [keepHint(outside, ref, HINT), listKeptHints(outside, ref), getKeptHint(outside, ref, id), dropKeptHint(outside, ref, id)];
    expect(await Promise.all(tries.map(refused))).toEqual(Array(4).fill("NOT_FOUND"));
    const { ref: open } = await declareIncident(ctx, { title: "Open" });
    expect(await refused(getKeptHint(ctx, open, id))).toBe("NOT_FOUND");
    expect(await refused(dropKeptHint(ctx, open, id))).toBe("NOT_FOUND");
    const viewer = ctxOf(await makePerson({ role: "viewer" }));
    expect(await refused(keepHint(viewer, open, HINT))).toBe("FORBIDDEN");
    expect(await refused(keepHint(ctxOf(await makePerson(), { scope: "read" }), open, HINT))).toBe("FORBIDDEN");
  });
});
