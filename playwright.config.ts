import { defineConfig } from "@playwright/test";
import { launchOptions } from "./scripts/lib/browser.mjs";
import { at } from "./scripts/lib/paths.mjs";
import { scratch } from "./scripts/lib/scratch.mjs";
import { ADMIN, serverEnv } from "./scripts/lib/server.mjs";

/**
 * Journeys in a real browser on the production build, which starts on a port and a data folder of its own. What the fixtures need stands in
 * the environment, since workers read this file again: CANDOR_E2E_URL, CANDOR_E2E_DATA (databaseUrlOf gives its database), and the admin.
 */
const faults = process.env.CANDOR_FAULTS === "1";
const port = Number((process.env.CANDOR_E2E_PORT ??= String(20_000 + (process.pid % 20_000))));
const data = (process.env.CANDOR_E2E_DATA ??= scratch("e2e"));
const url = (process.env.CANDOR_E2E_URL ??= `http://localhost:${port}`);
process.env.CANDOR_E2E_EMAIL = ADMIN.email;
process.env.CANDOR_E2E_PASSWORD = ADMIN.password;

export default defineConfig({
  testDir: "e2e",
  testMatch: ["**/*.spec.ts", ...(faults ? ["**/*.faults.ts"] : [])],
  outputDir: "test-results",
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: faults ? 25 * 60_000 : 90_000,
  expect: { timeout: 10_000 },
  reporter: [["line"], ["json", { outputFile: ".reports/playwright.json" }]],
  use: {
    baseURL: url,
    trace: "retain-on-failure",
    launchOptions: launchOptions(),
    // What a person's browser would say; tests of zones set their own.
    timezoneId: "Europe/Berlin",
    locale: "en-GB",
  },
  webServer: {
    command: `"${process.execPath}" "${at("scripts/start.mjs")}"`,
    url: `${url}/api/health`,
    env: { ...serverEnv(port, data), CANDOR_EXAMPLE_HISTORY: "1" },
    timeout: 180_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: process.env.CANDOR_E2E_LOG ? "pipe" : "ignore",
    stderr: "pipe",
  },
});
