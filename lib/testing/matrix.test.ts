import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { forgetEnv } from "../env";
import { METHODS, type Method, type Resource, type Route } from "../http/route";
import { newId } from "../ids";
import { makePerson, makeSession, makeToken } from "./factories";
import { MATRIX } from "./matrix";
import { published } from "./matrix-postmortems";
import { makePlace, makeWorld, type Place, type Probe, type Row, WHO, type Who, type World } from "./world";

/**
 * Every route that exists, tried as everyone: a stranger, ended and expired credentials, the four roles, a token that may only read;
 * in an incident that all see and in one that is private. A route without an entry in the table fails.
 */

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Module = Record<Method, Handler> & { resource?: Resource };
const modules = import.meta.glob<Module>("../../app/api/v1/**/route.ts", { eager: true });
const addresses = Object.values(modules).flatMap((module) => (module.resource ? [{ module, resource: module.resource }] : []));
const unknown = Object.entries(modules).find(([file]) => file.includes("unknown"))![1];
const routes = addresses.flatMap(({ module, resource }) =>
  METHODS.filter((method) => resource.routes[method]).map((method) => ({ name: `${method} ${resource.path}`, method, module, resource })),
);

const HOST = "candor.example";
const ORIGIN = `http://${HOST}`;
let world: World;
let places: { open: Place; hidden: Place };
const as = {} as Record<Who, Record<string, string>>;
let readOnly: Record<string, string>;
let writing: Record<string, string>;
let spent: [string, Record<string, string>][];

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
let address = 0;

async function send(
  module: Module,
  resource: Pick<Resource, "path">,
  method: Method,
  who: Record<string, string>,
  at: Place,
  { id, query = "", body, text: plain, form }: Probe = {},
  more: Record<string, string> = {},
) {
  const named = { ref: at.ref, id: id ?? newId(), n: "1" };
  const params = Object.fromEntries([...resource.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name!, named[name as keyof typeof named] ?? "unit"]));
  const path = resource.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name]!);
  const headers = {
    host: HOST,
    origin: ORIGIN,
    "x-candor-address": `10.0.${(++address >> 8) & 255}.${address & 255}`,
    ...(body === undefined ? {} : { "content-type": "application/json" }),
    ...(plain === undefined ? {} : { "content-type": "text/plain" }),
    ...who,
    ...more,
  };
  const request = new Request(`${ORIGIN}/api/v1${path}${query}`, {
    method,
    headers,
    body: form ?? plain ?? (body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body)),
  });
  const response = await module[method](request, { params: Promise.resolve(params) });
  const text = await response.text();
  return { status: response.status, text, headers: response.headers };
}

/** What was answered is what the document says: every field declared, none beside. */
function assertDeclared({ status, text, headers }: { status: number; text: string; headers: Headers }, of: Route) {
  if (status >= 400) return;
  if (of.status === 201 && of.location) expect(headers.get("location")).toMatch(/^\/api\/v1\//);
  if (!of.answer || !headers.get("content-type")?.startsWith("application/json")) return;
  const json: unknown = JSON.parse(text);
  expect(of.answer.parse(json)).toEqual(json);
}

const isInside = (resource: Resource, row: Row) => resource.path.startsWith("/incidents/{ref}") || row.inside === true;
/** A write may leave its incident another one, so each has its own. */
const placeFor = (method: Method, hidden: boolean) => (method === "GET" ? (hidden ? places.hidden : places.open) : makePlace(world, hidden));

beforeAll(async () => {
  // Here a few people ask more in a minute than anyone may.
  process.env.CANDOR_RATE_READS = process.env.CANDOR_RATE_WRITES = "1000000";
  forgetEnv();
  process.env.CANDOR_DATA_DIR = mkdtempSync(join(tmpdir(), "candor-matrix-"));
  world = await makeWorld();
  places = { open: await makePlace(world, false), hidden: await makePlace(world, true) };
  await published(world, places.open);
  readOnly = bearer(await makeToken(world.lead, { scope: "read" }));
  writing = bearer(await makeToken(world.lead, { scope: "write" }));
  const past = new Date(Date.now() - 1000);
  spent = [
    ["nothing", {}],
    ["an expired token", bearer(await makeToken(world.admin, { expiresAt: past }))],
    ["a revoked token", bearer(await makeToken(world.admin, { revokedAt: past }))],
    ["a token of someone who left", bearer(await makeToken(await makePerson({ role: "admin", disabledAt: past })))],
    ["a forged token", bearer("x".repeat(43))],
    ["a session that was ended", { cookie: await makeSession(world.admin, { endedAt: past }) }],
    ["a session that ran out", { cookie: await makeSession(world.admin, { expiresAt: past }) }],
  ];
});

/** A test may end them. */
beforeEach(async () => {
  for (const who of WHO) as[who] = { cookie: await makeSession(world[who]) };
});

describe("every route as everyone", () => {
  it("stands in the table, and the table names no other", () => {
    const notYet = Object.keys(MATRIX).filter((name) => !routes.some((route) => route.name === name));
    expect(routes.map((route) => route.name).filter((name) => !MATRIX[name])).toEqual([]);
    expect(notYet).toEqual([]);
  });

  describe.each(routes.filter((route) => MATRIX[route.name]))("$name", ({ name, method, module, resource }) => {
    it.each([MATRIX[name]!].flat().map((row, at) => ({ row, at })))("entry $at", async ({ row }) => {
      const probe = async (at: Place, who: Who) => (await row.given?.(world, at, who)) ?? {};
      const found: Record<string, number> = {};
      const wanted: Record<string, number> = {};
      const note = (label: string, status: number, want: number) => {
        found[label] = status;
        wanted[label] = want;
      };
      for (const hidden of isInside(resource, row) ? [false, true] : [false]) {
        const label = hidden ? ", private" : "";
        for (const [at, who] of WHO.entries()) {
          const place = await placeFor(method, hidden);
          const outside = hidden && at < 2;
          const answer = await send(module, resource, method, as[who], place, await probe(place, who));
          const { status, text } = answer;
          note(who + label, status, outside ? 404 : row.as[at]!);
          assertDeclared(answer, resource.routes[method]!);
          if (who === "viewer" || who === "member") expect(text, `${who} reads of what is private`).not.toContain(world.canary);
        }
        const place = await placeFor(method, hidden);
        const reads = method === "GET" || resource.routes[method]!.reads;
        const expected = reads || row.as[2] === 404 ? row.as[2] : 403;
        note(`a reading token${label}`, (await send(module, resource, method, readOnly, place, await probe(place, "lead"))).status, expected);
        const again = await placeFor(method, hidden);
        note(`a writing token${label}`, (await send(module, resource, method, writing, again, await probe(again, "lead"))).status, row.as[2]);
        for (const [credential, headers] of spent) {
          const { status, text } = await send(module, resource, method, headers, place, await probe(place, "member"));
          note(credential + label, status, row.stranger ?? 401);
          expect(text).not.toContain(world.canary);
        }
      }
      expect(found).toEqual(wanted);
    });

    if (method === "GET") return;
    it("refuses another site's page", async () => {
      const probe = await [MATRIX[name]!].flat()[0]!.given?.(world, places.open, "admin");
      const strange: Record<string, string>[] = [{ origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }, { origin: "null" }];
      for (const from of strange) {
        expect((await send(module, resource, method, as.admin, places.open, probe, from)).status).toBe(403);
      }
    });
  });
});

describe("the order of refusals", () => {
  const inside = addresses.filter(({ resource }) => resource.path.startsWith("/incidents/{ref}"));

  it.each(inside.map(({ module, resource }) => ({ path: resource.path, module, resource })))(
    "an outsider of $path hears 404, whatever else is wrong",
    async ({ module, resource }) => {
      for (const method of METHODS) {
        for (const probe of [{ body: "{" }, { body: { nope: 1 } }, { query: "?nope=1" }, {}]) {
          const sent = method === "GET" ? { query: "?nope=1" } : probe;
          for (const who of ["viewer", "member"] as const) {
            const { status, text } = await send(module, resource, method, as[who], places.hidden, sent, { "if-match": '"9"' });
            expect([method, sent, status]).toEqual([method, sent, 404]);
            expect(text).not.toContain(world.canary);
          }
        }
      }
    },
  );

  it.each(addresses.map(({ module, resource }) => ({ path: resource.path, module, resource })))(
    "$path answers other methods with 405 and Allow",
    async ({ module, resource }) => {
      const named = resource.path.includes("{id}");
      for (const method of METHODS.filter((one) => !resource.routes[one])) {
        const { status, headers } = await send(module, resource, method, as.admin, places.open);
        // An id that names nothing comes before the method.
        expect([method, status]).toEqual([method, named ? 404 : 405]);
        if (!named) expect(headers.get("allow")).toBe(Object.keys(resource.routes).join(", "));
      }
    },
  );

  it.each(routes.filter(({ resource, method }) => resource.routes[method]!.verb && resource.routes[method]!.body && resource.locate))(
    "$name says 403 before it looks at the body",
    async ({ name, method, module, resource }) => {
      const [row] = [MATRIX[name] ?? []].flat();
      if (row?.as[0] !== 403) return;
      const { id } = (await row.given?.(world, places.open, "viewer")) ?? {};
      for (const body of ["{", '{"nope":1}']) expect((await send(module, resource, method, as.viewer, places.open, { id, body })).status).toBe(403);
    },
  );

  it("knows no other address: 401 for strangers, 404 for everyone else", async () => {
    for (const method of METHODS) {
      expect((await send(unknown, { path: "/nope" }, method, {}, places.open)).status).toBe(401);
      for (const who of WHO) expect((await send(unknown, { path: "/nope" }, method, as[who], places.open)).status).toBe(404);
    }
  });
});
