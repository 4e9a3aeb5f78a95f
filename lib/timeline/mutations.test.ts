import { describe, expect, test } from "vitest";
import { read } from "../auth/access";
import { db } from "../db";
import { newId } from "../ids";
import { declareIncident } from "../incidents/mutations";
import { getIncident } from "../incidents/queries";
import { redactEntry } from "../redaction/mutations";
import { ctxOf } from "../testing/ctx";
import { makePerson, unique } from "../testing/factories";
import { addTimelineBatch, addTimelineEntry, deleteTimelineEntry, setStatus, updateTimelineEntry } from "./mutations";
import { entryHistory, getEntry, listTimeline } from "./queries";

const member = async () => ctxOf(await makePerson());
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );
const room = async () => {
  const ctx = await member();
  return { ctx, ref: (await declareIncident(ctx, { title: unique("room"), startedAt: new Date("2026-03-01T10:00:00Z") })).ref };
};
const at = (clock: string) => new Date(`2026-03-01T${clock}:00Z`);

describe("adding", () => {
  test("the same id twice is one entry, also at once, also in another's name it is taken", async () => {
    const { ctx, ref } = await room();
    const id = newId();
    const input = { kind: "note" as const, body: "pool exhausted", id };
    const [a, b] = await Promise.all([addTimelineEntry(ctx, ref, input), addTimelineEntry(ctx, ref, input)]);
    expect([a.id, b.id]).toEqual([id, id]);
    expect((await listTimeline(ctx, ref, {})).items).toHaveLength(1);
    expect(await code(addTimelineEntry(await member(), ref, input))).toBe("INVALID");
    const elsewhere = await declareIncident(ctx, { title: "other" });
    expect(await code(addTimelineEntry(ctx, elsewhere.ref, input))).toBe("INVALID");
  });

  test("a viewer is refused, an unknown incident is not there", async () => {
    const { ref } = await room();
    expect(await code(addTimelineEntry(ctxOf(await makePerson({ role: "viewer" })), ref, { kind: "note", body: "x" }))).toBe("FORBIDDEN");
    expect(await code(addTimelineEntry(await member(), "INC-99999999", { kind: "note", body: "x" }))).toBe("NOT_FOUND");
    expect(await code(addTimelineEntry(await member(), "INC-0", { kind: "note", body: "x" }))).toBe("NOT_FOUND");
  });

  test("an age is counted back from the server's clock", async () => {
    const { ctx, ref } = await room();
    const before = Date.now();
    const entry = await addTimelineEntry(ctx, ref, { kind: "note", body: "typed offline", ageMs: 3_600_000 });
    expect(Math.abs(Date.parse(entry.occurredAt) - (before - 3_600_000))).toBeLessThan(5000);
    expect(Date.parse(entry.recordedAt)).toBeGreaterThanOrEqual(before - 1000);
  });

  test("many at once keep one number each, without a gap", async () => {
    const { ctx, ref } = await room();
    await Promise.all(Array.from({ length: 25 }, (_, n) => addTimelineEntry(ctx, ref, { kind: "note", body: `n${n}` })));
    const seqs = (await listTimeline(ctx, ref, { limit: 100 })).items.map((entry) => entry.seq).sort((a, b) => a - b);
    expect(seqs).toEqual(Array.from({ length: 25 }, (_, n) => n + 2));
  });

  test("a batch is all or nothing, in its order; a repetition adds what is missing", async () => {
    const { ctx, ref } = await room();
    const entries = [1, 2, 3].map((n) => ({ id: newId(), kind: "note" as const, body: `line ${n}`, occurredAt: at(`10:0${n}`) }));
    await addTimelineBatch(ctx, ref, { entries: entries.slice(0, 2) });
    const all = await addTimelineBatch(ctx, ref, { entries });
    expect(all.items.map((entry) => entry.body)).toEqual(["line 1", "line 2", "line 3"]);
    expect((await listTimeline(ctx, ref, {})).items).toHaveLength(3);
    expect(await code(addTimelineBatch(ctx, ref, { entries: [entries[0]!, entries[0]!] }))).toBe("INVALID");
  });
});

describe("correcting", () => {
  test("moves what is derived, keeps the history, tells a stale version", async () => {
    const { ctx, ref } = await room();
    const mitigated = await setStatus(ctx, ref, { status: "mitigated", occurredAt: at("11:00"), message: "off" });
    expect((await getIncident(ctx, ref)).durations.toMitigate).toEqual({ seconds: 3600, from: "impact_started" });
    const corrected = await updateTimelineEntry(ctx, ref, mitigated.id, { occurredAt: at("10:50") }, mitigated.version);
    expect((await getIncident(ctx, ref)).durations.toMitigate).toEqual({ seconds: 3000, from: "impact_started" });
    await expect(updateTimelineEntry(ctx, ref, mitigated.id, { body: "stale" }, mitigated.version)).rejects.toMatchObject({
      code: "CONFLICT",
      details: { current: { id: mitigated.id } },
    });
    expect((await entryHistory(ctx, ref, mitigated.id)).items.map((old) => old.occurredAt)).toEqual([at("11:00").toISOString()]);
    expect(corrected.version).toBe(2);
  });

  test("a star is no edit", async () => {
    const { ctx, ref } = await room();
    const entry = await addTimelineEntry(ctx, ref, { kind: "note", body: "x" });
    const starred = await updateTimelineEntry(ctx, ref, entry.id, { starred: true });
    expect([starred.starred, starred.version, starred.editedAt]).toEqual([true, 1, null]);
    expect(starred.touched).toBeGreaterThan(entry.touched);
  });

  test("a pin moves the milestone, taking it away puts the entry's own back", async () => {
    const { ctx, ref } = await room();
    await setStatus(ctx, ref, { status: "mitigated", occurredAt: at("11:00") });
    const note = await addTimelineEntry(ctx, ref, { kind: "note", body: "errors gone", occurredAt: at("10:40"), milestone: "mitigated" });
    expect((await getIncident(ctx, ref)).mitigatedAt).toBe(at("10:40").toISOString());
    await updateTimelineEntry(ctx, ref, note.id, { milestone: null });
    expect((await getIncident(ctx, ref)).mitigatedAt).toBe(at("11:00").toISOString());
  });

  test("a theory is ruled out because of something, and may be opened again", async () => {
    const { ctx, ref } = await room();
    const theory = await addTimelineEntry(ctx, ref, { kind: "hypothesis", body: "the certificate" });
    const out = await updateTimelineEntry(ctx, ref, theory.id, { data: { state: "ruled_out", because: "valid until March" } });
    expect(out.data).toMatchObject({ state: "ruled_out", because: "valid until March" });
    const changed = await updateTimelineEntry(ctx, ref, theory.id, { data: { because: "valid until April" } });
    expect(changed.data).toMatchObject({ state: "ruled_out", because: "valid until April" });
    expect(await code(updateTimelineEntry(ctx, ref, theory.id, { data: { to: "resolved" } }))).toBe("INVALID");
  });

  test("deleting leaves a tombstone, moves what is derived, and can be undone", async () => {
    const { ctx, ref } = await room();
    const resolved = await setStatus(ctx, ref, { status: "resolved", occurredAt: at("12:00"), message: "over" });
    const gone = await deleteTimelineEntry(ctx, ref, resolved.id);
    expect(gone).toMatchObject({ body: "", milestone: null });
    expect((await getIncident(ctx, ref)).status).toBe("triage");
    expect(await code(updateTimelineEntry(ctx, ref, resolved.id, { body: "x" }))).toBe("CONFLICT");
    await updateTimelineEntry(ctx, ref, resolved.id, { deleted: false });
    expect((await getIncident(ctx, ref)).status).toBe("resolved");
  });

  test("where are we follows the last such entries", async () => {
    const { ctx, ref } = await room();
    await addTimelineEntry(ctx, ref, { kind: "impact", body: "one in three", occurredAt: at("10:05") });
    const second = await addTimelineEntry(ctx, ref, { kind: "impact", body: "one in ten", occurredAt: at("10:30") });
    await addTimelineEntry(ctx, ref, { kind: "evidence", body: "the pool is full\n\nmore" });
    expect((await getIncident(ctx, ref)).now).toMatchObject({ impact: "one in ten", known: "the pool is full" });
    await deleteTimelineEntry(ctx, ref, second.id);
    expect((await getIncident(ctx, ref)).now.impact).toBe("one in three");
  });
});

describe("what changed after a number", () => {
  test("gives new, edited and deleted entries, in the order of the changes", async () => {
    const { ctx, ref } = await room();
    const first = await addTimelineEntry(ctx, ref, { kind: "note", body: "a" });
    const second = await addTimelineEntry(ctx, ref, { kind: "note", body: "b" });
    const { seq } = await getIncident(ctx, ref);
    await updateTimelineEntry(ctx, ref, first.id, { body: "a2" });
    await deleteTimelineEntry(ctx, ref, second.id);
    const changed = (await listTimeline(ctx, ref, { after: seq })).items;
    expect(changed.map((entry) => [entry.id, entry.deletedAt !== null])).toEqual([
      [first.id, false],
      [second.id, true],
    ]);
  });

  test("pages forth and back over equal times without gap or repetition", async () => {
    const { ctx, ref } = await room();
    await addTimelineBatch(ctx, ref, {
      entries: Array.from({ length: 23 }, (_, n) => ({ kind: "note" as const, body: `n${n}`, occurredAt: at(`10:0${n % 3}`) })),
    });
    for (const order of ["oldest", "newest"] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listTimeline(ctx, ref, { order, limit: 5, cursor });
        seen.push(...page.items.map((entry) => entry.id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(new Set(seen).size).toBe(23);
      expect(seen).toHaveLength(23);
    }
  });
});

describe("redacting", () => {
  test("leaves the word in no text column of the database", async () => {
    const { ctx, ref } = await room();
    const secret = unique("hunter").replace(/\W/g, "");
    const theory = await addTimelineEntry(ctx, ref, {
      kind: "evidence",
      body: `the key is ${secret} in the log`,
      sourceUrl: `https://logs.example.com/?q=${secret}`,
    });
    await updateTimelineEntry(ctx, ref, theory.id, { body: `the key is ${secret}, seen twice` });
    expect((await getIncident(ctx, ref)).now.known).toContain(secret);
    expect(await code(redactEntry(ctx, ref, theory.id, { text: secret }))).toBe("FORBIDDEN");
    const lead = ctxOf(await makePerson({ role: "admin" }));
    const redacted = await redactEntry(lead, ref, theory.id, { text: secret });
    expect(redacted.body).toBe("the key is [redacted], seen twice");
    expect(redacted.redactedAt).not.toBeNull();
    expect(await columnsHolding(secret)).toEqual([]);
    expect(await code(redactEntry(lead, ref, theory.id, { text: secret }))).toBe("INVALID");
  });

  test("a whole entry keeps its place, and nothing of its words", async () => {
    const { ctx, ref } = await room();
    const secret = unique("swordfish").replace(/\W/g, "");
    const theory = await addTimelineEntry(ctx, ref, { kind: "hypothesis", body: secret });
    await updateTimelineEntry(ctx, ref, theory.id, { data: { state: "ruled_out", because: secret } });
    await redactEntry(ctxOf(await makePerson({ role: "admin" })), ref, theory.id, {});
    expect((await getEntry(ctx, ref, theory.id)).body).toBe("[redacted]");
    expect(await columnsHolding(secret)).toEqual([]);
  });
});

/** Every text-like column of every table that holds the word. */
async function columnsHolding(word: string): Promise<string[]> {
  const columns = await db().reader.$queryRaw<{ s: string; t: string; c: string }[]>`
    select table_schema as s, table_name as t, column_name as c from information_schema.columns
    where table_schema not in ('pg_catalog', 'information_schema') and data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'tsvector', 'USER-DEFINED')`;
  const found: string[] = [];
  for (const { s, t, c } of columns) {
    const { rows } = await db().reads.query(`select 1 from "${s}"."${t}" where lower("${c}"::text) like $1 limit 1`, [`%${word.toLowerCase()}%`]);
    if (rows.length) found.push(`${s}.${t}.${c}`);
  }
  return found;
}

test("what one reads goes through read(ctx): it cannot write", async () => {
  const { ctx } = await room();
  await expect(() => (read(ctx).incident as unknown as { deleteMany(): Promise<unknown> }).deleteMany()).rejects.toThrow(/only reads/);
});
