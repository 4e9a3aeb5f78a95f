import type { Page } from "@playwright/test";
import { newId } from "../lib/ids";
import { expect, expectAccessible, test, unique } from "./fixtures";

/** The history: found by a word from the middle, narrowed in the address, walked with the keyboard; and the palette, and home. */

type Body = Record<string, unknown>;

/** Calls the API as the page itself does. */
const post = (page: Page, path: string, body: Body) =>
  page.evaluate(
    async ([at, sent]) => {
      const answer = await fetch(`/api/v1${at}`, { method: "POST", headers: { "content-type": "application/json" }, body: sent! });
      if (!answer.ok) throw new Error(`${at}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as { id: string; ref: string };
    },
    [path, JSON.stringify(body)],
  );
const declare = (page: Page, title: string, more: Body = {}) => post(page, "/incidents", { title, ...more });

/** A word that nobody else's test says. */
const rare = (word: string) => `${word}${newId().slice(-8)}`;
const fieldOf = (page: Page) => page.getByRole("searchbox");
const rowsOf = (page: Page) => page.getByRole("list", { name: "Incidents" }).getByRole("listitem");

test("a word from the middle of a timeline leads to the very entry", async ({ person, enter }) => {
  const page = await enter(await person());
  await page.goto("/incidents");
  const word = rare("flimmer");
  const { ref } = await declare(page, unique("Screens are dark"));
  for (let n = 0; n < 3; n++) await post(page, `/incidents/${ref}/timeline`, { kind: "note", body: `Looked at rack ${n}` });
  const entry = await post(page, `/incidents/${ref}/timeline`, { kind: "note", body: `The ${word} of the third panel stops when the heating is off` });

  await fieldOf(page).fill(word);
  await page.waitForURL(`**/incidents?q=${word}`);
  await expect(rowsOf(page)).toHaveCount(1);
  await expect(rowsOf(page).locator("mark")).toHaveText(word);
  await expect(page).toHaveTitle(new RegExp(word));
  await expectAccessible(page);
  await page.getByRole("link", { name: /stops when the heating is off/ }).click();
  await page.waitForURL(`**/incidents/${ref}#entry-${entry.id}`);
  await page.goBack();
  await expect(fieldOf(page)).toHaveValue(word);
  await expect(rowsOf(page)).toHaveCount(1);

  // Nothing fits: it says what was sought, and clears it.
  await fieldOf(page).fill(`${word} nosuchwordatall`);
  await expect(page.getByRole("main").getByText(`“${word} nosuchwordatall”`)).toBeVisible();
  await page.getByRole("link", { name: "Clear the search" }).click();
  await expect(fieldOf(page)).toHaveValue("");
  await expect(rowsOf(page).first()).toBeVisible();
});

test("filters stand in the address, and each can be taken away", async ({ person, enter }) => {
  const page = await enter(await person());
  await page.goto("/incidents");
  const word = rare("kessel");
  await declare(page, `${word} one`, { severity: "SEV1" });
  await declare(page, `${word} two`, { severity: "SEV2", environment: "staging" });
  await declare(page, `${word} drill`, { severity: "SEV2", mode: "drill" });

  await page.goto(`/incidents?q=${word}`);
  await expect(rowsOf(page)).toHaveCount(3);
  await expect(page.getByRole("link", { name: "All 3" })).toHaveAttribute("aria-current", "page");
  await page.getByRole("link", { name: "Drills 1" }).click();
  await expect(rowsOf(page)).toHaveCount(1);
  expect(new URL(page.url()).searchParams.get("mode")).toBe("drill");

  await page.getByRole("link", { name: /^All/ }).click();
  await expect(rowsOf(page)).toHaveCount(3);
  await page.getByRole("button", { name: /^Filter/ }).click();
  const filters = page.getByRole("dialog", { name: "Filters" });
  await filters.getByRole("checkbox", { name: /SEV2/ }).check();
  await expect(rowsOf(page)).toHaveCount(2);
  await filters.getByRole("checkbox", { name: /Staging/ }).check();
  await expect(rowsOf(page)).toHaveCount(1);
  await expectAccessible(page);
  await filters.getByRole("button", { name: "Done" }).click();
  await page.getByRole("link", { name: /SEV2.*remove/ }).click();
  await expect(page).toHaveURL(`/incidents?q=${word}&environment=staging`);
  await expect(rowsOf(page)).toHaveCount(1);

  await page.goto(`/incidents?q=${word}&severity=SEV9&status=nonsense&from=yesterday&sort=wild&cursor=lost`);
  await expect(rowsOf(page)).toHaveCount(3);
});

test("pages go both ways, and j, k and Enter walk the rows", async ({ person, enter }) => {
  const page = await enter(await person());
  await page.goto("/incidents");
  const word = rare("ziegel");
  for (let n = 1; n <= 30; n++) await declare(page, `${word} ${String(n).padStart(2, "0")}`);
  await page.goto(`/incidents?q=${word}`);
  await expect(page.getByRole("main").getByText("30 incidents")).toBeVisible();
  await expect(rowsOf(page)).toHaveCount(25);
  await expect(rowsOf(page).first()).toContainText(`${word} 30`);

  await page.keyboard.press("]");
  await expect(rowsOf(page)).toHaveCount(5);
  await expect(rowsOf(page).last()).toContainText(`${word} 01`);
  await page.keyboard.press("[");
  await expect(rowsOf(page)).toHaveCount(25);
  await expect(rowsOf(page).first()).toContainText(`${word} 30`);

  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(rowsOf(page).nth(1).getByRole("link").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${word} 29`);
});

test("very long words and turned text stay in their row, also on a phone", async ({ person, enter }) => {
  const page = await enter(await person(), { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.goto("/incidents");
  const word = rare("wort");
  await declare(page, `${word} ${"W".repeat(180)}`);
  await declare(page, `${word} \u202eturned\u2066 around`);
  await page.goto(`/incidents?q=${word}`);
  await expect(rowsOf(page)).toHaveCount(2);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  for (const link of await rowsOf(page).getByRole("link").all())
    expect(await link.evaluate((element) => getComputedStyle(element).unicodeBidi)).toBe("isolate");
  await expectAccessible(page);
});

test("a private one is in no list, no count, no search and no palette of an outsider", async ({ person, enter }) => {
  const page = await enter(await person());
  await page.goto("/incidents");
  const word = rare("geheim");
  const { ref } = await declare(page, `${word} within`, { visibility: "private", severity: "SEV1" });
  await page.goto(`/incidents?q=${word}`);
  await expect(rowsOf(page)).toHaveCount(1);

  const other = await enter(await person());
  await other.goto(`/incidents?q=${word}`);
  await expect(other.getByText("Nothing that you can see fits")).toBeVisible();
  await other.goto("/");
  await expect(other.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(other.getByText(word)).toHaveCount(0);
  await expect(async () => {
    await other.keyboard.press("Control+k");
    await expect(other.getByRole("dialog")).toBeVisible({ timeout: 2000 });
  }).toPass();
  await other.getByRole("combobox", { name: "Find anything" }).fill(word);
  await expect(other.getByRole("dialog").getByRole("option", { name: new RegExp(`${ref} `) })).toHaveCount(0);
  await expect(other.getByRole("dialog").getByRole("option", { name: `${word} within` })).toHaveCount(0);
});

test("the palette finds a number, a word of a timeline, and the way to anywhere", async ({ person, enter }) => {
  const page = await enter(await person(), { quiet: true });
  await page.goto("/");
  const word = rare("funke");
  const { ref } = await declare(page, unique("Sparks in the hall"));
  await post(page, `/incidents/${ref}/timeline`, { kind: "note", body: `A ${word} jumps at the second relay` });
  const open = async () => {
    await expect(async () => {
      if ((await page.getByRole("dialog").count()) === 0) await page.keyboard.press("Control+k");
      await expect(page.getByRole("combobox", { name: "Find anything" })).toBeFocused({ timeout: 2000 });
    }).toPass();
  };

  await open();
  await page.getByRole("combobox", { name: "Find anything" }).fill(ref.toLowerCase());
  await expect(page.getByRole("option", { name: /Sparks in the hall/ }).first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/incidents/${ref}`);

  await open();
  await page.getByRole("combobox", { name: "Find anything" }).fill(word);
  await page.getByRole("group", { name: "In timelines" }).getByRole("option").first().click();
  await page.waitForURL(new RegExp(`/incidents/${ref}#entry-`));

  await open();
  await page.getByRole("combobox", { name: "Find anything" }).fill("teams");
  await page.getByRole("option", { name: /^Teams/ }).click();
  await page.waitForURL("**/teams");
});

test("home shows what burns, its clock running, and what waits for me", async ({ person, enter }) => {
  const [ada, ben] = [await person(), await person("member", unique("Ben"))];
  const page = await enter(ada);
  await page.goto("/");
  const title = unique("The hall is on fire");
  const { ref } = await declare(page, title, { severity: "SEV1", callFor: { personIds: [ben.id], message: "Bring a hose" } });
  await post(page, `/incidents/${ref}/next-update`, { inMinutes: 30 });

  const home = await enter(ben);
  await home.goto("/");
  await expect(home.getByRole("heading", { level: 1 })).toContainText(/burn/);
  const fire = home.getByRole("list", { name: "Open incidents" }).getByRole("listitem").filter({ hasText: title });
  await expect(fire).toContainText("No lead yet");
  await expect(fire).toContainText("Next update");
  const before = await fire.getByRole("timer").textContent();
  await expect(fire.getByRole("timer")).not.toHaveText(before!);
  await expect(home.getByText("Bring a hose")).toBeVisible();
  await expectAccessible(home);
  await fire.getByRole("link").click();
  await home.waitForURL(`**/incidents/${ref}`);
});
