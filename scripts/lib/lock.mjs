import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { work } from "./paths.mjs";
import { lives, me, startOf } from "./processes.mjs";
import { kill, onChildren } from "./run.mjs";

/**
 * One at a time changes node_modules, the generated client and the builds of a clone. The lock is a file that names its holder and
 * the commands it runs: after a kill -9 of the holder they are ended first, and the lock is taken over.
 */
const file = join(work, "lock");

const read = () => {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    return error.code === "ENOENT" ? null : {};
  }
};
const write = (flag, children) => writeFileSync(file, JSON.stringify({ ...me(), children }), { flag });

/** @template T @param {() => Promise<T>} work_ @param {(line: string) => void} say @returns {Promise<T>} */
export async function locked(work_, say) {
  mkdirSync(work, { recursive: true });
  for (let told = false; ; ) {
    try {
      write("wx", []);
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw new Error(`${work} cannot be written (${error.code}): run this as the user who owns the clone.`);
    }
    // A file that is being written reads as empty: look twice.
    const holder = read();
    if (holder?.pid && !lives(holder)) takeOver(holder);
    else if (holder?.pid && !told) {
      told = true;
      say(`  Waiting for process ${holder.pid}, which installs or builds in this folder.`);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  const forget = onChildren((pids) =>
    write(
      "w",
      pids.map((pid) => ({ pid, start: startOf(pid) })),
    ),
  );
  const release = () => rmSync(file, { force: true });
  process.on("exit", release);
  try {
    return await work_();
  } finally {
    forget();
    process.off("exit", release);
    release();
  }
}

function takeOver(dead) {
  // Two may see it at once: only one can move the file away, and whoever moved a newer one puts it back.
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = JSON.parse(readFileSync(aside, "utf8"));
  if (moved.pid !== dead.pid || moved.start !== dead.start) return renameSync(aside, file);
  for (const child of dead.children ?? []) if (lives(child)) kill(child.pid, "SIGKILL");
  rmSync(aside, { force: true });
}
