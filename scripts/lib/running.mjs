import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { work } from "./paths.mjs";
import { lives, me } from "./processes.mjs";

/** Which processes of this clone run which build, so that no build and no package is taken from under one. */
const folder = join(work, "running");

/** Says that this process uses a build (or none: "dev"), until it ends. */
export function enter(build) {
  const file = join(folder, `${process.pid}.json`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, JSON.stringify({ ...me(), build }));
  } catch {
    // A clone that this user may only read: then nobody can build in it either.
    return;
  }
  process.on("exit", () => rmSync(file, { force: true }));
}

/** The others that run: `{ pid, build }`. What was left by a kill -9 is forgotten. */
export function others() {
  const found = [];
  let names;
  try {
    names = readdirSync(folder);
  } catch {
    return found;
  }
  for (const name of names) {
    const file = join(folder, name);
    try {
      const entry = JSON.parse(readFileSync(file, "utf8"));
      if (entry.pid === process.pid) continue;
      if (lives(entry)) found.push(entry);
      else rmSync(file, { force: true });
    } catch {
      // Being written, or just gone.
    }
  }
  return found;
}
