import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "./lib/paths.mjs";
import { freePort } from "./lib/port.mjs";
import { startOf } from "./lib/processes.mjs";
import { folder, forgetFolders, serverEnv, startServer, useBuild } from "./lib/server.mjs";

/** What is promised of a start and a stop, on the production build. Each test has a data folder of its own. */
afterAll(forgetFolders);

beforeAll(useBuild, 300_000);

const postmaster = (data: string) => Number(readFileSync(join(data, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
const health = async (url: string) => (await fetch(`${url}/api/health`)).status;

/** A start that is expected to end by itself: its code and its words. */
function start(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ["scripts/start.mjs"], { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (said += piece));
  return new Promise((done) => child.on("close", (code) => done({ code, said })));
}

describe("a start that cannot be", () => {
  test("on a port in use is one sentence and 1, and no database was started", async () => {
    const port = await freePort();
    const other = createServer().listen(port);
    const data = folder();
    const { code, said } = await start(serverEnv(port, data));
    other.close();
    expect(said.trim()).toBe(`Port ${port} is in use: stop what listens there, or set PORT to another one.`);
    expect(code).toBe(1);
    expect(existsSync(join(data, "postgres"))).toBe(false);
  });

  test("with a bad environment is a sentence a variable", async () => {
    const { code, said } = await start({ ...serverEnv(await freePort(), folder()), LOG_LEVEL: "loud", WEBHOOK_URL: "https://hooks.example.com" });
    expect(said.trim().split("\n")).toEqual([expect.stringMatching(/^LOG_LEVEL: set /), expect.stringMatching(/^WEBHOOK_SECRET: set /)]);
    expect(code).toBe(1);
  });

  test("on a data folder in use is one sentence, and the other server goes on", async () => {
    const server = await startServer({ data: folder() });
    const { code, said } = await start(serverEnv(await freePort(), server.data));
    expect(said).toMatch(/Another Candor is running on the data in/);
    expect(code).toBe(1);
    expect(await health(server.url)).toBe(200);
    await server.stop();
  });
});

describe("SIGTERM", () => {
  test("to npm, thrice, lets a running request end, and leaves no process behind", async () => {
    const data = folder();
    const port = await freePort();
    const npm = spawn("npm", ["start"], { cwd: root, env: { ...process.env, ...serverEnv(port, data) }, stdio: ["ignore", "pipe", "pipe"] });
    const ended = new Promise<number | null>((done) => npm.on("exit", done));
    await new Promise<void>((ready) => npm.stdout.on("data", (piece) => /Candor is at/.test(String(piece)) && ready()));
    const database = postmaster(data);
    // A request whose body is still on its way when the signal comes.
    const sending = request(`http://localhost:${port}/api/v1/incidents`, {
      method: "POST",
      headers: { "content-type": "application/json", "transfer-encoding": "chunked" },
    });
    const answered = new Promise<number | undefined>((done, fail) => {
      sending.on("response", (response) => done(response.resume().statusCode));
      sending.on("error", fail);
    });
    sending.write("{");
    await new Promise((done) => setTimeout(done, 300));
    const from = Date.now();
    for (let i = 0; i < 3; i++) npm.kill("SIGTERM");
    await new Promise((done) => setTimeout(done, 500));
    npm.kill("SIGTERM");
    sending.end("}");
    expect(await answered).toBe(401);
    expect(await ended).toBe(0);
    expect(Date.now() - from).toBeLessThan(20_000);
    expect(startOf(database)).toBeNull();
    await expect(fetch(`http://localhost:${port}/`)).rejects.toThrow();
  });
});

describe("kill -9", () => {
  test("of the server, then of both, and it starts again", async () => {
    const data = folder();
    for (const alsoDatabase of [false, true, false]) {
      const server = await startServer({ data });
      expect(await health(server.url)).toBe(200);
      await server.kill();
      if (alsoDatabase) process.kill(postmaster(data), "SIGKILL");
    }
    const server = await startServer({ data });
    expect(await health(server.url)).toBe(200);
    expect(await server.stop()).toBe(0);
  });
});

test("two servers of one clone run beside each other, each on its own data", async () => {
  const servers = await Promise.all([startServer({ data: folder() }), startServer({ data: folder() })]);
  for (const server of servers) expect(await health(server.url)).toBe(200);
  expect(servers[0]?.databaseUrl()).not.toBe(servers[1]?.databaseUrl());
  for (const server of servers) expect(await server.stop()).toBe(0);
});
