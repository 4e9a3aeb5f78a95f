import { existsSync, readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { at } from "./paths.mjs";
import { say, step } from "./progress.mjs";
import { run } from "./run.mjs";

/** A Chromium for the tests: Playwright's own, else one of the machine, else one that can be installed. */
const MACHINE = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Where it is: "own" for Playwright's, a path, or null. */
export function findBrowser() {
  if (existsSync(chromium.executablePath())) return "own";
  return MACHINE.find((path) => existsSync(path)) ?? null;
}

/** As Playwright's launch options. As root Chromium refuses its sandbox; in a closed network it should ask nobody for anything. */
export function launchOptions() {
  const found = findBrowser();
  return {
    ...(found && found !== "own" ? { executablePath: found } : {}),
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
      "--disable-dev-shm-usage",
    ],
  };
}

export async function ensureBrowser() {
  if (findBrowser()) return;
  const own = await step("Installing a browser for the tests", () =>
    run(process.execPath, [at("node_modules/@playwright/test/cli.js"), "install", "chromium"]),
  );
  if (own.code === 0 && findBrowser()) return;
  if (isDebian() && process.getuid?.() === 0) {
    await step("Installing Chromium from Debian", async () => {
      await run("apt-get", ["update"]);
      await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { env: { DEBIAN_FRONTEND: "noninteractive" } });
    });
  }
  if (findBrowser()) return;
  say(own.said.trim().split("\n").slice(-5).join("\n"));
  throw new Error("There is no browser for the tests: run `npx playwright install --with-deps chromium`, or install Chromium with the system's packages.");
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}
