import type { Page } from "@playwright/test";
import { expect, expectAccessible, test, unique } from "./fixtures";
import { LINES, LOG, PHRASE, STARTED, TITLE } from "./retold";

/** A real incident, worked again: two people in two browsers, and a reader who finds it later. */

async function say(page: Page, text: string) {
  const box = page.getByLabel("Add to the timeline");
  await box.fill(text);
  await box.press("Escape");
  await box.press("Enter");
  await expect(box).toHaveValue("");
}

test("an incident is declared, worked by two, corrected, and found by a phrase", async ({ person, enter }) => {
  test.setTimeout(180_000);
  const word = unique("ring").replace(" ", "");
  const [ana, bo, vera] = [
    await person("member", unique("Ana Ruiz")),
    await person("member", unique("Bo Lindgren")),
    await person("viewer", unique("Vera Ito")),
  ];
  const a = await enter(ana);
  const b = await enter(bo);

  await test.step("Ana declares with a key and a title", async () => {
    await a.goto("/");
    await expect(a.getByRole("button", { name: /Declare/ }).first()).toBeVisible();
    await a.keyboard.press("d");
    const title = a.getByRole("dialog").getByLabel("Title");
    await expect(title).toBeFocused();
    await title.fill(`${TITLE} (${word})`);
    await title.press("Enter");
    await a.waitForURL(/\/incidents\/INC-\d+$/);
    await expect(a.getByRole("heading", { level: 1 })).toContainText(TITLE);
  });
  const ref = new URL(a.url()).pathname.split("/").at(-1)!;

  await test.step("Bo sees the same fire, and joins instead", async () => {
    await b.goto("/incidents");
    await b
      .getByRole("button", { name: /Declare/ })
      .first()
      .click();
    const sheet = b.getByRole("dialog");
    await sheet.getByLabel("Title").fill(`Object store refuses requests ${word}`);
    await sheet.getByRole("button", { name: `Join ${ref} instead` }).click();
    await b.waitForURL(`**/incidents/${ref}`);
    await expect(a.getByLabel("Responders")).toContainText(bo.name);
  });

  await test.step("Ana calls for help, Bo answers, both see it", async () => {
    await a.getByRole("button", { name: "Call for help" }).click();
    const dialog = a.getByRole("dialog");
    await dialog.getByLabel("People").fill(bo.name);
    await a.getByRole("option", { name: bo.name }).click();
    await expect(dialog).toContainText("Nobody will be woken");
    await dialog.getByRole("button", { name: /^Call / }).click();
    await b.getByRole("button", { name: "I’m on it" }).click();
    await expect(a.getByLabel("Help called")).toContainText("on it");
  });

  await test.step("they run it, each entry appearing to the other without reloading", async () => {
    for (const line of [LINES.impact, LINES.engaged, LINES.hunch]) await say(a, line);
    await expect(b.getByRole("list", { name: "Timeline" })).toContainText("drops packets");
    await expect(b.getByLabel("Where are we")).toContainText("Hardly any request gets through");
    await say(b, `/ruled-out The network between the data centres drops packets because ${LINES.ruledOut}`);
    await expect(a.getByLabel("Theories")).toContainText(LINES.ruledOut);
    for (const line of [LINES.evidence, LINES.identified, LINES.decision]) await say(b, line);
    await expect(a.getByRole("button", { name: /Status: Identified/ })).toBeVisible();
  });

  await test.step("eight lines of a log become eight entries", async () => {
    const box = a.getByLabel("Add to the timeline");
    await box.focus();
    await a.evaluate((text) => {
      const data = new DataTransfer();
      data.setData("text/plain", text);
      document.activeElement!.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, LOG);
    await a.getByRole("button", { name: "Add 8 entries" }).click();
    await expect(b.getByRole("list", { name: "Timeline" })).toContainText("giving up on this round");
    await expect(b.getByRole("list", { name: "Timeline" }).getByText(/store-[a-d]\d\d/)).toHaveCount(8);
  });

  await test.step("it ends; the start is given, and the durations move in the other browser", async () => {
    for (const line of [LINES.quiet, LINES.talking, LINES.later, LINES.mitigated, LINES.resolved]) await say(a, line);
    await expect(b.getByRole("button", { name: /Status: Resolved/ })).toBeVisible();
    await a.getByRole("button", { name: "More", exact: true }).first().click();
    await a.getByRole("menuitem", { name: /Edit the facts/ }).click();
    await a.getByLabel("Impact began").fill(`2008-07-20T${STARTED}`);
    await a.getByRole("button", { name: "Save" }).click();
    await expect(b.locator("[data-duration=toMitigate]")).toHaveText(/6 h 50 min/);
    await expect(b.locator("[data-duration=toResolve]")).toHaveText(/8 h 18 min/);
  });

  await test.step("a backdated mitigated is corrected, and the other sees the duration move", async () => {
    const row = b.getByRole("listitem").filter({ hasText: "Europe is back, America follows" });
    await row.hover();
    await row.getByRole("button", { name: "Edit" }).click();
    await b.getByLabel("When it happened").fill("2008-07-20T22:10");
    await b.getByRole("button", { name: "Save" }).click();
    await expect(a.locator("[data-duration=toMitigate]")).toHaveText(/6 h 30 min/);
  });

  await test.step("a viewer finds it by a phrase from its middle, and lands on the very entry", async () => {
    const v = await enter(vera);
    await v.goto(`/incidents?q=${encodeURIComponent(PHRASE)}`);
    const hit = v.getByRole("link").filter({ hasText: "healthy" }).first();
    await expect(hit).toBeVisible();
    await hit.click();
    await v.waitForURL(new RegExp(`/incidents/${ref}#entry-`));
    const id = new URL(v.url()).hash.slice(1);
    await expect(v.locator(`[id="${id}"]`)).toContainText(PHRASE);
    await expect(v.locator(`[id="${id}"]`)).toBeInViewport();
    await expect(v.getByLabel("Add to the timeline")).toHaveCount(0);
    await expectAccessible(v);
  });
  await expectAccessible(a);
});
