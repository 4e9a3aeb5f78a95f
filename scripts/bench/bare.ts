import { spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { at } from "../lib/paths.mjs";
import { freePort } from "../lib/port.mjs";
import { must } from "../lib/run.mjs";

/** Bare Next on the same database: a handler with one Prisma query and a page that says hello. Answers its address. */
export async function startBare(url: string, onEnd: (closer: () => Promise<void>) => void): Promise<string> {
  const next = at("node_modules/next/dist/bin/next");
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as const;
  await must("The build of the bare pages", process.execPath, [next, "build", at("scripts/bench/bare")], { env });
  const port = await freePort();
  const child = spawn(process.execPath, [next, "start", at("scripts/bench/bare"), "-p", String(port)], {
    env: { ...process.env, ...env, DATABASE_URL: url },
    stdio: "ignore",
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  onEnd(async () => {
    child.kill("SIGTERM");
    await Promise.race([ended, wait(5000)]);
    child.kill("SIGKILL");
  });
  const address = `http://localhost:${port}`;
  for (let tries = 0; ; tries++) {
    if ((await fetch(address).catch(() => null))?.ok) return address;
    if (tries > 300) throw new Error("The bare pages did not start");
    await wait(100);
  }
}
