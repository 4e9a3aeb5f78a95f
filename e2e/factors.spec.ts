import type { Page } from "@playwright/test";
import { expect, expectAccessible, test, unique } from "./fixtures";

/** What combined, worked out by two people in two browsers, by keyboard; then found again in the history. */

const map = (page: Page) => page.getByRole("group", { name: "Combination map" });
const chip = (page: Page, tag: string) => map(page).getByRole("button", { name: new RegExp(`^${tag},`) });
const listed = (page: Page, tag: string) => page.getByRole("list", { name: "Contributing factors" }).getByRole("listitem").filter({ hasText: tag }).first();
const form = (page: Page) => page.getByRole("dialog");

async function declare(page: Page, title: string): Promise<string> {
  const answer = await page.request.post("/api/v1/incidents", { data: { title }, headers: { origin: new URL(page.url()).origin } });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { ref: string }).ref;
}

async function addFactor(page: Page, tag: string, role: string, more: { why?: string; cite?: string; with?: string } = {}) {
  await page.getByRole("button", { name: "Add a factor" }).click();
  await form(page).getByLabel("Tag", { exact: true }).fill(tag);
  await expect(
    form(page)
      .getByRole("option", { name: new RegExp(tag) })
      .first(),
  ).toBeVisible();
  await page.keyboard.press("Enter");
  await form(page).getByText(role, { exact: true }).click();
  if (more.why) await form(page).getByLabel("Why", { exact: true }).fill(more.why);
  if (more.cite) {
    await form(page).getByLabel("Evidence", { exact: true }).fill(more.cite);
    await form(page).getByRole("option").first().click();
  }
  if (more.with) {
    await form(page).getByLabel("Combines with", { exact: true }).fill(more.with);
    await page.keyboard.press("Enter");
  }
  await form(page).getByRole("button", { name: "Add the factor" }).click();
  await expect(form(page)).toHaveCount(0);
}

test("what combined is worked out together, walked by keyboard, and found again", async ({ person, enter }) => {
  const [ada, ben] = [await person("member"), await person("member")];
  const page = await enter(ada);
  await page.goto("/");
  const word = unique("Pool").replace(" ", "-");
  const ref = await declare(page, `${word} is full`);
  await page.request.post(`/api/v1/incidents/${ref}/timeline`, {
    data: { kind: "evidence", body: "Every slot waits on a retry of the same call" },
    headers: { origin: new URL(page.url()).origin },
  });
  await page.goto(`/incidents/${ref}/factors`);
  await expect(page.getByText("It is rarely one thing")).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(`What combined in ${ref}`));
  await expectAccessible(page);
  const other = await enter(ben);
  await other.goto(`/incidents/${ref}/factors`);

  await addFactor(page, "missing timeout", "Triggered", { why: "Each failed call was tried again at once", cite: "every slot" });
  await addFactor(page, "capacity", "Worsened", { with: "missing timeout" });
  await addFactor(page, "flag state", "Softened", { why: "`retry_v2` could be turned off alone" });
  for (const tag of ["missing timeout or retry limit", "capacity or limit reached", "flag state"]) await expect(chip(other, tag)).toBeVisible();
  await expect(chip(other, "capacity or limit reached")).toHaveAccessibleName(/Worsened, combines with missing timeout or retry limit/);
  await expect(listed(page, "missing timeout or retry limit").getByRole("link", { name: /Every slot waits/ })).toBeVisible();

  // By keyboard: from the first chip to the right, combined with the one to its right.
  await chip(page, "missing timeout or retry limit").focus();
  await page.keyboard.press("ArrowRight");
  await expect(chip(page, "capacity or limit reached")).toBeFocused();
  await page.keyboard.press("c");
  await page.keyboard.press("ArrowRight");
  await expect(chip(page, "flag state")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(chip(other, "flag state")).toHaveAccessibleName(/combines with capacity or limit reached/);
  await page.keyboard.press("Control+z");
  await expect(chip(other, "flag state")).toHaveAccessibleName(/combines with none/);

  // Moved, taken out and brought back: what the other browser shows follows.
  await listed(page, "flag state").getByRole("button", { name: "Edit flag state" }).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(other.getByRole("list", { name: "Contributing factors" }).locator(":scope > li").nth(1)).toContainText("flag state");
  const anchor = await listed(other, "flag state").getAttribute("id");
  await chip(page, "flag state").focus();
  await page.keyboard.press("Delete");
  await expect(chip(other, "flag state")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(chip(other, "flag state")).toBeVisible();
  // It is the same one: what led to it still does.
  await expect(listed(other, "flag state")).toHaveAttribute("id", anchor!);
  await expectAccessible(page);

  // A line of an address opens the form with its evidence; what is typed outlives a reload.
  await page.goto(`/incidents/${ref}/factors?evidence=url:https://graphs.example/retries`);
  await expect(form(page).getByText("graphs.example/retries")).toBeVisible();
  await form(page).getByLabel("Why", { exact: true }).fill("Half a sentence");
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => localStorage.getItem(key)?.includes("Half a sentence")));
  await page.reload();
  await expect(form(page).getByLabel("Why", { exact: true })).toHaveValue("Half a sentence");
  await expectAccessible(page);
  await page.keyboard.press("Escape");

  // Asked of the history: both groups in one incident, and the tags.
  await page.goto(`/incidents?q=${word}&group=code,environment`);
  await expect(page.getByRole("link", { name: `${word} is full` })).toBeVisible();
  await expect(page.getByRole("link", { name: "Code + environment" })).toHaveAttribute("aria-current", "page");
  await page.goto(`/incidents?q=${word}&group=code,organisation`);
  await expect(page.getByText("Nothing that you can see fits")).toBeVisible();
  await page.getByRole("link", { name: /Organisation.*remove this filter/ }).click();
  await expect(page.getByRole("link", { name: `${word} is full` })).toBeVisible();
  await page.getByRole("button", { name: /^Filter/ }).click();
  await page.getByLabel("Tags: all of these").fill("flag st");
  await expect(page.getByRole("option", { name: /flag state/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/tag=flag\+state/);
  await expect(page.getByRole("link", { name: `${word} is full` })).toBeVisible();
  await expectAccessible(page);

  // The room shows it small, and leads back.
  await page.goto(`/incidents/${ref}`);
  await page.getByRole("link", { name: /^What combined: / }).click();
  await expect(page).toHaveURL(new RegExp(`/incidents/${ref}/factors$`));
});

test("the nets are answered by keys, hints offer a factor, access and the off-switch are said", async ({ person, enter }) => {
  const [ada, ben] = [await person("member"), await person("member")];
  const page = await enter(ada);
  await page.goto("/");
  const ref = await declare(page, unique("Pool is full"));
  await page.request.post(`/api/v1/incidents/${ref}/status`, {
    data: { status: "mitigated", message: "off" },
    headers: { origin: new URL(page.url()).origin },
  });
  await page.goto(`/incidents/${ref}/factors`);
  const other = await enter(ben, { viewport: { width: 390, height: 844 } });
  await other.goto(`/incidents/${ref}/factors`);
  const cell = (at: Page, name: string) => at.getByRole("button", { name: new RegExp(`^${name}`) });

  await cell(page, "Lint, would have caught it").focus();
  await page.keyboard.press("n");
  await expect(cell(other, "Lint, would have caught it: no")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("y");
  await expect(cell(page, "Unit test, would have caught it: yes")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("n");
  await expect(cell(other, "Unit test, existed: no")).toBeVisible();
  await expect(other.getByText("It could have been stopped first at: unit test. Holes: unit test (did not exist).")).toBeVisible();
  await expect(page.getByRole("link", { name: "Make an action item: Unit test did not exist" })).toHaveAttribute(
    "href",
    `/incidents/${ref}/actions?new=1&net=unit`,
  );
  await page.getByRole("button", { name: "Add a note on Unit test" }).click();
  await page.getByLabel("A note on Unit test").fill("Nothing tests what the client does with a refusal");
  await page.keyboard.press("Control+Enter");
  await expect(other.getByText("Nothing tests what the client does with a refusal")).toBeVisible();

  const broke = page.getByRole("group", { name: "Did it break there first?" });
  await broke.getByText("No", { exact: true }).click();
  await page.getByRole("button", { name: "What differed? …" }).click();
  await expect(form(page).getByText("staging differs from production").first()).toBeVisible();
  await form(page).getByRole("button", { name: "Not now" }).click();
  const hints = page.getByRole("region", { name: "The room hints at" });
  await expect(hints.getByRole("button", { name: "Add staging differs from production …" })).toBeVisible();
  await hints.getByRole("button", { name: "Add test gap …" }).click();
  await form(page).getByRole("button", { name: "Add the factor" }).click();
  await expect(chip(other, "test gap")).toBeVisible();
  await expect(hints.getByRole("button", { name: "Add test gap …" })).toHaveCount(0);

  await page.getByRole("group", { name: "Could one person do this alone?" }).getByText("Yes", { exact: true }).click();
  await page.getByRole("group", { name: "Should they be able to?" }).getByText("No", { exact: true }).click();
  await expect(other.getByText("Access is wider than you want it.")).toBeVisible();
  await page.getByLabel("By", { exact: true }).selectOption({ label: "Flag turned off" });
  await page.getByLabel("From deciding to off").fill("1 min 30 s");
  await page.keyboard.press("Enter");
  await expect
    .poll(async () => (await (await page.request.get(`/api/v1/incidents/${ref}/timeline?kind=status`)).json()).items[0].data)
    .toMatchObject({
      mitigation: "flag_off",
      secondsToOff: 90,
    });
  for (const one of [page, other]) await expectAccessible(one);
  expect(await other.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("admins keep the tags", async ({ person, enter }) => {
  // A refusal is provoked here.
  const page = await enter(await person("admin"), { quiet: true });
  await page.goto("/settings/tags");
  await expectAccessible(page);
  const label = unique("queue of its own");
  await page.getByRole("button", { name: "Add a tag of infrastructure" }).click();
  await page.getByLabel("A new tag of infrastructure").fill("DATA STORE");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Another tag has this label")).toBeVisible();
  await page.getByLabel("A new tag of infrastructure").fill(label);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: `Rename ${label}` }).click();
  await page.getByLabel(`A new name for ${label}`).fill(`${label} 2`);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: `Archive ${label} 2` }).click();
  await expect(page.getByRole("button", { name: `Take back ${label} 2` })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: `Archive ${label} 2` })).toBeVisible();
});
