import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";

/** Every screen, in light and dark, on a desk and on a phone: axe finds nothing, nothing scrolls sideways, and one can declare from it. */

const SIGNED_IN = [
  "/",
  "/incidents",
  "/incidents?q=connection%20pool",
  "/incidents?q=nosuchwordatall",
  "/incidents?group=code,environment&tag=flag%20state&role=softened",
  "/incidents/new",
  "/services",
  "/people",
  "/teams",
  "/inbox",
  "/settings",
  "/settings/sessions",
  "/settings/tokens",
  "/settings/people",
  "/settings/invitations",
  "/settings/tags",
  "/settings/audit",
  "/incidents/INC-99999",
];
const OPEN_TO_ALL = ["/sign-in", "/reset", "/nowhere"];

async function pathsOfRows(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [list, first] of [
    ["/services", 'a[href^="/services/"]'],
    ["/people", 'a[href^="/people/"]'],
    ["/teams", 'a[href^="/teams/"]'],
    ["/incidents", 'a[href^="/incidents/INC-"]'],
  ] as const) {
    await page.goto(list);
    const href = await page.getByRole("main").locator(first).first().getAttribute("href");
    found.push(href!.split("#")[0]!);
  }
  found.push(`${found.at(-1)}/factors`);
  return found;
}

async function look(page: Page, path: string, signedIn: boolean) {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  expect(await page.title(), path).not.toBe("");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
  if (signedIn)
    await expect(
      page
        .getByRole("button", { name: /Declare/ })
        .and(page.locator(":visible"))
        .first(),
    ).toBeVisible();
  await test.step(`axe on ${path}`, () => expectAccessible(page));
}

for (const [name, look_] of [
  ["light", { colorScheme: "light" as const }],
  ["dark", { colorScheme: "dark" as const }],
  ["on a phone", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
] as const) {
  test(`every screen, ${name}`, async ({ person, enter }) => {
    test.setTimeout(240_000);
    const page = await enter(await person("admin"), { ...look_, quiet: true, reducedMotion: "reduce" });
    for (const path of [...SIGNED_IN, ...(await pathsOfRows(page))]) await look(page, path, true);
    await page.context().clearCookies();
    for (const path of OPEN_TO_ALL) await look(page, path, false);
  });
}

test("the sheets that open over a page, light and dark", async ({ person, enter }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await enter(await person("admin"), { colorScheme, reducedMotion: "reduce" });
    await page.goto("/incidents");
    for (const key of ["d", "?", "/"]) {
      // A key that is pressed before the page's scripts are there does nothing; a person presses it again.
      await expect(async () => {
        await page.keyboard.press(key);
        await expect(page.getByRole("dialog")).toBeVisible({ timeout: 1500 });
      }).toPass();
      await expectAccessible(page);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toHaveCount(0);
    }
  }
});
