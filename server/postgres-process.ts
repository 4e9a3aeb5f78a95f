import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Binaries, Runner } from "./postgres-binaries";

/** The running postmaster of one data folder: found, signalled, waited for. */

/** What postmaster.pid says, or null. The file may be stale, and its number may belong to something else by now. */
export function pidFile(data: string): { pid: number; port: number } | null {
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    const pid = Math.abs(Number(lines[0]));
    return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]) } : null;
  } catch {
    return null;
  }
}

export const removePidFile = (data: string) => rmSync(join(data, "postmaster.pid"), { force: true });

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  try {
    // An ended process that nobody has asked about yet (containers without an init) counts as gone.
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return true;
  }
}

/** Whether this process is a postmaster on that very data folder (numbers are reused, in containers at every start). */
export function isPostgresOf(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === "win32") return true;
  try {
    // A postmaster works in its data folder; the folder's number holds through links and mounts.
    const [here, there] = [statSync(`/proc/${pid}/cwd`), statSync(data)];
    return here.ino === there.ino && here.dev === there.dev;
  } catch {
    // No /proc, or not ours to look into.
  }
  let command: string;
  try {
    command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    command = spawnSync("ps", ["-ww", "-o", "args=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
  }
  return command.includes("postgres") && command.includes(data);
}

/** Waits until the process is gone; false when it is still there after `ms`. */
export async function gone(pid: number, ms: number): Promise<boolean> {
  for (const until = Date.now() + ms; isAlive(pid); await wait(20)) if (Date.now() > until) return false;
  return true;
}

/** Ends a postmaster: at once but in order, and after five seconds without waiting for a checkpoint (the next start replays the log). */
export async function stopPostmaster(runner: Runner, data: string, pid: number): Promise<void> {
  if (process.platform === "win32") {
    await finished(launch(runner, "pg_ctl", ["stop", "-D", data, "-m", "fast", "-t", "5"], "ignore"));
    return;
  }
  for (const [signal, ms] of [
    ["SIGINT", 5000],
    ["SIGQUIT", 2000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await gone(pid, ms)) return;
  }
}

const KEPT = ["PATH", "HOME", "LD_LIBRARY_PATH", "SystemRoot", "TEMP", "TMP"];

/** Spawned in a group of its own (a Ctrl-C must not reach it) and without the environment's secrets. */
export function launch(runner: Runner, binary: keyof Binaries, args: string[], output: number | "pipe" | "ignore"): ChildProcess {
  const { file, args: full, ...who } = runner.command(binary, args);
  const env = Object.fromEntries(KEPT.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))) as NodeJS.ProcessEnv;
  return spawn(file, full, { ...who, env, cwd: "/", detached: true, windowsHide: true, stdio: ["ignore", output, output] });
}

/** The exit code and what was said. */
export function finished(child: ChildProcess): Promise<{ code: number; said: string }> {
  return new Promise((done, fail) => {
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (piece) => (said += piece));
    child.on("error", fail);
    child.on("close", (code) => done({ code: code ?? 1, said }));
  });
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}
