import type { Page } from "@playwright/test";
import type { HintClass } from "../lib/blameless/words";
import { paths } from "../lib/paths";
import { card, hint, hints } from "./asked";
import { begin, IMPACT, into, open, SUMMARY, saved, text } from "./draft";
import { expect, expectAccessible, test } from "./fixtures";

/** Wording that asks a question, in the post-mortem: seen, answered, kept, by mouse and by keys. */

const paragraph = (page: Page, words: string) => text(page).locator("p", { hasText: words });
/** Without the carets of others, which stand in the words. */
const paragraphsOn = (page: Page) =>
  text(page)
    .locator("> p")
    .evaluateAll((all) =>
      all.map((one) => {
        const copy = one.cloneNode(true) as Element;
        for (const caret of copy.querySelectorAll(".caret")) caret.remove();
        return copy.textContent;
      }),
    );

/** A sentence of each class of the text, with the words that are asked about. */
const SENTENCES: readonly [HintClass, string, string][] = [
  ["evasive", "Mistakes were made during the rollout.", "Mistakes were made"],
  ["single_cause", "The root cause was an expired certificate.", "The root cause"],
  ["hindsight", "In hindsight the cache was stale.", "In hindsight"],
  ["counterfactual", "We should have seen it in the graphs.", "should have seen"],
  ["judgement", "It was human error, they say.", "human error"],
  ["naming", "The on-call engineer broke the build.", "engineer broke"],
];
const [FIRST, SECOND] = [SENTENCES.slice(0, 3), SENTENCES.slice(3)].map((some) => some.map(([, sentence]) => sentence).join(" ")) as [string, string];

async function writeAll(page: Page) {
  await into(page, SUMMARY);
  await page.keyboard.type(FIRST);
  await page.keyboard.press("Enter");
  await page.keyboard.type(SECOND);
  for (const [, , words] of SENTENCES) await expect(hint(page, words)).toBeVisible();
}

test("a sentence of each class has its hint and its reason; one is replaced, one asked, one kept, and another browser sees it", async ({ person, enter }) => {
  test.setTimeout(90_000);
  const [one, two] = [await enter(await person()), await enter(await person())];
  const ref = await begin(one, "In so many words");
  await open(one, ref);
  await open(two, ref);
  await writeAll(one);
  for (const [, , words] of SENTENCES) await expect(hint(two, words)).toBeVisible();

  for (const [kind, , words] of SENTENCES) {
    await hint(one, words).click();
    await expect(card(one, kind)).toBeVisible();
    await expect(card(one).getByRole("link", { name: "Why does it say that?" })).toHaveAttribute("href", /^\/language#[a-z-]+$/);
    await expect(text(one)).toBeFocused();
  }
  await expectAccessible(one);
  await one.keyboard.press("Escape");
  await expect(card(one)).toBeHidden();

  // Replaced, beside somebody who writes; one undo takes back that alone.
  await paragraph(two, "Mistakes were made").click();
  await two.keyboard.press("End");
  await two.keyboard.type(" It rained.");
  await hint(one, "In hindsight").click();
  await card(one).getByRole("button", { name: "Replace with “The”" }).click();
  await expect(paragraph(one, "an expired certificate")).toContainText("certificate. The cache was stale. It rained.");
  await two.keyboard.type(" It rained on.");
  await expect(paragraph(one, "an expired certificate")).toContainText("It rained on.");
  await one.keyboard.press("Control+z");
  for (const page of [one, two]) await expect.poll(() => paragraphsOn(page)).toContain(`${FIRST} It rained. It rained on.`);
  expect(await paragraphsOn(two)).toContain(SECOND);

  // Asked: the question stands below until it is answered, for everyone, and is no part of the text.
  await hint(one, "should have seen").click();
  const question = (await card(one).locator("p").nth(1).textContent())!;
  await card(one).getByRole("button", { name: "Ask the question" }).click();
  for (const page of [one, two]) await expect(text(page).locator(`.guided[data-guidance="${question}"]`)).toBeVisible();
  await one.keyboard.type("The graphs had no line for it.");
  for (const page of [one, two]) await expect(text(page).locator(`.guided[data-guidance="${question}"]`)).toBeHidden();

  // Kept: for everyone, after edits around it, and after a reload.
  await hint(one, "human error").click();
  await card(one).getByRole("button", { name: "Keep" }).click();
  for (const page of [one, two]) await expect(hint(page, "human error")).toBeHidden();
  await expect(text(one)).toBeFocused();
  await paragraph(two, "in the graphs").click();
  await two.keyboard.press("Home");
  await two.keyboard.type("Later on, ");
  await expect(paragraph(one, "Later on, ")).toBeVisible();
  await saved(two);
  for (const page of [one, two]) {
    await page.reload();
    await expect(hint(page, "engineer broke")).toBeVisible();
    await expect(hint(page, "human error")).toBeHidden();
  }
  await hint(two, "engineer broke").click();
  await card(two).getByRole("button", { name: "Keep" }).click();
  await expect(hint(one, "engineer broke")).toBeHidden();
  await two.getByRole("button", { name: "Undo", exact: true }).last().click();
  for (const page of [one, two]) await expect(hint(page, "engineer broke")).toBeVisible();

  // The checklist says how many, leads to the first, and says so when none is left.
  await one.getByRole("link", { name: /wordings leave a question open: in the text/ }).click();
  await expect(card(one, "evasive")).toBeVisible();
});

test("all of it by the keyboard alone, and the caret is where it was", async ({ person, enter }) => {
  const page = await enter(await person());
  const ref = await begin(page, "Hands on the keys");
  await open(page, ref);
  await writeAll(page);
  await page.keyboard.press("ArrowLeft");
  for (let at = 1; at <= SENTENCES.length; at++) {
    await page.keyboard.press("F8");
    await expect(card(page)).toHaveAccessibleName(new RegExp(`^6 hints; hint ${at === 1 ? "[16]" : "\\d"} of 6: `));
    await expect(card(page)).toHaveAccessibleDescription(/\w/);
  }
  await page.keyboard.press("Escape");
  await expect(text(page)).toBeFocused();
  await page.keyboard.type("X");
  await expect(paragraph(page, "on-call")).toContainText("the buildX.");
  await page.keyboard.press("Backspace");

  const goTo = async (kind: HintClass, key = "F8") => {
    for (let at = 0; at < 8; at++) {
      await page.keyboard.press(key);
      await expect(card(page)).toBeVisible();
      if (await card(page, kind).isVisible()) return;
    }
    throw new Error(`no hint of ${kind}`);
  };
  await goTo("hindsight", "Shift+F8");
  await page.keyboard.press("Enter");
  await expect(paragraph(page, "certificate")).toContainText("certificate. The cache was stale.");
  await expect(text(page)).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(paragraph(page, "certificate")).toHaveText(FIRST);

  await goTo("judgement");
  await page.keyboard.press("Tab");
  await expect(card(page).getByRole("button", { name: "Keep" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(hint(page, "human error")).toBeHidden();
  await expect(text(page)).toBeFocused();

  await goTo("single_cause");
  await page.keyboard.press("Tab");
  await expect(card(page).getByRole("button", { name: "Ask the question" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Nobody was told that it ends.");
  await expect(text(page).locator("p", { hasText: /^Nobody was told that it ends\.$/ })).toBeVisible();
  await expectAccessible(page);
});

test("nothing is said of a sentence while it is typed, nor of quotes and code, nor in other languages", async ({ person, enter }) => {
  const page = await enter(await person());
  const ref = await begin(page, "Half a sentence");
  await open(page, ref);
  await into(page, SUMMARY);
  await page.keyboard.type("Mistakes were made. We should have seen it and");
  await expect(hints(page)).toHaveText(["Mistakes were made"]);
  await page.keyboard.type(" then we did");
  await expect(hints(page)).toHaveText(["Mistakes were made"]);
  // The hands rest.
  await expect(hints(page)).toHaveText(["Mistakes were made", "should have seen"]);
  const places = () =>
    text(page)
      .locator("> *")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  const before = await places();
  await hint(page, "Mistakes").click();
  await expect(card(page)).toBeVisible();
  expect(await places()).toEqual(before);
  await page.keyboard.press("Escape");

  await into(page, IMPACT);
  await page.keyboard.type("/quote");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Mistakes were made, said the status page. ");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.type("Wir hätten das Zertifikat sofort erneuern sollen, und das Team war nachlässig. ");
  await page.keyboard.press("Enter");
  await page.keyboard.type("証明書の有効期限が切れていたため、サービスが停止しました。担当者は注意すべきでした。");
  await page.keyboard.press("Enter");
  await page.keyboard.type("הצוות היה צריך לראות את זה קודם. ");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Later on the human error was found. ");
  await expect(hint(page, "human error")).toBeVisible();
  await expect(hints(page)).toHaveText(["Mistakes were made", "should have seen", "human error"]);
});

test("what is published and what is exported has no hint and no question of one", async ({ person, enter }) => {
  const page = await enter(await person());
  const ref = await begin(page, "For everyone to read");
  await open(page, ref);
  await writeAll(page);
  await hint(page, "human error").click();
  const question = (await card(page).locator("p").nth(1).textContent())!;
  await card(page).getByRole("button", { name: "Ask the question" }).click();
  await expect(text(page).locator(`.guided[data-guidance="${question}"]`)).toBeVisible();
  await saved(page);
  expect((await page.request.post(`/api/v1/incidents/${ref}/postmortem/publish`, { data: { title: "For everyone to read" } })).status()).toBe(200);
  await page.goto(paths.postmortem(ref));
  await expect(page.getByText("The on-call engineer broke the build.")).toBeVisible();
  const gone = [question, 'class="hint', '"asks"'];
  const read = [await page.locator("article").first().innerHTML()];
  for (const format of ["html", "md", "json"]) {
    const file = await page.request.get(paths.exportOf(ref, format, 1));
    expect(file.status()).toBe(200);
    read.push(await file.text());
  }
  const version = await page.request.get(`/api/v1/incidents/${ref}/postmortem/versions/1`);
  expect(version.status()).toBe(200);
  read.push(JSON.stringify(((await version.json()) as { json: unknown }).json));
  for (const one of read) for (const words of gone) expect(one).not.toContain(words);
});
