import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { root } from "./lib/paths.mjs";
import { freePort } from "./lib/port.mjs";
import { prepareBuild } from "./lib/prepare.mjs";
import { enter } from "./lib/running.mjs";
import { forget, scratch } from "./lib/scratch.mjs";
import { serverEnv, startServer } from "./lib/server.mjs";

/** Any mix of kill -9, at any moment of a start or after it, of the server, of its database, of both: the next start works. */
beforeAll(async () => {
  process.env.CANDOR_BUILD ??= await prepareBuild();
  enter(process.env.CANDOR_BUILD);
}, 300_000);

const ROUNDS = 40;

function killPostmaster(data: string) {
  const file = join(data, "postgres/postmaster.pid");
  if (!existsSync(file)) return;
  try {
    process.kill(Number(readFileSync(file, "utf8").split("\n")[0]), "SIGKILL");
  } catch {
    // It is not there any more.
  }
}

test("forty kills at random moments, on fresh data and on old", async () => {
  let data = scratch("servers");
  for (let round = 0; round < ROUNDS; round++) {
    if (round % 10 === 0) {
      killPostmaster(data);
      forget(data);
      data = scratch("servers");
    }
    const child = spawn(process.execPath, ["scripts/start.mjs"], { cwd: root, env: { ...process.env, ...serverEnv(await freePort(), data) }, stdio: "ignore" });
    const gone = new Promise((done) => child.once("exit", done));
    await wait(Math.random() * (round % 2 === 0 ? 1500 : 5000));
    const both = Math.random() < 0.4;
    if (both && Math.random() < 0.5) killPostmaster(data);
    child.kill("SIGKILL");
    if (both) killPostmaster(data);
    await gone;
  }
  const server = await startServer({ data });
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  expect(await server.stop()).toBe(0);
  forget(data);
});

test("SIGTERM at twenty random moments of a start: exit code 0, and the database is not left behind", async () => {
  const data = scratch("servers");
  for (let round = 0; round < 20; round++) {
    const child = spawn(process.execPath, ["scripts/start.mjs"], { cwd: root, env: { ...process.env, ...serverEnv(await freePort(), data) }, stdio: "ignore" });
    const gone = new Promise((done) => child.once("exit", done));
    // Before Node has begun to listen to signals nothing was started either.
    await wait(300 + Math.random() * 3000);
    child.kill("SIGTERM");
    expect(await gone).toBe(0);
    expect(existsSync(join(data, "postgres/postmaster.pid"))).toBe(false);
  }
  forget(data);
});
