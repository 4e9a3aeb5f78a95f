import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "../db";
import { forgetEnv } from "../env";
import { hashSecret, newId } from "../ids";
import { startJobs } from "./boss";
import { enqueue } from "./enqueue";
import { handlers } from "./handlers";
import { clerk, installJobs, over } from "./install";

const stops: (() => Promise<void>)[] = [];
const work = async () => {
  const stop = await startJobs({ pollMs: 30, drainMs: 300 });
  stops.push(stop);
  return stop;
};
const sql = (text: string, values: unknown[] = []) =>
  db()
    .writes.query(text, values)
    .then((result) => result.rows);
const put = (callId = newId()) =>
  db()
    .writer.$transaction((tx) => enqueue(tx, "call.webhook", { callId }))
    .then(() => callId);
const finished = (n: number) =>
  vi.waitFor(async () => expect(await sql("select count(*)::int as n from pgboss.job where name = 'call.webhook' and state = 'completed'")).toEqual([{ n }]), {
    timeout: 15_000,
    interval: 40,
  });

/** What the handler of `call.webhook` was given, in place of what it does. */
let given: string[];

beforeEach(async () => {
  forgetEnv();
  await installJobs();
  await sql("delete from pgboss.job");
  await sql("update pgboss.queue set retry_delay = 1, retry_limit = 7");
  given = [];
  vi.spyOn(handlers["call.webhook"], "run").mockImplementation(async ({ callId }) => void given.push(callId));
});
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
  vi.restoreAllMocks();
});

describe("jobs", () => {
  it("run once each, whichever of two processes takes them", async () => {
    await Promise.all([work(), work()]);
    const ids = await Promise.all(Array.from({ length: 60 }, () => put()));
    await finished(60);
    expect(given.toSorted()).toEqual(ids.toSorted());
  });

  it("belong to the transaction that they were put into", async () => {
    const run = db().writer.$transaction(async (tx) => {
      await enqueue(tx, "call.webhook", { callId: newId() });
      throw new Error("changed my mind");
    });
    await expect(run).rejects.toThrow("changed my mind");
    await work();
    const id = await put();
    await finished(1);
    expect(given).toEqual([id]);
  });

  it("take ids and nothing else", async () => {
    const tx = { $queryRawUnsafe: vi.fn() };
    await expect(enqueue(tx as never, "call.webhook", { callId: newId(), title: "Secret" } as never)).rejects.toThrow();
    await expect(enqueue(tx as never, "call.webhook", { callId: "not an id" })).rejects.toThrow();
    expect(tx.$queryRawUnsafe).not.toHaveBeenCalled();
  });

  it("go on when every connection is cut", async () => {
    await work();
    await put();
    await finished(1);
    await sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'candor jobs' and datname = current_database()");
    await put();
    await finished(2);
  });

  it("are tried again after a failure, and the error's words are not kept", async () => {
    vi.spyOn(handlers["call.webhook"], "run").mockImplementationOnce(async () => {
      throw new Error("the customer is called Nemo");
    });
    await work();
    await put();
    await vi.waitFor(
      async () => expect(await sql("select output from pgboss.job where name = 'call.webhook' and state = 'retry'")).toEqual([{ output: { kind: "Error" } }]),
      { interval: 20 },
    );
    await finished(1);
  });

  it("are taken over from a process that was killed", async () => {
    const callId = await put();
    await sql("update pgboss.job set state = 'active', started_on = now() - interval '10 minutes' where name = 'call.webhook'");
    await work();
    // What the upkeep does every half minute.
    await (clerk(over(db().writes)) as unknown as { expire(): Promise<void> }).expire();
    await finished(1);
    expect(given).toEqual([callId]);
  });

  it("stop while one hangs, which is tried again by the next process", async () => {
    const told = vi.fn();
    vi.spyOn(handlers["call.webhook"], "run").mockImplementationOnce(
      (_, { signal }) =>
        new Promise((_done, fail) => {
          signal.addEventListener("abort", () => {
            told();
            fail(new Error("stopped"));
          });
        }),
    );
    const stop = await work();
    const id = await put();
    await vi.waitFor(async () => expect(await sql("select state from pgboss.job where name = 'call.webhook'")).toEqual([{ state: "active" }]));
    const began = Date.now();
    await stop();
    expect(Date.now() - began).toBeLessThan(20_000);
    expect(told).toHaveBeenCalledOnce();
    await work();
    await finished(1);
    expect(given).toEqual([id]);
  });
});

describe("housekeeping", () => {
  it("is put in once a day, whoever starts", async () => {
    vi.spyOn(handlers.housekeeping, "run").mockResolvedValue();
    await Promise.all([work(), work()]);
    await work();
    await vi.waitFor(async () => expect(await sql("select state from pgboss.job where name = 'housekeeping'")).toEqual([{ state: "completed" }]), {
      timeout: 5000,
    });
  });

  it("drops old keys, sessions and resets, and keeps the rest", async () => {
    const personId = newId();
    await db().writer.person.create({ data: { id: personId, email: `${personId}@example.com`, name: "Ed" } });
    const day = 86_400_000;
    const at = (days: number) => new Date(Date.now() + days * day);
    const secret = () => hashSecret(newId());
    await db().writer.idempotencyKey.createMany({
      data: [
        { personId, key: "old", hash: secret(), at: at(-8) },
        { personId, key: "new", hash: secret(), at: at(-6) },
      ],
    });
    await db().writer.session.createMany({
      data: [
        { personId, tokenHash: secret(), userAgent: "expired", expiresAt: at(-1) },
        { personId, tokenHash: secret(), userAgent: "ended long ago", expiresAt: at(9), endedAt: at(-31) },
        { personId, tokenHash: secret(), userAgent: "ended lately", expiresAt: at(9), endedAt: at(-1) },
        { personId, tokenHash: secret(), userAgent: "open", expiresAt: at(9) },
      ],
    });
    await db().writer.passwordReset.createMany({
      data: [
        { personId, tokenHash: secret(), expiresAt: at(-2) },
        { personId, tokenHash: secret(), expiresAt: at(1) },
      ],
    });
    await handlers.housekeeping.run({}, { signal: new AbortController().signal });
    expect(await sql(`select key from idempotency_key where "personId" = $1`, [personId])).toEqual([{ key: "new" }]);
    expect(await sql(`select "userAgent" from session where "personId" = $1 order by 1`, [personId])).toEqual([
      { userAgent: "ended lately" },
      { userAgent: "open" },
    ]);
    expect(await sql(`select count(*)::int as n from password_reset where "personId" = $1`, [personId])).toEqual([{ n: 1 }]);
  });
});
