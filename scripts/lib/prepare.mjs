import { build, isBuilt, wantedBuild } from "./build.mjs";
import { generate, generated } from "./generate.mjs";
import { locked } from "./lock.mjs";
import { install, installed } from "./packages.mjs";
import { say, step } from "./progress.mjs";

/** What a script needs before it can work. Nothing is written, and no lock taken, where nothing is missing. */
export const checkNode = () => {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(`Candor needs Node 20.19 or newer, and this is ${process.version}: install a newer one from https://nodejs.org.`);
};

const missing = () => !installed() || !generated();

/** The packages and the database client. */
export async function prepare() {
  checkNode();
  if (missing()) await locked(prepareHere, say);
}

async function prepareHere() {
  if (!installed()) await install();
  if (!generated()) await step("Generating the database client", generate);
}

/** Those and the build of today's sources; its name. CANDOR_BUILD names one that was made before, for the servers of one run of the tests. */
export async function prepareBuild() {
  checkNode();
  const given = process.env.CANDOR_BUILD;
  if (given && isBuilt(given)) return given;
  const name = wantedBuild();
  if (installed() && isBuilt(name)) return name;
  return locked(async () => {
    await prepareHere();
    return build();
  }, say);
}
