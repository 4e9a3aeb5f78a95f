import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { fingerprint } from "./fingerprint.mjs";
import { at } from "./paths.mjs";
import { must } from "./run.mjs";

const stamp = at("lib/generated/prisma/.made-from");
const words = at("lib/generated/words.js");

const wanted = () => fingerprint(["prisma/schema", "package-lock.json", "scripts/lib/generate.mjs"]);
export const generated = () => existsSync(stamp) && existsSync(words) && readFileSync(stamp, "utf8") === wanted();

/** Prisma's client, and the words of the language hints. */
export async function generate() {
  if (generated()) return;
  const from = wanted();
  // The command line wants a schema engine from its own host, which it never runs here: any executable will do.
  const env = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" };
  await must("Generating the database client", process.execPath, [at("node_modules/prisma/build/index.js"), "generate"], { env });
  await generateWords();
  writeFileSync(stamp, from);
}

/** compromise's lexicon without what no hint turns on: a browser would fetch a fifth of it for nothing. */
const UNUSED = ["City", "Place", "Country", "Region", "SportsTeam", "Demonym", "Currency", "Organization", "LastName", "Expression", "Unit"];

async function generateWords() {
  const { default: all } = await import(pathToFileURL(at("node_modules/compromise/src/2-two/preTagger/model/lexicon/_data.js")).href);
  const used = Object.fromEntries(Object.entries(all).filter(([tag]) => !UNUSED.includes(tag)));
  writeFileSync(words, `export default ${JSON.stringify(used, null, 1)};\n`);
}
