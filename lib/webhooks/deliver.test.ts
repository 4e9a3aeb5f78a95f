import http from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterEach, describe, expect, it } from "vitest";
import { AddressRefused, deliver, type Resolve } from "./deliver";

const secret = `whsec_${Buffer.from("a secret of twenty-four b").toString("base64")}`;
const open: http.Server[] = [];

async function receiver(answer: (request: http.IncomingMessage, response: http.ServerResponse, body: string) => void) {
  const seen: { headers: http.IncomingHttpHeaders; body: string }[] = [];
  const server = http.createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      seen.push({ headers: request.headers, body });
      answer(request, response, body);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  open.push(server);
  return { seen, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, port: (server.address() as AddressInfo).port };
}

afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const ok = (_: unknown, response: http.ServerResponse) => void response.writeHead(204).end();
const send = (url: string, more: { allowPrivate?: boolean; timeoutMs?: number; resolve?: Resolve; id?: string } = {}) =>
  deliver({ url, secret, id: "call_1", payload: { type: "call.made", word: "naïve ✓" }, allowPrivate: true, ...more });

describe("a signed message", () => {
  it("verifies with the library that receivers use", async () => {
    const { seen, url } = await receiver(ok);
    await send(url, { id: "call_7" });
    expect(seen).toHaveLength(1);
    expect(seen[0]!.headers["webhook-id"]).toBe("call_7");
    expect(new Webhook(secret).verify(seen[0]!.body, seen[0]!.headers as Record<string, string>)).toEqual({ type: "call.made", word: "naïve ✓" });
    expect(() => new Webhook(secret).verify(`${seen[0]!.body} `, seen[0]!.headers as Record<string, string>)).toThrow();
  });

  it("fails when the receiver fails, and does not follow where it points", async () => {
    const target = await receiver(ok);
    const { url } = await receiver((_, response) => void response.writeHead(500).end("no"));
    await expect(send(url)).rejects.toThrow("answered 500");
    const moved = await receiver((_, response) => void response.writeHead(307, { location: target.url }).end());
    await expect(send(moved.url)).rejects.toThrow("redirects are not followed");
    expect(target.seen).toHaveLength(0);
  });

  it("leaves a receiver that hangs, before or within its answer", async () => {
    const silent = await receiver(() => undefined);
    await expect(send(silent.url, { timeoutMs: 150 })).rejects.toThrow("did not answer within");
    // A body without an end is not waited for.
    const endless = await receiver((_, response) => void response.writeHead(200).write("x"));
    await send(endless.url, { timeoutMs: 2000 });
  });

  it("reaches no loopback or private address, by number or by name", async () => {
    const { seen, port } = await receiver(ok);
    for (const host of ["127.0.0.1", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "localhost", "0.0.0.0"]) {
      await expect(send(`http://${host}:${port}/`, { allowPrivate: false }), host).rejects.toThrow(AddressRefused);
    }
    const rebound: Resolve = (_, done) =>
      done(null, [
        { address: "127.0.0.1", family: 4 },
        { address: "::1", family: 6 },
      ]);
    await expect(send(`http://hooks.example.com:${port}/`, { allowPrivate: false, resolve: rebound })).rejects.toThrow(AddressRefused);
    expect(seen).toHaveLength(0);
  });

  it("connects to the address that was checked, whatever the name says a moment later", async () => {
    const { seen, port } = await receiver(ok);
    let asked = 0;
    // Nothing listens on the first; whoever asked again would be led to the receiver.
    const rebinding: Resolve = (_, done) => done(null, [{ address: asked++ === 0 ? "127.0.0.2" : "127.0.0.1", family: 4 }]);
    await expect(send(`http://hooks.example.com:${port}/`, { resolve: rebinding })).rejects.toThrow("ECONNREFUSED 127.0.0.2");
    expect(asked).toBe(1);
    expect(seen).toHaveLength(0);
  });

  it("is reached by a name where an admin allows it", async () => {
    const { seen, port } = await receiver(ok);
    await send(`http://localhost:${port}/`);
    expect(seen).toHaveLength(1);
  });
});
