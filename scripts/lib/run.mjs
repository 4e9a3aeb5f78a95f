import { spawn } from "node:child_process";
import { root } from "./paths.mjs";

/** Commands under way, each in a process group of its own, so that all of it can be ended. */
const children = new Set();
const watchers = new Set();

/** Is told the numbers of what runs, whenever that changes (the lock writes them down). */
export function onChildren(watcher) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
const tell = () => {
  for (const watcher of watchers) watcher([...children].map((child) => child.pid));
};

/**
 * Runs a command in the clone and gives its code and everything it said; `show` lets it speak to the terminal instead.
 * @param {string} command @param {string[]} args @param {{ env?: Record<string, string>, show?: boolean, cwd?: string }} [options]
 * @returns {Promise<{ code: number, signal: string | null, said: string }>}
 */
export function run(command, args, { env = {}, show = false, cwd = root } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: show ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (piece) => (said += piece));
    children.add(child);
    tell();
    const ended = (settle) => {
      children.delete(child);
      tell();
      // What a signal ended has not failed: nobody is told, and the script ends with 0.
      if (!ending) settle();
    };
    child.on("error", (error) => ended(() => fail(error)));
    child.on("close", (code, signal) => ended(() => done({ code: code ?? 1, signal, said })));
  });
}

/** As `run`, but a failure is thrown with the end of what was said. */
export async function must(what, command, args, options) {
  const result = await run(command, args, options);
  if (result.code !== 0)
    throw new Error(`${what} failed${result.signal ? ` (${result.signal})` : ""}.\n${result.said.trim().split("\n").slice(-40).join("\n")}`);
  return result;
}

export function kill(pid, signal) {
  try {
    process.kill(process.platform === "win32" ? pid : -pid, signal);
  } catch {
    // It has ended.
  }
}

/** Ends what runs; what does not end by itself within five seconds is killed. */
export async function endChildren() {
  for (const child of children) kill(child.pid, "SIGTERM");
  for (const until = Date.now() + 5000; children.size > 0 && Date.now() < until; ) await new Promise((done) => setTimeout(done, 50));
  for (const child of children) kill(child.pid, "SIGKILL");
}

let ending = false;
const ENDING = ["SIGTERM", "SIGINT", "SIGHUP"];

/** A signal ends the script with all it runs, exit code 0. Gives what takes this back, for when somebody else listens to signals. */
export function endOnSignals(before = async () => {}) {
  const end = async () => {
    if (ending) return;
    ending = true;
    await Promise.all([endChildren(), before()]);
    process.exit(0);
  };
  for (const signal of ENDING) process.on(signal, end);
  return () => {
    for (const signal of ENDING) process.off(signal, end);
  };
}
