import type { Page } from "@playwright/test";
import { expect, expectAccessible, test, unique } from "./fixtures";

const PHONE = { viewport: { width: 390, height: 800 } };

async function expectFits(page: Page) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(1);
  await expectAccessible(page);
}

const check = async (page: Page, text: string) => {
  const answer = await page.request.post("/api/v1/language/check", { data: { text, kind: "narrative" }, headers: { origin: new URL(page.url()).origin } });
  return ((await answer.json()) as { findings: { rule: string; why: string }[] }).findings;
};

test("whoever asks why it says that reads every rule with its reason, finds one, and is led to it", async ({ enter, person }) => {
  const page = await enter(await person("viewer"));
  await page.goto("/language#should-have");
  const rule = page.locator("#should-have");
  await expect(rule).toBeInViewport();
  await expect(rule.getByText("Ask instead:")).toBeVisible();
  await expect(rule.locator("mark").first()).toHaveText(/should('ve| have)/i);
  await expect(page.getByRole("link", { name: "Change them" })).toHaveCount(0);
  await expectFits(page);
  await page.getByRole("searchbox", { name: "Find a rule" }).fill("no such wording at all");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Nothing here is called")).toBeVisible();
  await page.getByRole("link", { name: "All rules" }).click();
  await expect(rule).toBeVisible();
  expect((await page.request.get("/settings/language")).status()).toBe(404);

  for (const look of [PHONE, { ...PHONE, colorScheme: "dark" as const }]) {
    const phone = await enter(await person("member"), look);
    await phone.goto("/language");
    await expectFits(phone);
  }
});

/** What another journey writes must not be switched off under its hands. */
const RARE = "If only we had known.";

test("an admin sees what a setting would change before it is saved, is told why a phrase cannot be, and loses nothing typed", async ({ enter, person }) => {
  const page = await enter(await person("admin"), { quiet: true });
  const words = `${unique("wombled").replace(" ", "")} it`;
  await page.goto("/settings/language");
  await page.getByRole("button", { name: "Add a phrase" }).click();
  await page.getByLabel("Words", { exact: true }).last().fill("(a+)+$");
  await page.getByLabel("Why", { exact: true }).last().fill("It names a hand, and not the form");
  await page.getByRole("button", { name: "Save" }).click();
  const field = page.getByLabel("Words", { exact: true }).last();
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toBeFocused();
  await expectFits(page);

  await field.fill(words);
  await page.reload();
  await expect(page.getByLabel("Words", { exact: true }).last()).toHaveValue(words);
  await expect(page.getByText("kept in this browser")).toBeVisible();
  await page.getByText("Counterfactual", { exact: true }).last().click();
  await page.getByRole("switch", { name: /^if only / }).click();
  await page.getByRole("button", { name: "See what this would change" }).click();
  await expect(page.getByRole("heading", { name: /would change/ })).toBeFocused();
  expect(await check(page, RARE)).not.toEqual([]);

  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.", { exact: false })).toBeVisible();
  await expect(page.getByText("kept in this browser")).toHaveCount(0);
  expect(await check(page, RARE)).toEqual([]);
  expect(await check(page, `We ${words} again.`)).toEqual([expect.objectContaining({ why: "It names a hand, and not the form" })]);
  await page.goto("/language");
  await expect(page.locator("#if-only").getByText("switched off here")).toBeVisible();
  await expect(page.getByRole("heading", { name: words })).toBeVisible();

  await page.goto("/settings/language");
  await page.getByRole("switch", { name: /^if only / }).click();
  await page.getByRole("button", { name: `Remove “${words}”` }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.", { exact: false })).toBeVisible();
  expect(await check(page, RARE)).not.toEqual([]);
});

test("of two admins who save at once neither loses what was written", async ({ enter, person }) => {
  const [one, two] = [await enter(await person("admin"), { quiet: true }), await enter(await person("admin"), { quiet: true })];
  const [mine, theirs] = [unique("Fernroute"), unique("Bluegate")];
  for (const page of [one, two]) await page.goto("/settings/language");
  const add = async (page: Page, name: string) => {
    const field = page.getByLabel("Companies and products");
    await field.fill(`${await field.inputValue()}\n${name}`);
    await page.getByRole("button", { name: "Save" }).click();
  };
  await add(one, theirs);
  await expect(one.getByText("Saved.", { exact: false })).toBeVisible();
  await add(two, mine);
  await expect(two.getByText("Another admin saved in the meantime.", { exact: false })).toBeVisible();
  for (const name of [mine, theirs]) await expect(two.getByLabel("Companies and products")).toHaveValue(new RegExp(name));
  await two.getByRole("button", { name: "Save" }).click();
  await expect(two.getByText("Saved.", { exact: false })).toBeVisible();
  const { vendors } = (await (await two.request.get("/api/v1/language")).json()) as { vendors: string[] };
  expect(vendors).toEqual(expect.arrayContaining([mine, theirs]));
});

test("on a phone, in the dark and by keyboard the setting is whole", async ({ enter, person }) => {
  const page = await enter(await person("admin"), { ...PHONE, colorScheme: "dark" });
  await page.goto("/settings/language");
  await page.getByRole("button", { name: "Add a phrase" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Words", { exact: true }).last()).toBeFocused();
  await page.keyboard.type("half asleep");
  await expectFits(page);
  await page.getByRole("button", { name: "Leave it as it was" }).click();
  await expect(page.getByLabel("Words", { exact: true })).toHaveCount(0);
});

test("without a network one is told so, and what was typed stays", async ({ enter, person }) => {
  const page = await enter(await person("admin"), { quiet: true });
  await page.goto("/settings/language");
  const vendors = page.getByLabel("Companies and products");
  const typed = unique("Fernroute");
  await vendors.fill(typed);
  await page.context().setOffline(true);
  for (const act of ["See what this would change", "Save"]) {
    await page.getByRole("button", { name: act }).click();
    await expect(page.getByText("No connection to Candor right now").last()).toBeVisible();
    await expect(page.getByRole("button", { name: act })).toBeEnabled();
  }
  await expect(vendors).toHaveValue(new RegExp(typed));
});
