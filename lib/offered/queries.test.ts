import { expect, test } from "vitest";
import { addIncidentChange } from "../beside/mutations";
import { recordChange } from "../changes/mutations";
import { db } from "../db";
import { declareIncident } from "../incidents/mutations";
import { ctxOf } from "../testing/ctx";
import { makePerson, makeService } from "../testing/factories";
import { setStatus } from "../timeline/mutations";
import { listOffered, offeredSql } from "./queries";

const member = async () => ctxOf(await makePerson());
const IMPACT = Date.UTC(2026, 2, 1, 14);
const at = (minutes: number) => new Date(IMPACT + minutes * 60_000);

test("what may belong beside it: of its services and what they depend on, nearest first, those before impact first", async () => {
  const ctx = await member();
  const base = await makeService();
  const far = await makeService();
  const below = await makeService({ dependsOn: [far.id] });
  const service = await makeService({ dependsOn: [below.id, base.id] });
  const { ref } = await declareIncident(ctx, { title: "room", serviceIds: [service.id, base.id], startedAt: at(0) });
  const tell = (summary: string, minutes: number, serviceId: string | null = service.id) =>
    recordChange(ctx, { kind: "deploy", summary, serviceId, occurredAt: at(minutes) });
  await tell("an hour before", -60);
  await tell("a day and more before", -24 * 60 - 1);
  await tell("a minute after", 1);
  await tell("at impact", 0);
  await tell("after it was mitigated", 31);
  await tell("below, ten minutes before", -10, below.id);
  await tell("its own, though depended on", -5, base.id);
  await tell("two steps away", -1, far.id);
  await tell("of no service", -1, null);
  const placed = await tell("beside it already", -2);
  await addIncidentChange(ctx, ref, { changeId: placed.id });
  await addIncidentChange(ctx, ref, { kind: "flag", nothingChanged: true, why: "looked", serviceId: service.id, occurredAt: at(-1) });
  await setStatus(ctx, ref, { status: "mitigated", occurredAt: at(30) });
  const { items } = await listOffered(ctx, ref);
  expect(items.map(({ summary, secondsBefore, via }) => [summary, secondsBefore, via?.name ?? null])).toEqual([
    ["at impact", 0, null],
    ["its own, though depended on", 300, null],
    ["below, ten minutes before", 600, service.name],
    ["an hour before", 3600, null],
    ["a minute after", -60, null],
  ]);
});

test("what a private room keeps is offered to nobody else, and a private room is not asked about", async () => {
  const [ctx, out, service] = [await member(), await member(), await makeService()];
  const hidden = await declareIncident(ctx, { title: "hidden", visibility: "private", serviceIds: [service.id] });
  await addIncidentChange(ctx, hidden.ref, { kind: "flag", summary: "kept", serviceId: service.id });
  const { ref } = await declareIncident(out, { title: "open", serviceIds: [service.id] });
  expect((await listOffered(out, ref)).items).toEqual([]);
  expect((await listOffered(ctx, ref)).items.map(({ summary }) => summary)).toEqual(["kept"]);
  await expect(listOffered(out, hidden.ref)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("among many changes it walks indexes alone, and at most fifty come", async () => {
  const ctx = await member();
  const service = await makeService();
  const other = await makeService();
  const { ref, id } = await declareIncident(ctx, { title: "busy", serviceIds: [service.id], startedAt: at(0) });
  await db().writes.query(
    `insert into change (id, kind, summary, "serviceId", "occurredAt", "recordedById")
     select gen_random_uuid(), 'deploy', 'c' || n, case when n % 50 = 0 then $1::uuid else $2::uuid end, $4::timestamptz - n * interval '20 seconds', $3 from generate_series(1, 20000) n`,
    [service.id, other.id, ctx.actor.id, at(0)],
  );
  await db().writes.query("analyze change");
  const { items } = await listOffered(ctx, ref);
  expect([items.length, items[0]!.summary]).toEqual([50, "c50"]);
  const statement = offeredSql(ctx, id);
  const { rows } = await db().reads.query<{ "QUERY PLAN": string }>(`explain (analyze, buffers off) ${statement.text}`, statement.values as unknown[]);
  const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
  expect(plan).not.toMatch(/Seq Scan on change\b/);
  expect(plan).toContain("change_serviceId_occurredAt_id_idx");
});
