import { describe, expect, it } from "vitest";
import type { Method } from "@/lib/http/route";
import type { Service, ServicePage } from "@/lib/services/schema";
import { makePerson, makeService, makeToken, unique } from "@/lib/testing/factories";
import * as one from "./[id]/route";
import * as many from "./route";

/** The promises that hold for every address, tried on one of them. */
async function caller() {
  const authorization = `Bearer ${await makeToken(await makePerson())}`;
  return async (method: Method, path: string, { body, ...headers }: { body?: unknown; "idempotency-key"?: string; "if-match"?: string } = {}) => {
    const id = /^\/services\/([^?]+)/.exec(path)?.[1];
    const request = new Request(`http://candor.example/api/v1${path}`, {
      method,
      headers: { authorization, "content-type": "application/json", ...headers },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const params: Record<string, string> = id ? { id } : {};
    const response = await (id ? one : many)[method](request, { params: Promise.resolve(params) });
    const text = await response.text();
    return { status: response.status, headers: response.headers, json: text ? JSON.parse(text) : null };
  };
}

describe("/services", () => {
  it("makes one for one key, and says where it is", async () => {
    const call = await caller();
    const sent = { body: { name: unique("Checkout") }, "idempotency-key": unique("key") };
    const [first, again] = [await call("POST", "/services", sent), await call("POST", "/services", sent)];
    expect(first.status).toBe(201);
    expect(first.headers.get("location")).toBe(`/api/v1/services/${first.json.id}`);
    expect(again).toMatchObject({ status: 201, json: first.json });
    expect(await call("POST", "/services", { ...sent, body: { name: unique("Other") } })).toMatchObject({
      status: 422,
      json: { errors: [{ path: "Idempotency-Key" }] },
    });
  });

  it("tells the second of two hands, and takes the version bare or quoted", async () => {
    const call = await caller();
    const { id } = await makeService();
    const read = await call("GET", `/services/${id}`);
    expect(read.headers.get("etag")).toBe('"1"');
    expect((await call("PATCH", `/services/${id}`, { body: { tier: 1 }, "if-match": '"1"' })).json).toMatchObject({ tier: 1, version: 2 });
    const stale = await call("PATCH", `/services/${id}`, { body: { tier: 2 }, "if-match": "1" });
    expect(stale).toMatchObject({ status: 409, json: { code: "CONFLICT", current: { id, tier: 1, version: 2 } } });
    expect((await call("DELETE", `/services/${id}`, { "if-match": '"2"' })).status).toBe(204);
  });

  it("refuses limits outside of 1 to 100, foreign cursors and unknown words", async () => {
    const call = await caller();
    for (const query of [
      "limit=0",
      "limit=101",
      "limit=1e1",
      "cursor=zzz",
      "cursor=",
      "nope=1",
      "q=a&q=b",
      "team=nope",
      `cursor=${Buffer.from('["a","b"]').toString("base64url")}`,
    ]) {
      expect((await call("GET", `/services?${query}`)).status, query).toBe(422);
    }
    const page = (await call("GET", "/services?limit=1")).json as ServicePage;
    expect(page.items).toHaveLength(1);
  });

  it("takes neither a body that is no object nor one with a field too many", async () => {
    const call = await caller();
    const { id } = await makeService();
    for (const body of [[], "x", 7, { nope: 1 }, { name: "" }, { name: "a\nb" }, { tier: 0 }, { runbookUrl: "javascript:alert(1)" }, { dependsOn: [id] }, {}]) {
      expect((await call("PATCH", `/services/${id}`, { body })).status, JSON.stringify(body)).toBe(422);
    }
    const after = (await call("GET", `/services/${id}`)).json as Service;
    expect(after.version).toBe(1);
  });
});
