import { readFileSync } from "node:fs";
import { at } from "./paths.mjs";
import { step } from "./progress.mjs";
import { must } from "./run.mjs";
import { others } from "./running.mjs";

const json = (path) => {
  try {
    return JSON.parse(readFileSync(at(path), "utf8"));
  } catch {
    return null;
  }
};

/** Whether node_modules is what package-lock.json says: npm writes down in it what it installed. */
export function installed() {
  const wanted = json("package-lock.json")?.packages;
  const here = json("node_modules/.package-lock.json")?.packages;
  if (!wanted || !here) return false;
  for (const [path, { version, integrity }] of Object.entries(here))
    if (wanted[path]?.version !== version || wanted[path]?.integrity !== integrity) return false;
  // What is optional may be for other machines.
  return Object.entries(wanted).every(([path, entry]) => path === "" || path in here || entry.optional || entry.devOptional || entry.peer);
}

export async function install() {
  const [user] = others();
  if (user)
    throw new Error(
      `The packages changed while a Candor runs from this folder (process ${user.pid}): stop it first, so that they are not taken from under it.`,
    );
  // npm says where it is to what it runs; otherwise it is found by name.
  const npm = process.env.npm_execpath?.endsWith(".js") ? [process.execPath, process.env.npm_execpath] : [process.platform === "win32" ? "npm.cmd" : "npm"];
  const [command, ...first] = npm;
  await step("Installing packages (on a first start: about half a minute)", () =>
    must("npm ci", command, [...first, "ci", "--include=dev", "--no-audit", "--no-fund", "--prefer-offline"], { env: { NODE_ENV: "" } }),
  );
}
