import { execFileSync, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "../lib/port.mjs";
import { atMost, seen } from "./report";

const PART = "Start";

/** A fresh clone with nothing but Node, its second start, and what it holds in memory when nobody asks anything. */
export async function benchStart(root: string, folder: string): Promise<void> {
  const clone = `${folder}/clone`;
  execFileSync("git", ["clone", "--quiet", root, clone]);
  const first = await startOnce(clone);
  await first.stop();
  const again = await startOnce(clone);
  await wait(10_000);
  const megabytes = residentOf(again.pid);
  await again.stop();
  atMost(PART, "fresh clone to the first page", first.seconds, 120, "s");
  atMost(PART, "again", again.seconds, 5, "s");
  if (megabytes) atMost(PART, "resident beside the database when idle", megabytes, 400, "MB");
  else seen(PART, "resident beside the database when idle", "not told by this system");
}

async function startOnce(clone: string) {
  const port = await freePort();
  const from = performance.now();
  const unset = new Set(["DATABASE_URL", "NEXTAUTH_URL", "NODE_ENV", "CANDOR_BUILD", "HOST"]);
  const env = Object.fromEntries(
    Object.entries({ ...process.env, PORT: String(port), CANDOR_DATA_DIR: `${clone}/.data` }).filter(([name]) => !unset.has(name)),
  ) as NodeJS.ProcessEnv;
  const child = spawn("npm", ["start"], { cwd: clone, env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (said += piece));
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let over = false;
  void ended.then(() => (over = true));
  for (;;) {
    if (over) throw new Error(`npm start in a fresh clone ended:\n${said}`);
    const answer = await fetch(`http://localhost:${port}/`).catch(() => null);
    if (answer?.ok) break;
    await wait(100);
  }
  return {
    seconds: (performance.now() - from) / 1000,
    pid: child.pid!,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** Of npm's child, which is the server: npm itself is not ours. */
function residentOf(npm: number): number | null {
  try {
    const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid=,rss=,args="], { encoding: "utf8" })
      .split("\n")
      .map((line) => /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line))
      .flatMap((found) => (found ? [{ pid: Number(found[1]), parent: Number(found[2]), kilobytes: Number(found[3]), args: found[4]! }] : []));
    const below = (pid: number): typeof rows => rows.filter((row) => row.parent === pid).flatMap((row) => [row, ...below(row.pid)]);
    const server = below(npm).find((row) => row.args.includes("scripts/start.mjs"));
    return server ? server.kilobytes / 1024 : null;
  } catch {
    return null;
  }
}
