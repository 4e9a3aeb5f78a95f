import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { work } from "./paths.mjs";
import { lives, me } from "./processes.mjs";

/** Data folders that live as long as the script that asked for them: those of scripts that are gone are removed first, with their databases. */
export function scratch(kind) {
  const base = join(work, kind);
  mkdirSync(base, { recursive: true });
  for (const name of readdirSync(base)) {
    const [pid, start] = name.split("-");
    if (!lives({ pid: Number(pid), start })) forget(join(base, name));
  }
  const { pid, start } = me();
  const mine = readdirSync(base).filter((name) => name.startsWith(`${pid}-`)).length;
  const folder = join(base, `${pid}-${start}-${mine}`);
  mkdirSync(folder);
  return folder;
}

/** Removes a server's data folder. A database that was left running on it is ended without a checkpoint: nobody will read it. */
export function forget(folder) {
  const data = join(folder, "postgres");
  if (existsSync(join(data, "postmaster.pid"))) {
    const pid = Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]);
    try {
      if (readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(data)) process.kill(pid, "SIGQUIT");
    } catch {
      // It is not there any more.
    }
  }
  rmSync(folder, { recursive: true, force: true });
}

/** The address of the embedded database of a running server's data folder, with the app's role. */
export function databaseUrlOf(folder) {
  const note = join(folder, "where-the-database-is.txt");
  const data = join(existsSync(note) ? readFileSync(note, "utf8").trim() : folder, "postgres");
  const { app } = JSON.parse(readFileSync(join(data, "candor.json"), "utf8"));
  const port = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[3];
  return `postgresql://candor:${app}@127.0.0.1:${port}/candor`;
}
