import type { Locator, Page } from "@playwright/test";
import { text } from "./draft";
import { expect, expectAccessible, test, unique } from "./fixtures";

/** The rows of an incident inside its document: shown, edited where they stand, seen at once in the other browser, and made of words. */

const block = (page: Page, kind: string) => page.locator(`[data-live=${kind}]`).first();
const rows = (of: Locator) => of.locator("[data-live-rows]");
const dialog = (page: Page) => page.getByRole("dialog");

async function post(page: Page, path: string, data: object) {
  const answer = await page.request.post(`/api/v1${path}`, { data, headers: { origin: new URL(page.url()).origin } });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as { id: string; ref: string };
}

/** An incident with a change, and the writing page of its post-mortem. */
async function begun(page: Page) {
  await page.goto("/");
  const { ref } = await post(page, "/incidents", { title: unique("Pool is full"), startedAt: new Date(Date.now() - 3_600_000).toISOString() });
  await post(page, `/incidents/${ref}/changes`, { kind: "deploy", summary: "Deploy 812", before: "811", after: "812" });
  await post(page, `/incidents/${ref}/timeline`, { kind: "decision", body: "Roll back to 811" });
  await post(page, `/incidents/${ref}/timeline`, {
    kind: "hypothesis",
    body: "The certificate expired",
    data: { state: "ruled_out", because: "it is valid until March" },
  });
  await post(page, `/incidents/${ref}/action-items`, { title: "Bound every retry" });
  await post(page, `/incidents/${ref}/postmortem`, {});
  return ref;
}
async function write(page: Page, ref: string) {
  await page.goto(`/incidents/${ref}/postmortem`);
  await expect(text(page)).toBeVisible();
  await expect(block(page, "actions").locator("[data-block]")).toBeVisible();
}

async function open(page: Page, kind: string) {
  const of = block(page, kind);
  await of.getByRole("button", { name: /^Edit .* here$/ }).click();
  await expect(rows(of).getByRole("button").first()).toBeVisible();
  return of;
}

test("each block shows its rows, is edited in place, and the other browser follows", async ({ person, enter }) => {
  const [ada, ben] = [await person("member"), await person("member")];
  const [page, other] = [await enter(ada), await enter(ben)];
  const ref = await begun(page);
  await write(page, ref);
  await write(other, ref);

  await expect(block(page, "figures")).toContainText("to mitigate");
  await expect(block(page, "timeline")).toContainText("Roll back to 811");
  await expect(block(page, "ruled_out")).toContainText("because it is valid until March");
  await expect(block(page, "factors")).toContainText("Nobody has named a factor yet.");

  // A change is judged.
  const changes = await open(page, "changes");
  await changes.getByRole("button", { name: "Judge" }).click();
  await page.getByRole("menuitemradio", { name: /Contributed/ }).click();
  await changes.getByLabel("Why do you think so?").fill("It took the limit off");
  await page.keyboard.press("Enter");
  await expect(block(other, "changes")).toContainText("It took the limit off");
  await expect(block(other, "changes")).toContainText("contributed");

  // A factor is added.
  const factors = await open(page, "factors");
  await factors.getByRole("button", { name: "Add a factor" }).click();
  await dialog(page).getByLabel("Tag", { exact: true }).fill("missing timeout");
  await expect(
    dialog(page)
      .getByRole("option", { name: /missing timeout/ })
      .first(),
  ).toBeVisible();
  await page.keyboard.press("Enter");
  await dialog(page).getByRole("button", { name: "Add the factor" }).click();
  await expect(block(other, "factors")).toContainText("missing timeout or retry limit");

  // A net is answered, by keyboard.
  const nets = await open(page, "nets");
  await nets.getByRole("button", { name: "Unit test, would have caught it: not said" }).focus();
  await page.keyboard.press("y");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("n");
  await expect(block(other, "nets")).toContainText("Holes: unit test (did not exist).");

  // An action item is ticked.
  const actions = await open(page, "actions");
  await actions.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByRole("menuitemradio", { name: "Done" }).click();
  await expect(block(other, "actions")).toContainText("done");

  // A theory that was ruled out is told of afterwards, and an entry corrected.
  const theories = await open(page, "ruled_out");
  await theories.getByRole("button", { name: "Tell of a theory" }).click();
  await dialog(page).getByLabel("What we thought").fill("Somebody scrapes us");
  await dialog(page).getByRole("button", { name: "Put it on the timeline" }).click();
  await expect(dialog(page)).toContainText("Say when it happened");
  await dialog(page)
    .getByLabel("When it happened")
    .fill(new Date(Date.now() - 600_000).toISOString().slice(0, 16));
  await dialog(page).getByLabel("Ruled out because").fill("holds are as always");
  await dialog(page).getByRole("button", { name: "Put it on the timeline" }).click();
  await expect(block(other, "ruled_out")).toContainText("because holds are as always");
  const timeline = await open(page, "timeline");
  const decision = timeline.getByRole("listitem").filter({ hasText: "Roll back to 811" });
  await decision.getByRole("button", { name: "Star" }).click();
  await block(other, "timeline").getByLabel("What the timeline shows").selectOption("starred");
  await expect(block(other, "timeline")).toContainText("Roll back to 811");
  await expect(block(page, "timeline").getByLabel("What the timeline shows")).toHaveValue("starred");
});

test("a block is chosen, opened, left, taken out and brought back by keyboard", async ({ person, enter }) => {
  const page = await enter(await person("member"));
  const ref = await begun(page);
  await write(page, ref);
  // From the text above it: down into the block, Enter opens, Escape leads back to the text.
  await text(page).locator("p").first().click();
  await page.keyboard.type("Checkout answered 502.");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator(".ProseMirror-selectednode [data-live=figures], .ProseMirror-selectednode[data-live=figures]")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(rows(block(page, "figures"))).toBeVisible();
  await expect(rows(block(page, "figures")).getByRole("button").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(rows(block(page, "figures"))).toHaveCount(0);
  await expect(text(page)).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(page.locator("[data-live=figures]")).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(page.locator("[data-live=figures]")).toHaveCount(1);
  // By its button, and back with the undo of the note, where it stood.
  await block(page, "nets").getByRole("button", { name: "Take Safety nets out of the text" }).click();
  await expect(page.locator("[data-live=nets]")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect(page.locator("[data-live=nets]")).toHaveCount(1);
  await expect(page.locator("h2:has-text('Safety nets') ~ *").filter({ has: page.locator("[data-live=nets]") })).toHaveCount(1);
});

test("chosen words become an action item, an entry of the timeline, evidence of a factor, and lead there", async ({ person, enter }) => {
  const page = await enter(await person("member"));
  const ref = await begun(page);
  await post(page, `/incidents/${ref}/factors`, { tag: "missing timeout or retry limit", role: "enabled" });
  await write(page, ref);
  const line = text(page).locator("p").first();
  const choose = async (verb: string) => {
    await line.click();
    await page.keyboard.press("Home");
    await page.keyboard.press("Shift+End");
    await page.getByRole("button", { name: verb }).click();
    await expect(dialog(page)).toBeVisible();
  };
  await line.click();
  await page.keyboard.type("At 14:02 the pool was full.");

  await choose("Make an action item of it");
  await expect(dialog(page).getByLabel("What will be different")).toHaveValue("At 14:02 the pool was full.");
  await dialog(page).getByLabel("What will be different").fill("The pool alerts at 80 %");
  await dialog(page).getByLabel("How one sees that it is done").fill("it fires in the next drill");
  await dialog(page).getByRole("button", { name: "Add the action item" }).click();
  await expect(line).toContainText(/At 14:02 the pool was full\. ACT-\d+/);
  await expect(block(page, "actions")).toContainText("it fires in the next drill");

  await choose("Put it on the timeline");
  await expect(dialog(page).getByLabel("When it happened")).toHaveValue(/T14:02/);
  await dialog(page).getByRole("button", { name: "Put it on the timeline" }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(line.locator(`a[href^="/incidents/${ref}#entry-"]`)).toContainText("the pool was full");
  // The undo takes both away: the entry and the way to it.
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect(line.locator(`a[href^="/incidents/${ref}#entry-"]`)).toHaveCount(0);

  await choose("Cite it as evidence of a factor");
  await dialog(page).getByRole("button", { name: "Cite it" }).click();
  await expect(block(page, "factors").getByRole("link", { name: /At 14:02 the pool was full/ })).toHaveAttribute("href", /\/postmortem#summary$/);
});

test("a viewer sees the rows and no way to change them; nothing is wrong for anyone's eyes", async ({ person, enter }) => {
  const page = await enter(await person("member"));
  const ref = await begun(page);
  const viewer = await enter(await person("viewer"));
  await write(viewer, ref);
  await expect(viewer.getByRole("button", { name: /^Edit .* here$|out of the text$/ })).toHaveCount(0);
  await viewer.close();
  for (const look of [
    { colorScheme: "light", viewport: { width: 1280, height: 900 } },
    { colorScheme: "dark", viewport: { width: 390, height: 844 } },
  ] as const) {
    const reader = await enter(await person("member"), look);
    await write(reader, ref);
    await expectAccessible(reader);
    for (const kind of ["figures", "changes", "timeline", "ruled_out", "factors", "nets", "actions"]) await open(reader, kind);
    await expectAccessible(reader);
    expect(await reader.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    await reader.close();
  }
});
