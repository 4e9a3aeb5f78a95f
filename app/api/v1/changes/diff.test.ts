import { beforeAll, describe, expect, it } from "vitest";
import { addIncidentChange } from "@/lib/beside/mutations";
import { recordChange } from "@/lib/changes/mutations";
import { declareIncident } from "@/lib/incidents/mutations";
import { ctxOf } from "@/lib/testing/ctx";
import { makePerson, makeToken, type TestPerson } from "@/lib/testing/factories";
import * as beside from "../incidents/[ref]/changes/[id]/diff/route";
import * as alone from "./[id]/diff/route";

let person: TestPerson;
let token: string;
beforeAll(async () => {
  person = await makePerson();
  token = await makeToken(person);
});

const DIFF = "\ufeff--- a/café\r\n+++ b/café\r\n@@ -1 +1 @@\r\n-a\r\n+b \r\n\\ No newline at end of file";

/** The two addresses of a diff, each with a fresh change. */
const ADDRESSES = [
  ["/changes/{id}/diff", alone, async () => ({ id: (await recordChange(ctxOf(person), { kind: "deploy", summary: "Deploy 812" })).id })],
  [
    "/incidents/{ref}/changes/{id}/diff",
    beside,
    async () => {
      const { ref } = await declareIncident(ctxOf(person), { title: "room" });
      return { ref, id: (await addIncidentChange(ctxOf(person), ref, { kind: "deploy", summary: "Deploy 812" })).id };
    },
  ],
] as const;

describe.each(ADDRESSES)("%s", (_, { GET, PUT }, make) => {
  const ask = async (of: Record<string, string>, body?: BodyInit, type = "text/plain", more: Record<string, string> = {}) => {
    const headers = { host: "candor.example", authorization: `Bearer ${token}`, ...(body === undefined ? {} : { "content-type": type }), ...more };
    const request = new Request("http://candor.example/api/v1/x", { method: body === undefined ? "GET" : "PUT", headers, body: body ?? null });
    const response = await (body === undefined ? GET : PUT)(request, { params: Promise.resolve(of) });
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()), headers: response.headers };
  };

  it("keeps it to the letter", async () => {
    const of = await make();
    expect((await ask(of)).status).toBe(404);
    for (const type of ["text/plain", "text/plain; charset=UTF-8", 'TEXT/PLAIN;charset="utf-8"']) {
      const put = await ask(of, DIFF, type);
      expect([put.status, JSON.parse(put.bytes.toString()).diff]).toEqual([200, { files: 1, added: 1, removed: 1, bytes: Buffer.byteLength(DIFF) }]);
    }
    const got = await ask(of);
    expect(got.bytes.equals(Buffer.from(DIFF))).toBe(true);
    expect([got.headers.get("content-type"), got.headers.get("x-content-type-options")]).toEqual(["text/plain; charset=utf-8", "nosniff"]);
    expect((await ask(of, "")).status).toBe(200);
    expect((await ask(of)).status).toBe(404);
  });

  it("takes a million bytes and not one more, and says why it refuses what it does", async () => {
    const of = await make();
    expect((await ask(of, "x".repeat(1_000_000))).status).toBe(200);
    expect((await ask(of, "x".repeat(1_000_001))).status).toBe(413);
    for (const type of ["application/json", "application/x-www-form-urlencoded", "text/html", "text/plain; charset=latin1"])
      expect([type, (await ask(of, "x", type)).status]).toEqual([type, 415]);
    for (const [bytes, why] of [
      [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff]), "not text in UTF-8"],
      [new TextEncoder().encode("a\0b"), "NUL"],
    ] as const) {
      const { status, bytes: told } = await ask(of, bytes);
      expect([status, told.toString()]).toEqual([422, expect.stringContaining(why)]);
    }
    expect((await ask(of, "y", "text/plain", { "if-match": '"77"' })).status).toBe(409);
    expect((await ask(of)).bytes.length).toBe(1_000_000);
  });

  it("takes 5 000 files and rubbish alike, and never a second too long", async () => {
    const of = await make();
    const many = Array.from({ length: 5000 }, (_, n) => `diff --git a/f${n} b/f${n}\n--- a/f${n}\n+++ b/f${n}\n@@ -1 +1 @@\n-a\n+b\n`).join("");
    const put = await ask(of, many);
    expect(JSON.parse(put.bytes.toString()).diff).toMatchObject({ files: 5000, added: 5000 });
    expect(JSON.parse((await ask(of, "\u{1f4a5}\ud7ff@@ -1\n".repeat(1000))).bytes.toString()).diff.files).toBe(0);
  });
});
