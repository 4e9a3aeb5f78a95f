// npm start: installs what is missing, builds what is stale, and becomes the server (in this very process, so that signals reach it).
// npm run dev (--dev): the same without a build; pages are compiled as they are asked for.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildAt } from "./lib/build.mjs";
import { at, root } from "./lib/paths.mjs";
import { checkPort } from "./lib/port.mjs";
import { prepare, prepareBuild } from "./lib/prepare.mjs";
import { endOnSignals } from "./lib/run.mjs";
import { enter } from "./lib/running.mjs";

const dev = process.argv.includes("--dev");
process.chdir(root);
process.env.NEXT_TELEMETRY_DISABLED = "1";
const handOver = endOnSignals();

try {
  await checkPort(Number(process.env.PORT || 3000), process.env.HOST);
  if (dev) await startDev();
  else await startBuild();
  handOver();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function startBuild() {
  const build = await prepareBuild();
  enter(build);
  process.env.NODE_ENV = "production";
  process.env.CANDOR_BUILD_DIR = `.candor/builds/${build}/next`;
  await import(pathToFileURL(join(buildAt(build), "server.mjs")).href);
}

async function startDev() {
  await prepare();
  enter("dev");
  process.env.NODE_ENV = "development";
  // A folder for each port, so that several can develop in one clone.
  process.env.CANDOR_BUILD_DIR = `.candor/dev/${process.env.PORT || 3000}`;
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: at("tsconfig.json") });
  await import("../server/main.ts");
}
