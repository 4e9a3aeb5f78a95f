import type { Browser, Page } from "@playwright/test";
import { expect, expectAccessible, test, type TestPerson, unique } from "./fixtures";

const PASSWORD = "a sentence that is long enough";
const PHONE = { viewport: { width: 390, height: 800 } };

async function stranger(browser: Browser, look: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  return (await browser.newContext({ baseURL: process.env.CANDOR_E2E_URL!, ...look })).newPage();
}

async function expectFits(page: Page) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(1);
  await expectAccessible(page);
}

/** Invites someone in the browser; answers the link that is shown once. */
async function inviteBy(page: Page, email: string): Promise<string> {
  await page.goto("/settings/invitations");
  await page.getByRole("button", { name: "Invite someone" }).click();
  await page.getByLabel("E-mail", { exact: true }).fill(email);
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = await page.getByLabel("The link", { exact: true }).inputValue();
  await page.getByRole("button", { name: "Done" }).click();
  return link;
}

test("invited, come in on a phone, signed in elsewhere, signed out at once, and the account closed", async ({ browser, enter, person }) => {
  const admin = await person("admin");
  const desk = await enter(admin);
  const email = `${unique("grace").replace(" ", ".")}@example.com`;
  const link = await inviteBy(desk, email);
  await expect(desk.getByText(email)).toBeVisible();

  const phone = await stranger(browser, PHONE);
  await phone.goto(link);
  await expectFits(phone);
  await expect(phone.locator("button[type=submit]")).toHaveCount(1);
  await phone.getByLabel("Your name").fill("Grace Hopper");
  await phone.locator("input[type=password]").fill("short");
  await phone.getByRole("button", { name: "Come in" }).click();
  await expect(phone.getByText("At least 12 characters")).toBeVisible();
  await expect(phone.getByLabel("Your name")).toHaveValue("Grace Hopper");
  await phone.locator("input[type=password]").fill(PASSWORD);
  await phone.getByRole("button", { name: "Come in" }).click();
  await phone.waitForURL("/");

  const again = await stranger(browser);
  await again.goto(link);
  await expect(again.getByText("was used already")).toBeVisible();
  await again.goto("/settings/sessions");
  await again.waitForURL("/sign-in?callbackUrl=*");
  await expectFits(again);
  await again.locator("input[type=email]").fill(email.toUpperCase());
  await again.locator("input[type=password]").fill(PASSWORD);
  await again.locator("input[type=password]").press("Enter");
  await again.waitForURL("/settings/sessions");

  await phone.goto("/settings/sessions");
  await expectFits(phone);
  await expect(phone.getByText("this one")).toHaveCount(1);
  await phone.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(phone.getByText("You are signed in nowhere else.")).toBeVisible();
  expect((await again.request.get("/api/v1/me")).status()).toBe(401);
  // Its live socket was closed with the session: the page may be on its way there by itself.
  await again.goto("/settings").catch(() => undefined);
  await again.waitForURL("/sign-in?callbackUrl=*");

  expect((await phone.goto("/settings/audit"))?.status()).toBe(404);
  await desk.goto(`/settings/people?q=${encodeURIComponent(email)}`);
  await desk.getByRole("button", { name: "More for Grace Hopper" }).click();
  await desk.getByRole("menuitem", { name: "Close the account" }).click();
  await desk.getByRole("button", { name: "Close the account" }).click();
  await expect(desk.getByText("cannot sign in any more")).toBeVisible();
  expect((await phone.request.get("/api/v1/me")).status()).toBe(401);
});

test("without JavaScript one signs in all the same, and a refusal keeps the address", async ({ browser }) => {
  const page = await stranger(browser, { javaScriptEnabled: false });
  await page.goto("/settings/tokens");
  await page.locator("input[type=email]").fill(process.env.CANDOR_E2E_EMAIL!);
  await page.locator("input[type=password]").fill("not this one, surely");
  await page.locator("button[type=submit]").click();
  await expect(page.getByText("do not go together").first()).toBeVisible();
  await expect(page.locator("input[type=email]")).toHaveValue(process.env.CANDOR_E2E_EMAIL!);
  await page.locator("input[type=password]").fill(process.env.CANDOR_E2E_PASSWORD!);
  await page.locator("button[type=submit]").click();
  await page.waitForURL("/settings/tokens");
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
});

test("a link for a new password, by an admin", async ({ browser, enter, person }) => {
  const ada = await person("member", unique("Ada"));
  const desk = await enter(await person("admin"));
  await desk.goto(`/settings/people?q=${encodeURIComponent(ada.email)}`);
  await desk.getByRole("button", { name: `More for ${ada.name}` }).click();
  await desk.getByRole("menuitem", { name: "Make a link for a new password" }).click();
  const link = await desk.getByLabel("The link", { exact: true }).inputValue();

  const page = await stranger(browser, PHONE);
  await page.goto(link);
  await expectFits(page);
  await page.locator("input[type=password]").fill(PASSWORD);
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page.getByText("Your new password is set")).toBeVisible();
  await page.locator("input[type=email]").fill(ada.email);
  await page.locator("input[type=password]").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("/");
  await page.goto(link);
  await expect(page.getByText("was used already")).toBeVisible();
});

test("a token is shown once, works for a script, and stops at once", async ({ enter, person, playwright }) => {
  const page = await enter(await person("member"));
  await page.goto("/settings/tokens");
  await page.getByRole("button", { name: "Make a token" }).click();
  await page.getByLabel("What is it for?").fill("Alerts");
  await page.getByRole("button", { name: "Make the token" }).click();
  const token = await page.getByLabel("The token", { exact: true }).inputValue();
  const script = await playwright.request.newContext({ baseURL: process.env.CANDOR_E2E_URL!, extraHTTPHeaders: { authorization: `Bearer ${token}` } });
  expect((await script.get("/api/v1/me")).status()).toBe(200);
  expect((await script.post("/api/v1/incidents", { data: { title: "It may be nothing" } })).status()).toBe(403);
  await page.getByRole("button", { name: "I have it" }).click();
  await page.getByRole("button", { name: "Revoke Alerts" }).click();
  await page.getByRole("button", { name: "Revoke the token" }).click();
  await expect(page.getByText("No tokens yet")).toBeVisible();
  expect((await script.get("/api/v1/me")).status()).toBe(401);
  await script.dispose();
});

for (const scheme of ["light", "dark"] as const) {
  test(`every page of the settings, ${scheme}: axe finds nothing, and it fits a phone`, async ({ enter, person }) => {
    const admin: TestPerson = await person("admin");
    const page = await enter(admin, { ...PHONE, colorScheme: scheme });
    for (const path of ["/settings", "/settings/sessions", "/settings/tokens", "/settings/people", "/settings/invitations", "/settings/audit"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
      await expectFits(page);
    }
  });
}
