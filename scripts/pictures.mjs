// node scripts/pictures.mjs: every screen with the example history, in light, dark and at 390 px, into .reports/pictures (git ignores it).
// --readme writes those that README.md shows into docs/pictures too.
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { chromium } from "@playwright/test";
import { ensureBrowser, launchOptions } from "./lib/browser.mjs";
import { at } from "./lib/paths.mjs";
import { prepareBuild } from "./lib/prepare.mjs";
import { enter } from "./lib/running.mjs";
import { say } from "./lib/progress.mjs";
import { ADMIN, startServer } from "./lib/server.mjs";

const folder = at(".reports/pictures");
const README = {
  room: "light-room",
  incidents: "light-incidents",
  declare: "light-declare",
  combined: "light-combined",
  changed: "light-changed",
  written: "light-written",
  reading: "light-reading",
};
const LOOKS = {
  light: { colorScheme: "light", viewport: { width: 1360, height: 960 } },
  dark: { colorScheme: "dark", viewport: { width: 1360, height: 960 } },
  phone: { colorScheme: "light", viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};

await ensureBrowser();
process.env.CANDOR_BUILD = await prepareBuild();
enter(process.env.CANDOR_BUILD);
const server = await startServer({ env: { CANDOR_EXAMPLE_HISTORY: "1" } });
const browser = await chromium.launch(launchOptions());
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
try {
  for (const [look, options] of Object.entries(LOOKS)) {
    const context = await browser.newContext({ baseURL: server.url, timezoneId: "Europe/London", locale: "en-GB", reducedMotion: "reduce", ...options });
    const page = await context.newPage();
    const shoot = async (name) => {
      await page.screenshot({ path: `${folder}/${look}-${name}.png` });
      say(`  ${look} ${name}`);
    };
    const open = async (path, name) => {
      await page.goto(path);
      await page.waitForLoadState("networkidle");
      await shoot(name);
    };
    await open("/sign-in", "sign-in");
    await page.getByLabel("E-mail").fill(ADMIN.email);
    await page.locator("input[type=password]").fill(ADMIN.password);
    await page.locator("button[type=submit]").click();
    await page.waitForURL(`${server.url}/`);
    const { items } = await (await page.request.get("/api/v1/incidents?limit=100")).json();
    const burning = items.find((row) => row.status === "identified") ?? items[0];
    const learned = items.find((row) => row.title.includes("No slots")) ?? items[1];
    const { items: told } = await (await page.request.get(`/api/v1/incidents/${learned.ref}/changes`)).json();
    const { items: follows } = await (await page.request.get(`/api/v1/incidents/${learned.ref}/action-items`)).json();
    const { items: library } = await (await page.request.get("/api/v1/postmortems")).json();
    const written = library.find((row) => row.incident.ref === learned.ref) ?? library[0];
    const revised = library.find((row) => row.version > 1) ?? library[0];
    const drafted = items.find((row) => row.title.includes("signed out")) ?? learned;
    const reopened = items.find((row) => row.title.includes("scans")) ?? items[1];
    const { items: services } = await (await page.request.get("/api/v1/services")).json();
    const { items: teams } = await (await page.request.get("/api/v1/teams")).json();
    const { items: people } = await (await page.request.get("/api/v1/people")).json();
    await open("/", "home");
    await open("/incidents", "incidents");
    await open("/incidents?q=connection%20pool", "search");
    await page.goto(`/incidents/${burning.ref}`);
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => window.scrollTo(0, 0));
    await shoot("room");
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await shoot("room-end");
    await open(`/incidents/${reopened.ref}`, "room-resolved");
    await page.goto("/incidents");
    await page.waitForLoadState("networkidle");
    await page
      .getByRole("button", { name: /Declare/ })
      .and(page.locator(":visible"))
      .first()
      .click();
    await page.getByRole("dialog").getByLabel("Title").fill("Checkout waits for the database, connection pool full");
    if (look !== "phone")
      await page
        .getByRole("dialog")
        .getByRole("button", { name: /^Join / })
        .first()
        .waitFor();
    await shoot("declare");
    for (const [path, name] of [
      [`/services`, "services"],
      [`/services/${services[0].id}`, "service"],
      ["/teams", "teams"],
      [`/teams/${teams[0].id}`, "team"],
      [`/incidents/${burning.ref}/changes`, "changed"],
      [`/incidents/${learned.ref}/factors`, "combined"],
      [`/incidents/${learned.ref}/actions`, "follows"],
      [`/changes/${told.find((change) => change.hasDiff).id}`, "diff"],
      ["/changes", "changes"],
      ["/actions?view=all", "actions"],
      [`/actions/${follows[0].ref}`, "action"],
      ["/settings/tags", "tags"],
      [`/incidents/${drafted.ref}/postmortem`, "written"],
      ["/postmortems", "library"],
      ["/postmortems?q=pool", "library-search"],
      [`/postmortems/${written.incident.ref}`, "reading"],
      [`/postmortems/${revised.incident.ref}/compare`, "compared"],
      ["/people", "people"],
      [`/people/${people[1].id}`, "person"],
      ["/inbox", "inbox"],
      ["/settings", "settings"],
      ["/settings/tokens", "tokens"],
      ["/settings/people", "members"],
      ["/settings/audit", "audit"],
      ["/incidents/INC-99999", "nothing"],
      ["/api/docs", "docs"],
    ])
      await open(path, name);
    await context.close();
  }
} finally {
  await browser.close();
  await server.stop();
}
if (process.argv.includes("--readme")) {
  mkdirSync(at("docs/pictures"), { recursive: true });
  for (const [name, from] of Object.entries(README)) copyFileSync(`${folder}/${from}.png`, at(`docs/pictures/${name}.png`));
}
