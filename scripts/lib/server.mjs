import { spawn } from "node:child_process";
import { at, root } from "./paths.mjs";
import { freePort } from "./port.mjs";
import { prepareBuild } from "./prepare.mjs";
import { enter } from "./running.mjs";
import { databaseUrlOf, forget, scratch } from "./scratch.mjs";

/** Who can sign in to a server that was started for tests. */
export const ADMIN = { email: "admin@example.com", password: "a long enough password" };

/** The build that the servers of a test file run, made once so that no test waits for it. */
export async function useBuild() {
  process.env.CANDOR_BUILD ??= await prepareBuild();
  enter(process.env.CANDOR_BUILD);
}

const folders = [];
/** A fresh data folder, until `forgetFolders()`. */
export function folder() {
  folders.push(scratch("servers"));
  return folders.at(-1);
}
export const forgetFolders = () => folders.splice(0).forEach(forget);

/**
 * A production server of its own, for tests that stop and kill servers: on a free port and a fresh data folder unless they are given.
 * Its output is kept in `said()`.
 * @param {{ port?: number, data?: string, env?: Record<string, string> }} [options]
 */
export async function startServer({ port, data = scratch("servers"), env = {} } = {}) {
  const at_ = port ?? (await freePort());
  const child = spawn(process.execPath, [at("scripts/start.mjs")], {
    cwd: root,
    env: { ...process.env, ...serverEnv(at_, data), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const exited = new Promise((done) => child.on("exit", (code, signal) => done({ code, signal })));
  await new Promise((ready, fail) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (piece) => {
        said += piece;
        if (/^Candor is at /m.test(said)) ready();
      });
    }
    exited.then(({ code }) => fail(new Error(`The server ended with ${code}:\n${said}`)));
  });
  return {
    url: `http://localhost:${at_}`,
    port: at_,
    data,
    pid: child.pid,
    exited,
    said: () => said,
    databaseUrl: () => (process.env.DATABASE_URL && !env.DATABASE_URL ? process.env.DATABASE_URL : (env.DATABASE_URL ?? databaseUrlOf(data))),
    /** kill -9, as a power cut would: its database lives on until the next start. */
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
    /** The exit code after SIGTERM. */
    async stop() {
      child.kill("SIGTERM");
      return (await exited).code;
    },
  };
}

/** The environment of a server under test: the first admin, no limits that a test would run into, quiet logs. */
export const serverEnv = (port, data) => ({
  PORT: String(port),
  HOST: "",
  CANDOR_DATA_DIR: data,
  NEXTAUTH_URL: `http://localhost:${port}`,
  CANDOR_ADMIN_EMAIL: ADMIN.email,
  CANDOR_ADMIN_PASSWORD: ADMIN.password,
  CANDOR_RATE_WRITES: "1000000",
  CANDOR_RATE_READS: "1000000",
  LOG_LEVEL: "warn",
});
