import type { Page } from "@playwright/test";
import { paths } from "../lib/paths";
import { begin, into, saved, text } from "./draft";
import { expect, expectAccessible, test, type TestPerson, unique } from "./fixtures";

/** A draft is read by others, published, thanked for, written on and restored; nothing of it stands in anybody's way. */

const side = (page: Page) => page.getByRole("complementary", { name: "Review and publish" });
const sheet = (page: Page) => page.getByRole("dialog");

async function write(page: Page, question: string, words: string) {
  await into(page, question);
  await page.keyboard.type(words);
  await expect(text(page)).toContainText(words);
  await saved(page);
}

async function ask(page: Page, person: TestPerson, note?: string) {
  await side(page).getByRole("button", { name: "Ask for a review" }).click();
  await sheet(page).getByLabel("People", { exact: true }).fill(person.name);
  await sheet(page)
    .getByRole("option", { name: new RegExp(person.name) })
    .click();
  if (note)
    await sheet(page)
      .getByLabel(/^What they should look at/)
      .fill(note);
  await sheet(page)
    .getByRole("button", { name: `Ask ${person.name}` })
    .click();
  await expect(sheet(page)).toHaveCount(0);
}

test("a draft is asked about, approved, published and thanked for; the next version is written from there", async ({ person, enter }) => {
  test.setTimeout(120_000);
  const [ada, bo] = [await person("member"), await person("member")];
  const [page, other] = [await enter(ada), await enter(bo)];
  await page.goto("/");
  const title = unique("Checkout answers 502");
  const ref = await begin(page, title);
  await page.goto(paths.draft(ref));
  await saved(page);
  await expect(side(page).getByRole("button", { name: "Publish…" })).toBeDisabled();
  await write(page, "Three sentences", "The pool was full for an hour.");
  await write(page, "What could have made it worse", "It was a Tuesday.");
  await expect(side(page).getByRole("link", { name: "Done: It says where you got lucky" })).toBeVisible();
  await expect(side(page).getByRole("link", { name: /^Open: No factor is named yet/ })).toHaveAttribute("href", paths.incidentFactors(ref));

  // Bo is told, finds it from there, adds a sentence and asks for changes; Ada sees it without loading anything.
  await ask(page, bo, "Is the order right?");
  await expect(side(page).getByText("asked")).toBeVisible();
  await other.goto("/inbox");
  await other.getByRole("link", { name: `${ada.name} asks you to read the post-mortem of ${ref}` }).click();
  await expect(side(other).getByText("Is the order right?")).toBeVisible();
  await saved(other);
  await write(other, "Who was hurt", "One payment in three.");
  await side(other).getByRole("button", { name: "Ask for changes" }).click();
  await sheet(other).getByLabel("What should be otherwise").fill("How did the first customer notice?");
  await expectAccessible(other);
  await sheet(other).getByRole("button", { name: "Ask for changes" }).click();
  await expect(side(page).getByText("How did the first customer notice?")).toBeVisible();
  await expect(page.getByText("Changes asked for")).toBeVisible();

  // He takes it back, and approves.
  await side(other).getByRole("button", { name: "Take back what you said" }).click();
  await side(other).getByRole("button", { name: "Approve", exact: true }).click();
  await expect(page.getByText("Approved", { exact: true })).toBeVisible();
  await page.goto("/inbox");
  await expect(page.getByRole("link", { name: `${bo.name} approved the post-mortem of ${ref}` })).toBeVisible();

  await page.goto(paths.draft(ref));
  await saved(page);
  await side(page).getByRole("button", { name: "Publish…" }).click();
  await expect(sheet(page).getByText(`${bo.name} is thanked for writing it, and so are you.`)).toBeVisible();
  await expect(sheet(page).getByText(`Approved by ${bo.name}.`)).toBeVisible();
  await expectAccessible(page);
  await sheet(page).getByLabel("Title").fill("");
  await expect(sheet(page).getByText("Give it a title: it is what people find it by")).toBeVisible();
  await expect(sheet(page).getByRole("button", { name: "Publish version 1" })).toBeDisabled();
  const published = unique("What a full pool taught us");
  await sheet(page).getByLabel("Title").fill(published);
  await sheet(page).getByRole("button", { name: "Publish version 1" }).click();
  await expect(sheet(page).getByRole("img", { name: `${ref}, version 1` })).toBeVisible();
  await expect(sheet(page).getByRole("status")).toContainText("Version 1 is published. Thank you");
  await expectAccessible(page);
  await sheet(page).getByRole("link", { name: "Read it" }).click();
  await page.waitForURL(paths.postmortem(ref));
  await expect(page.getByRole("heading", { level: 1, name: published })).toBeVisible();
  await other.goto("/inbox");
  await other.getByRole("link", { name: `${ada.name} published the post-mortem of ${ref}. Thank you for writing it.` }).click();
  await expect(other.getByRole("heading", { level: 1, name: published })).toBeVisible();
  await other.goto("/");
  await expect(other.getByRole("link", { name: published })).toBeVisible();

  // The second version; nothing differs between it and a third.
  await page.goto(paths.draft(ref));
  await saved(page);
  await write(page, "What held", "The queue held.");
  await side(page).getByRole("button", { name: "Publish…" }).click();
  await sheet(page).getByLabel("What is new since version 1").fill("What went well");
  await sheet(page).getByRole("button", { name: "Publish version 2" }).click();
  await expect(sheet(page).getByRole("img", { name: `${ref}, version 2` })).toBeVisible();
  await sheet(page).getByRole("button", { name: "Back to the draft" }).click();
  await expect(side(page).getByRole("link", { name: "Compare with the draft" })).toHaveCount(2);
  await expect(side(page).getByText("What went well", { exact: true })).toBeVisible();

  // Restored, it reads as the first did, in the editor that is open.
  await side(page).getByRole("button", { name: "Restore" }).last().click();
  await sheet(page).getByRole("button", { name: "Restore version 1" }).click();
  await expect(text(page)).not.toContainText("The queue held.");
  await expect(text(page)).toContainText("One payment in three.");
  await side(page).getByRole("link", { name: "Compare with the draft" }).first().click();
  await page.waitForURL(paths.compare(ref, 2));
  await expect(page.getByText("The queue held.")).toBeVisible();
});

test("nothing differs, so nothing is published", async ({ person, enter }) => {
  const page = await enter(await person("member"), { quiet: true });
  await page.goto("/");
  const ref = await begin(page, unique("Pool"));
  await page.goto(paths.draft(ref));
  await saved(page);
  await write(page, "Three sentences", "The pool was full.");
  expect((await page.request.post(`/api/v1/incidents/${ref}/postmortem/publish`, { data: {} })).status()).toBe(200);
  await side(page).getByRole("button", { name: "Publish…" }).click();
  await sheet(page).getByRole("button", { name: "Publish version 2" }).click();
  await expect(sheet(page).getByRole("alert")).toContainText("Nothing differs from version 1");
});

test("none is required, with a reason that stays, until one is begun after all", async ({ person, enter }) => {
  const page = await enter(await person("member"));
  await page.goto("/");
  const { ref } = (await (await page.request.post("/api/v1/incidents", { data: { title: unique("Drill"), mode: "drill" } })).json()) as { ref: string };
  await page.goto(paths.draft(ref));
  await page.getByRole("button", { name: "None is required…" }).click();
  await sheet(page).getByLabel("Why").fill("The drill went as planned.");
  await sheet(page).getByRole("button", { name: "None is required" }).click();
  await expect(page.getByRole("heading", { name: "No post-mortem is required" })).toBeVisible();
  await page.reload();
  await expect(page.getByText("The drill went as planned.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Write one after all" }).click();
  await expect(text(page)).toBeVisible();
});

for (const [name, look] of [
  ["in the dark", { colorScheme: "dark" }],
  ["on a phone", { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }],
] as const)
  test(`publishing ${name} has what it needs`, async ({ person, enter }) => {
    const [ada, bo] = [await person("member"), await person("member")];
    const page = await enter(ada, look);
    await page.goto("/");
    const ref = await begin(page, unique("Pool"));
    await page.request.post(`/api/v1/incidents/${ref}/postmortem/request-review`, { data: { personIds: [bo.id, ada.id], note: "Have a look" } });
    await page.goto(paths.draft(ref));
    await saved(page);
    await write(page, "Three sentences", "The pool was full.");
    if ("isMobile" in look) {
      await page.getByRole("button", { name: "Review and publish" }).click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    }
    await expect(side(page).getByText("asks you to read this")).toBeVisible();
    await expectAccessible(page);
    await side(page).getByRole("button", { name: "Publish…" }).click();
    await expect(sheet(page).getByRole("button", { name: "Publish version 1" })).toBeVisible();
    await expectAccessible(page);
    await sheet(page).getByRole("button", { name: "Publish version 1" }).click();
    await expect(sheet(page).getByRole("img", { name: `${ref}, version 1` })).toBeVisible();
    await expectAccessible(page);
  });
