import { spawn } from "node:child_process";
import { root } from "./paths.mjs";

/**
 * Runs a command in the clone and gives its code and everything it said; it is shown only when asked, or by whoever sees it fail.
 * `own` puts it into a process group of its own, so that a Ctrl-C of the terminal does not reach it.
 */
export function run(command, args, { env = {}, show = false, own = false, cwd = root } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
      detached: own,
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (piece) => (said += piece));
    child.on("error", fail);
    child.on("close", (code, signal) => done({ code: code ?? 1, signal, said }));
  });
}

/** As `run`, but a failure is thrown with the end of what was said. */
export async function must(what, command, args, options) {
  const result = await run(command, args, options);
  if (result.code !== 0) throw new Error(`${what} failed${result.signal ? ` (${result.signal})` : ""}:\n${result.said.trim().split("\n").slice(-40).join("\n")}`);
  return result;
}
