// npm test: verify, then the tests on a real PostgreSQL, then the journeys in a real browser on the production build.
//   npm test -- unit [names…]      only vitest, its files filtered by name
//   npm test -- e2e [specs…]       only Playwright
//   npm test -- verify             only the checks
//   --faults (npm run test:faults) the long variants: ten thousand bad requests, fifty kills; `-- collab` and `-- entries` only what is written in documents or in rooms
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { at, root } from "./lib/paths.mjs";
import { freePort } from "./lib/port.mjs";
import { prepare, prepareBuild } from "./lib/prepare.mjs";
import { endOnSignals, run } from "./lib/run.mjs";
import { enter } from "./lib/running.mjs";

process.chdir(root);
endOnSignals();
const [kind, ...filters] = process.argv.slice(2).filter((arg) => arg !== "--faults");
if (process.argv.includes("--faults")) process.env.CANDOR_FAULTS = "1";
// A test makes its own world: what a developer's shell sets for a server stays out of it.
for (const name of [
  "DATABASE_URL",
  "PORT",
  "HOST",
  "CANDOR_DATA_DIR",
  "NEXTAUTH_URL",
  "NEXTAUTH_SECRET",
  "SMTP_URL",
  "WEBHOOK_URL",
  "WEBHOOK_SECRET",
  "NODE_ENV",
  "LOG_LEVEL",
  "CANDOR_BUILD",
])
  delete process.env[name];

/** What survives, in two halves of which each has its time. */
const FAULTS = { collab: ["server/documents.process", "lib/collab/"], entries: ["server/survival.process"] };
const part = process.argv.includes("--faults") ? FAULTS[kind] : undefined;

const KINDS = { verify, unit, e2e, ...(part ? { [kind]: () => unit(part) } : {}) };
if (kind && !(kind in KINDS)) {
  console.error(`npm test -- ${Object.keys(KINDS).join(" | ")} [names of files]; "${kind}" is none of them.`);
  process.exit(1);
}
const total = { passed: 0, failed: 0 };
const began = Date.now();
try {
  await prepare();
  mkdirSync(at(".reports"), { recursive: true });
  for (const [name, work] of Object.entries(KINDS)) {
    if (kind && name !== kind) continue;
    const { passed, failed } = await work(name === kind ? filters : []);
    total.passed += passed;
    total.failed += failed;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  total.failed++;
}
console.log(`(${Math.round((Date.now() - began) / 1000)} s)`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

/** Runs one tool, and counts by its report; a tool that broke counts as one failure. */
async function counted(report, args, count, env = {}) {
  rmSync(at(report), { force: true });
  const { code } = await run(process.execPath, args, { show: true, env });
  const { passed, failed } = existsSync(at(report)) ? count(JSON.parse(readFileSync(at(report), "utf8"))) : { passed: 0, failed: 0 };
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

async function verify() {
  return counted(".reports/verify.json", [at("scripts/verify.mjs"), "--no-tests"], (report) => report);
}

async function unit(names) {
  const args = ["run", "--reporter=dot", "--reporter=json", "--outputFile.json=.reports/vitest.json", ...names];
  return counted(".reports/vitest.json", [at("node_modules/vitest/vitest.mjs"), ...args], (report) => ({
    passed: report.numPassedTests,
    // A file that cannot be loaded holds no test that failed.
    failed: report.numFailedTests + report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length,
  }));
}

/** One build for every server of this run, whatever is edited meanwhile. */
async function buildOnce() {
  process.env.CANDOR_BUILD ??= await prepareBuild();
  enter(process.env.CANDOR_BUILD);
}

async function e2e(specs) {
  const { ensureBrowser } = await import("./lib/browser.mjs");
  await ensureBrowser();
  await buildOnce();
  const args = [at("node_modules/@playwright/test/cli.js"), "test", "--pass-with-no-tests", ...specs];
  return counted(".reports/playwright.json", args, ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }), {
    CANDOR_E2E_PORT: String(await freePort()),
  });
}
