import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fingerprint } from "./fingerprint.mjs";
import { at } from "./paths.mjs";
import { must } from "./run.mjs";

const stamp = at("lib/generated/prisma/.made-from");

const wanted = () => fingerprint(["prisma/schema", "package-lock.json"]);
export const generated = () => existsSync(stamp) && readFileSync(stamp, "utf8") === wanted();

/** Prisma's client. The command line wants a schema engine from its own host, which it never runs here: any executable will do. */
export async function generate() {
  if (generated()) return;
  const from = wanted();
  const env = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" };
  await must("Generating the database client", process.execPath, [at("node_modules/prisma/build/index.js"), "generate"], { env });
  writeFileSync(stamp, from);
}
