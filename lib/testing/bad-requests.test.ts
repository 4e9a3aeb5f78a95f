import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { db } from "../db";
import { METHODS, type Method, type Resource } from "../http/route";
import { makePerson, makeSession } from "./factories";
import { makePlace, makeWorld, type Place } from "./world";

/**
 * Requests generated from the schemas and then spoilt: never a 500, never anything made. One thousand here, ten thousand with
 * CANDOR_FAULTS. What the schema still accepts after the spoiling is fair, and is left out.
 */
const RUNS = process.env.CANDOR_FAULTS === "1" ? 10_000 : 1000;

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Module = Record<Method, Handler> & { resource?: Resource };
const modules = import.meta.glob<Module>("../../app/api/v1/**/route.ts", { eager: true });
const writes = Object.values(modules).flatMap((module) =>
  module.resource
    ? METHODS.flatMap((method) =>
        method !== "GET" && module.resource!.routes[method]?.body
          ? [{ module, method, resource: module.resource!, route: module.resource!.routes[method]! }]
          : [],
      )
    : [],
);
const reads = Object.values(modules).flatMap((module) =>
  module.resource?.routes.GET?.query ? [{ module, resource: module.resource!, route: module.resource!.routes.GET! }] : [],
);

interface Shape {
  type?: string;
  properties?: Record<string, Shape>;
  items?: Shape;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Shape[];
  oneOf?: Shape[];
  format?: string;
}

/** Something like what a schema wants; not always valid, which is welcome here. */
function like(shape: Shape): fc.Arbitrary<unknown> {
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices) return fc.oneof(...choices.map(like));
  if (shape.type === "object")
    return fc.record(Object.fromEntries(Object.entries(shape.properties ?? {}).map(([name, inner]) => [name, like(inner)])), { requiredKeys: [] });
  if (shape.type === "array") return fc.array(like(shape.items ?? {}), { maxLength: 3 });
  if (shape.type === "boolean") return fc.boolean();
  if (shape.type === "integer" || shape.type === "number") return fc.integer({ min: 0, max: 100 });
  if (shape.format === "uuid") return fc.uuid({ version: 7 });
  if (shape.format === "date-time")
    return fc.date({ min: new Date("2001-01-01"), max: new Date("2026-01-01"), noInvalidDate: true }).map((at) => at.toISOString());
  return fc.string({ minLength: 1, maxLength: 20 });
}

const ODD = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    1e308,
    0.5,
    "",
    " ",
    "\u0000",
    "a\u0000b",
    "\ud800",
    "\udfff x",
    "\u202e",
    "\u2028",
    "x".repeat(5000),
    "💥".repeat(2000),
    [],
    {},
    [[]],
    "INC-0",
    "2026-13-45T00:00:00Z",
    "9999-12-31T23:59:59Z",
  ),
  fc.constantFrom<unknown>(
    { __proto__: null },
    JSON.parse('{"__proto__": {"role": "admin"}}'),
    { constructor: { prototype: {} } },
    { $gt: "" },
    "=cmd|' /C calc'!A0",
    "../../etc/passwd",
    "'; drop table incident; --",
    "javascript:alert(1)",
    "NaN",
  ),
  fc.anything({ maxDepth: 3, maxKeys: 3 }).filter((value) => JSON.stringify(value) !== undefined),
);

const NAMES = fc.constantFrom("id", "__proto__", "constructor", "nope", "", "role", "personId", "version", "a".repeat(300));

/** One thing of it spoilt: a value replaced, a field too many, or the whole. */
const spoilt = (good: fc.Arbitrary<unknown>) =>
  fc.tuple(good, ODD, fc.nat(), NAMES, fc.integer({ min: 0, max: 9 })).map(([body, odd, at, name, how]) => {
    if (how === 0 || typeof body !== "object" || body === null) return odd;
    const copy = (Array.isArray(body) ? [...body] : { ...body }) as Record<string, unknown>;
    const keys = Object.keys(copy);
    if (how <= 2 || keys.length === 0) Object.defineProperty(copy, name, { value: odd, enumerable: true, configurable: true, writable: true });
    else copy[keys[at % keys.length]!] = odd;
    return copy;
  });

const RAW = ["", "{", '{"title": "a"', "title=a", "[", "nul", '"\\ud800"', "\ufeff{}", "{}{}", '{"a":1e999}', `${'{"a":'.repeat(2000)}1${"}".repeat(2000)}`];

let headers: Record<string, string>;
let places: Place[];

const counted = async () => {
  const tables = [
    "incident",
    "timeline_entry",
    "timeline_revision",
    "incident_role",
    "call",
    "call_person",
    "inbox_item",
    "person",
    "team",
    "service",
    "api_token",
    "invitation",
    "event",
    "attachment",
    "action_item",
    "action_item_held",
    "factor",
    "factor_pair",
    "factor_tag",
    "safety_net",
    "change",
    "change_diff",
    "incident_change",
    "idempotency_key",
    "kept_hint",
    "language_phrase",
  ];
  const rows = await Promise.all(tables.map((table) => db().reads.query(`select '${table}' as name, count(*)::int as n from ${table}`)));
  return rows.map(({ rows: [row] }) => row);
};

async function ask(module: Module, resource: Resource, method: Method, place: Place, body: string | null, query = "", type = "application/json") {
  const params = Object.fromEntries(
    [...resource.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [
      name!,
      name === "ref" ? place.ref : name === "net" ? "unit" : "0192f0c1-0000-7000-8000-000000000000",
    ]),
  );
  const path = resource.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name]!);
  const request = new Request(`http://candor.example/api/v1${path}${query}`, {
    method,
    headers: { host: "candor.example", "content-type": type, ...headers },
    body,
  });
  const response = await module[method](request, { params: Promise.resolve(params) });
  return { status: response.status, type: response.headers.get("content-type") ?? "", text: await response.text() };
}

function expectRefused(what: string, answer: Awaited<ReturnType<typeof ask>>) {
  if (answer.status < 400 || answer.status >= 500 || !answer.type.startsWith("application/problem+json"))
    throw new Error(`${what}: ${answer.status} ${answer.text.slice(0, 300)}`);
}

describe("bad requests", () => {
  beforeAll(async () => {
    const world = await makeWorld();
    places = [await makePlace(world, false), await makePlace(world, true)];
    headers = { cookie: await makeSession(await makePerson({ role: "admin" })) };
  });

  it(`${RUNS} of them make nothing and break nothing`, async () => {
    const before = await counted();
    const each = Math.ceil(RUNS / writes.length);
    let tried = 0;
    for (const { module, method, resource, route } of writes) {
      const shape = z.toJSONSchema(route.body!, { io: "input", unrepresentable: "any" }) as Shape;
      const bodies = fc.sample(spoilt(like(shape)), { numRuns: each * 3, seed: 7 });
      let sent = 0;
      for (const body of bodies) {
        if (sent >= each) break;
        const text = JSON.stringify(body);
        if (text === undefined || route.body!.safeParse(JSON.parse(text)).success) continue;
        expectRefused(`${method} ${resource.path} ${text.slice(0, 200)}`, await ask(module, resource, method, places[sent++ % 2]!, text));
      }
      for (const raw of RAW) expectRefusedOrFair(`${method} ${resource.path} ${raw.slice(0, 40)}`, await ask(module, resource, method, places[0]!, raw));
      expectRefused(`${method} ${resource.path} as text`, await ask(module, resource, method, places[0]!, "title=a", "", "text/plain"));
      tried += sent + RAW.length;
    }
    expect(tried).toBeGreaterThanOrEqual(RUNS);
    expect(await counted()).toEqual(before);
  }, 900_000);

  it("odd queries are refused, not served by chance", async () => {
    const odd = [
      "?nope=1",
      "?limit=0",
      "?limit=1e9",
      "?limit=-1",
      "?cursor=zzz",
      "?cursor=%00",
      "?limit=5&limit=6",
      "?q=%00",
      `?${"a".repeat(2000)}=1`,
      "?__proto__=1",
    ];
    for (const { module, resource } of reads) {
      for (const query of odd) {
        const answer = await ask(module, resource, "GET", places[0]!, null, query);
        if (query === "?q=%00" || query.startsWith("?limit") || query.startsWith("?cursor"))
          expect(answer.status, `${resource.path}${query}: ${answer.text.slice(0, 200)}`).toBeLessThan(500);
        else expectRefused(`GET ${resource.path}${query}`, answer);
      }
    }
  });
});

/** A raw body may happen to be fair (an empty object for a route that needs nothing): only a 500 is never right. */
function expectRefusedOrFair(what: string, answer: Awaited<ReturnType<typeof ask>>) {
  if (answer.status >= 500) throw new Error(`${what}: ${answer.status} ${answer.text.slice(0, 300)}`);
}
