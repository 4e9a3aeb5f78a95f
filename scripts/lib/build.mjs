import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fingerprint } from "./fingerprint.mjs";
import { at, root, work } from "./paths.mjs";
import { step } from "./progress.mjs";
import { must } from "./run.mjs";
import { others } from "./running.mjs";

/** Every state of the sources has a build of its own, so that a running server's is never overwritten. */
const folder = join(work, "builds");
const KEPT = 3;
const SOURCES = [
  "app",
  "components",
  "lib",
  "server",
  "public",
  "prisma/schema",
  "instrumentation.ts",
  "next.config.mjs",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
  "scripts/lib/build.mjs",
  "scripts/lib/progress.mjs",
];
const isSource = (file) => !/\.(test|faults)\.tsx?$/.test(file) && !file.startsWith(at("lib/testing"));

export const wantedBuild = () => fingerprint(SOURCES, { keep: isSource, extra: process.version.split(".")[0] });
export const buildAt = (name) => join(folder, name);
export const isBuilt = (name) => existsSync(join(folder, name, "server.mjs"));

/** Builds the pages and the server; the name of the build. */
export async function build() {
  const name = wantedBuild();
  if (isBuilt(name)) return name;
  await checkEnvironment();
  mkdirSync(folder, { recursive: true });
  for (const left of readdirSync(folder)) if (left.startsWith("new-")) rmSync(join(folder, left), { recursive: true, force: true });
  const fresh = `new-${process.pid}`;
  const forget = () => rmSync(join(folder, fresh), { recursive: true, force: true });
  process.once("exit", forget);
  await step("Building", async () => {
    const env = { ...withoutSettings(), NODE_ENV: "production", CANDOR_BUILD_DIR: `.candor/builds/${fresh}/next`, NEXT_TELEMETRY_DISABLED: "1" };
    // The quick one first, in case it fails.
    await bundleServer(join(folder, fresh, "server.mjs"));
    await must("The build", process.execPath, [at("node_modules/next/dist/bin/next"), "build"], { env });
  });
  process.off("exit", forget);
  rmSync(join(folder, fresh, "next/cache"), { recursive: true, force: true });
  // Sources that were edited meanwhile: this is nobody's build but ours.
  const final = wantedBuild() === name ? name : `${name}-${process.pid}`;
  renameSync(join(folder, fresh), join(folder, final));
  prune(final);
  return final;
}

/** A server's settings have no place in a build, which any server may run. */
const withoutSettings = () =>
  Object.fromEntries(
    Object.keys(process.env).flatMap((name) =>
      /^(CANDOR|NEXTAUTH|SMTP|MAIL|WEBHOOK|METRICS|LOG)_|^(DATABASE_URL|PORT|HOST)$/.test(name) ? [[name, undefined]] : [],
    ),
  );

/** Says what is wrong in the environment before a minute is spent on building. The server asks again. */
async function checkEnvironment() {
  const file = join(work, `env-${process.pid}.mjs`);
  try {
    await bundle("lib/env.ts", file);
    const { parseEnv } = await import(pathToFileURL(file).href);
    parseEnv(process.env);
  } finally {
    rmSync(file, { force: true });
  }
}

async function bundle(entry, outfile, more = {}) {
  const esbuild = await import("esbuild");
  const form = { bundle: true, packages: "external", platform: "node", format: "esm", target: "node20" };
  const result = await esbuild.build({ ...form, entryPoints: [at(entry)], outfile, absWorkingDir: root, logLevel: "silent", ...more });
  // Its process would live as long as ours, which becomes the server.
  await esbuild.stop();
  return result;
}

/** The server's own code in one file; packages stay in node_modules. */
async function bundleServer(outfile) {
  const { metafile } = await bundle("server/main.ts", outfile, { sourcemap: "linked", metafile: true });
  // A file of ours that is not there is taken for a package.
  const lost = Object.values(metafile.outputs).flatMap((output) => output.imports.filter(({ path }) => path.startsWith("@/")));
  if (lost.length > 0) throw new Error(`The server imports what is not there: ${lost.map(({ path }) => path).join(", ")}`);
}

/** Forgets old builds that nobody runs. */
function prune(current) {
  const used = new Set([current, ...others().map((other) => other.build)]);
  const builds = readdirSync(folder).filter((name) => !name.startsWith("new-"));
  const newestFirst = builds.sort((a, b) => statSync(join(folder, b)).mtimeMs - statSync(join(folder, a)).mtimeMs);
  for (const name of newestFirst.slice(KEPT)) if (!used.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
}
