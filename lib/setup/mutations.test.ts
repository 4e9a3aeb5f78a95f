import { beforeEach, describe, expect, test } from "vitest";
import { bySession } from "../auth/authenticate";
import { checkPassword } from "../auth/doors";
import { publicOrigin } from "../auth/origin";
import { instanceSecret } from "../auth/secret";
import { db } from "../db";
import { parseEnv } from "../env";
import type { AppError } from "../errors";
import { newId } from "../ids";
import { eventsOf, makePerson } from "../testing/factories";
import { firstStart, setUp } from "./mutations";
import { isExampleDue, isSetUp, readiness } from "./queries";

const PASSWORD = "correct horse battery";
const from = { address: "192.0.2.1", userAgent: "", origin: "https://candor.example.com" };
const input = (more: object = {}) => ({ name: "Ada", email: "ada@example.org", password: PASSWORD, exampleHistory: false, ...more });
const codeOf = (run: Promise<unknown>) =>
  run.then(
    () => "ok",
    (error: AppError) => error.code,
  );

beforeEach(async () => {
  await db().writes.query(`truncate person, incident, team, service, event, setting, invitation cascade`);
  for (const kept of ["candorSetUp", "candorSecret"]) delete (globalThis as Record<string, unknown>)[kept];
});

describe("the first visit", () => {
  test("makes the first admin and signs them in", async () => {
    expect(await isSetUp()).toBe(false);
    const caller = await bySession(await setUp(input(), from), newId());
    expect(caller?.ctx.actor).toMatchObject({ name: "Ada", role: "admin" });
    expect(await eventsOf("person.joined", { personId: caller!.ctx.actor.id })).toMatchObject([{ actorId: caller!.ctx.actor.id }]);
    expect(await publicOrigin()).toBe(from.origin);
    expect(await isSetUp()).toBe(true);
    expect(await db().reader.incident.count()).toBe(0);
  });

  test("of two at once one wins", async () => {
    const both = await Promise.all([codeOf(setUp(input(), from)), codeOf(setUp(input({ email: "eve@example.org" }), from))]);
    expect(both.sort()).toEqual(["NOT_FOUND", "ok"]);
    expect(await db().reader.person.count()).toBe(1);
    expect(await codeOf(setUp(input({ email: "late@example.org" }), from))).toBe("NOT_FOUND");
  });

  test("brings the example history where it was asked for", async () => {
    await setUp(input({ exampleHistory: true }), from);
    expect(await db().reader.incident.count()).toBeGreaterThan(20);
    expect(await isExampleDue()).toBe(false);
  });
});

describe("a first start without a browser", () => {
  const env = (more: Record<string, string> = {}) => parseEnv({ CANDOR_ADMIN_EMAIL: "grace.hopper@example.org", CANDOR_ADMIN_PASSWORD: PASSWORD, ...more });

  test("makes the admin that the environment names, once", async () => {
    expect(await readiness(env())).toEqual({ ready: false, waitingFor: ["first admin"] });
    await Promise.all([firstStart(env()), firstStart(env())]);
    await firstStart(env());
    expect(await db().reader.person.findMany({ select: { name: true, role: true } })).toEqual([{ name: "Grace Hopper", role: "admin" }]);
    expect(await checkPassword({ email: "grace.hopper@example.org", password: PASSWORD }, { ...from, address: newId() })).not.toBeNull();
    expect(await readiness(env())).toEqual({ ready: true, waitingFor: [] });
  });

  test("does nothing where somebody is here", async () => {
    await makePerson({ role: "admin" });
    await firstStart(env({ CANDOR_EXAMPLE_HISTORY: "1" }));
    expect(await db().reader.person.count()).toBe(1);
    expect(await db().reader.incident.count()).toBe(0);
  });

  test("loads the example history, also one that was cut off before", async () => {
    await makePerson({ role: "admin" });
    await db().writer.setting.create({ data: { key: "example.asked", value: true } });
    expect(await readiness(parseEnv({}))).toEqual({ ready: false, waitingFor: ["example history"] });
    await Promise.all([firstStart(parseEnv({})), firstStart(parseEnv({}))]);
    const incidents = await db().reader.incident.count();
    expect(incidents).toBeGreaterThan(20);
    await firstStart(parseEnv({}));
    expect(await db().reader.incident.count()).toBe(incidents);
    expect(await readiness(parseEnv({}))).toEqual({ ready: true, waitingFor: [] });
  });

  test("nothing to do without a word of it", async () => {
    await firstStart(parseEnv({}));
    expect(await db().reader.person.count()).toBe(0);
    expect(await readiness(parseEnv({}))).toEqual({ ready: true, waitingFor: [] });
  });
});

test("the secret is made once, for all processes", async () => {
  const first = await instanceSecret();
  delete (globalThis as Record<string, unknown>).candorSecret;
  expect(await instanceSecret()).toBe(first);
  expect(first).toHaveLength(43);
});
