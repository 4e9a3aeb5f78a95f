import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { paths } from "../lib/paths";
import { card, hint, inField } from "./asked";
import { begin, declare, into, open, SUMMARY, saved, text } from "./draft";
import { expect, expectAccessible, test } from "./fixtures";

/** Wording that asks a question, in the forms and the room's composer, and all of it without a network. */

const box = (page: Page) => page.getByLabel("Add to the timeline");
const paragraph = (page: Page, words: string) => text(page).locator("p", { hasText: words });
async function mitigate(page: Page, ref: string) {
  const answer = await page.request.post(`/api/v1/incidents/${ref}/timeline`, { data: { kind: "status", body: "", data: { to: "mitigated" } } });
  expect(answer.status()).toBe(201);
}

test("an action item that cannot be finished is asked about in its form, and the checklist counts it", async ({ person, enter }) => {
  const page = await enter(await person());
  const ref = await begin(page, "Weak");
  await page.goto(paths.incidentActions(ref));
  await page.getByRole("button", { name: "Add an action item" }).first().click();
  const title = page.getByLabel("What will be different");
  await title.fill("Be more careful with deploys");
  await expect(inField(page)).toHaveText(/Be more careful/);
  await title.press("F8");
  await expect(card(page, "weak_action")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(title).toBeFocused();
  await title.press("F8");
  await card(page).getByRole("button", { name: "Ask the question" }).press("Enter");
  await expect(title).toBeFocused();
  await expect(page.getByRole("button", { name: "Put the question away" })).toBeVisible();
  await expect(title).toHaveValue("Be more careful with deploys");
  await page.getByRole("button", { name: "Add the action item" }).click();
  await expect(page.getByRole("link", { name: "Be more careful with deploys" })).toBeVisible();

  await open(page, ref);
  await page.getByRole("link", { name: "One wording leaves a question open, in action items" }).click();
  await page.waitForURL(paths.incidentActions(ref));
  const { items } = (await (await page.request.get(`/api/v1/incidents/${ref}/action-items`)).json()) as { items: { ref: string }[] };
  expect(items).toHaveLength(1);
});

test("nobody is asked about wording while it burns; once it is mitigated the composer asks, and undo takes a replacement back", async ({ person, enter }) => {
  test.setTimeout(60_000);
  const page = await enter(await person());
  const ref = await declare(page, "Burning");
  await page.goto(paths.incident(ref));
  await box(page).fill("Mistakes were made. In hindsight the cache was stale.");
  await box(page).press("F8");
  await expect(card(page)).toBeHidden();
  await expect(inField(page)).toHaveCount(0);
  await mitigate(page, ref);
  await expect(inField(page)).toHaveText(["Mistakes were made", "In hindsight the"]);
  expect(await page.locator(".hint-mirror").getAttribute("aria-hidden")).toBe("true");

  await box(page).press("F8");
  await expect(card(page, "evasive")).toBeVisible();
  await page.keyboard.press("F8");
  await expect(card(page, "hindsight")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(box(page)).toHaveValue("Mistakes were made. The cache was stale.");
  await expect(box(page)).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(box(page)).toHaveValue("Mistakes were made. In hindsight the cache was stale.");

  const words = (await inField(page).first().boundingBox())!;
  await page.mouse.click(words.x + 20, words.y + words.height / 2);
  await card(page, "evasive").getByRole("button", { name: "Keep" }).click();
  await expect(inField(page)).toHaveText([/In hindsight/]);

  // However long, whatever it is written in.
  await box(page).fill("あ".repeat(50_000));
  await box(page).fill("x".repeat(100_000));
  await box(page).fill("Mistakes were made. ".repeat(5000));
  await expect(inField(page)).toHaveCount(0);
  await box(page).fill("\u{1f525} In hindsight \u05e9\u05dc\u05d5\u05dd it was late.");
  await expect(inField(page)).toHaveText([/In hindsight/]);
  await box(page).press("Enter");
  await expect(box(page)).toHaveValue("");
  await expect(inField(page)).toHaveCount(0);
});

test("a browser without a network hints as well, after a reload too", async ({ person, enter }) => {
  test.setTimeout(90_000);
  const page = await enter(await person(), { quiet: true });
  const ref = await begin(page, "No network, no pardon");
  await mitigate(page, ref);
  const reading = page.waitForEvent("worker");
  await open(page, ref);
  const worker = await reading;
  await into(page, SUMMARY);
  await page.keyboard.type("The root cause was a cable. ");
  await expect(hint(page, "The root cause")).toBeVisible();
  await saved(page);
  const files = await worker.evaluate(() => [location.href.split("#", 1)[0]!, ...performance.getEntriesByType("resource").map(({ name }) => name)]);
  // What one writes with weighs no more than 150 KB.
  const sizes = await Promise.all(files.map(async (file) => gzipSync(await (await page.request.get(file)).body()).length));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(150 * 1024);
  await page.goto(paths.incident(ref));
  await box(page).fill("Mistakes were made. ");
  await expect(inField(page)).toHaveText(["Mistakes were made"]);
  await box(page).fill("");

  const isKept = async (of: readonly string[]) => {
    const names = await caches.keys();
    const [kept, shells] = [names.find((name) => name.startsWith("candor-assets-")), names.find((name) => name.startsWith("candor-pages-"))];
    if (!kept || !shells) return false;
    const assets = await caches.open(kept);
    const needed = [...of, ...performance.getEntriesByType("resource").map(({ name }) => name)].filter((name) => name.includes("/_next/static/"));
    const held = await Promise.all(needed.map((name) => assets.match(name, { ignoreVary: true })));
    return held.every(Boolean) && (await (await caches.open(shells)).match(location.pathname, { ignoreVary: true })) !== undefined;
  };
  await expect.poll(() => page.evaluate(isKept, files), { timeout: 30_000 }).toBe(true);
  await open(page, ref);
  await expect.poll(() => page.evaluate(isKept, files), { timeout: 30_000 }).toBe(true);

  await page.context().setOffline(true);
  await page.reload();
  await expect(hint(page, "The root cause")).toBeVisible();
  await paragraph(page, "The root cause").click();
  await page.keyboard.press("End");
  await page.keyboard.type("We should have seen it. ");
  await expect(hint(page, "should have seen")).toBeVisible();
  await hint(page, "should have seen").click();
  await card(page, "counterfactual").getByRole("button", { name: "Keep" }).click();
  await expect(hint(page, "should have seen")).toBeHidden();
  await page.goto(paths.incident(ref));
  await box(page).fill("In hindsight it rained. ");
  await expect(inField(page)).toHaveText([/In hindsight/]);
  await box(page).fill("");

  await page.context().setOffline(false);
  const kept = async () => ((await (await page.request.get(`/api/v1/incidents/${ref}/kept-hints`)).json()) as { items: { rule: string }[] }).items.length;
  await expect.poll(kept, { timeout: 30_000 }).toBeGreaterThan(0);
});
