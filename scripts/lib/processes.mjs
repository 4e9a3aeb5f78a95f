import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** When a process began, as a word to compare; null when it is gone. With its number it names a process for good: numbers are reused. */
export function startOf(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return null;
  }
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ");
    return fields[0] === "Z" ? null : fields[19];
  } catch {
    const ps = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
    return ps.stdout?.trim() || (process.platform === "win32" ? "?" : null);
  }
}

export const me = () => ({ pid: process.pid, start: startOf(process.pid) });
export const lives = (who) => Boolean(who?.pid) && startOf(who.pid) === who.start;
