// npm run verify: everything that needs no database, in under a minute. `npm run verify -- types knip` runs those alone.
import { mkdirSync, writeFileSync } from "node:fs";
import { checkBoundaries } from "./lib/boundaries.mjs";
import { at, root } from "./lib/paths.mjs";
import { prepare } from "./lib/prepare.mjs";
import { endOnSignals, run } from "./lib/run.mjs";

const node = (file, ...args) => run(process.execPath, [at("node_modules", file), ...args]);
const biome = (...args) => node("@biomejs/biome/bin/biome", ...args, "--max-diagnostics=40", "--colors=off");

/** The slow ones first: two run beside each other. */
const STEPS = {
  types: () => node("typescript/bin/tsc", "--noEmit"),
  "pure tests": () => node("vitest/vitest.mjs", "run", "--project", "pure", "--reporter=dot"),
  knip: () => node("knip/bin/knip.js", "--no-progress", "--no-config-hints"),
  lint: () => biome("lint", "."),
  format: () => biome("format", "."),
  boundaries: () => checkBoundaries(root),
};

process.chdir(root);
endOnSignals();
const args = process.argv.slice(2);
// `npm test` runs the pure tests with the others.
const without = args.includes("--no-tests") ? ["pure tests"] : [];
const asked = args.filter((arg) => !arg.startsWith("--"));
const names = Object.keys(STEPS).filter((name) => !without.includes(name) && (asked.length === 0 || asked.some((word) => name.startsWith(word))));

try {
  await prepare();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
mkdirSync(at(".candor"), { recursive: true });
let failed = 0;
const waiting = [...names];
await Promise.all([work(), work()]);
console.log(`verify: ${names.length - failed} passed, ${failed} failed`);
mkdirSync(at(".reports"), { recursive: true });
writeFileSync(at(".reports/verify.json"), JSON.stringify({ passed: names.length - failed, failed }));
process.exit(failed > 0 ? 1 : 0);

async function work() {
  for (let name = waiting.shift(); name; name = waiting.shift()) {
    const from = Date.now();
    const { code, said } = await STEPS[name]();
    const seconds = ((Date.now() - from) / 1000).toFixed(1);
    if (code === 0) console.log(`ok      ${name.padEnd(12)} ${seconds} s`);
    else {
      failed++;
      console.log(`FAILED  ${name.padEnd(12)} ${seconds} s\n${said.trim()}\n`);
    }
  }
}
