import type { Page } from "@playwright/test";
import { expect, expectAccessible, type TestPerson, test, unique } from "./fixtures";

/** The inbox: a call is answered from it, the rest leads to its place and goes when done, and another tab hears of it. */

async function post<T>(page: Page, path: string, data: object): Promise<T> {
  const answer = await page.request.post(`/api/v1${path}`, { data });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}
const declared = (page: Page, title: string) => post<{ ref: string }>(page, "/incidents", { title, severity: "SEV2" });
const mention = (page: Page, ref: string, person: TestPerson, words: string) =>
  post<{ id: string }>(page, `/incidents/${ref}/timeline`, { kind: "note", body: `@${person.name} ${words}` });
const waiting = (page: Page) => page.getByRole("navigation", { name: "Inbox" }).getByRole("link", { name: /Waiting/ });

test("a call comes by itself, and “I’m on it” leads into the room", async ({ person, enter }) => {
  const [ada, bo] = [await person(), await person("viewer")];
  const [caller, called] = [await enter(ada), await enter(bo)];
  const title = unique("Orders stop");
  await called.goto("/inbox");
  await expect(called.getByRole("heading", { name: "Nothing waits for you" })).toBeVisible();
  const { ref } = await declared(caller, title);
  await post(caller, `/incidents/${ref}/calls`, { personIds: [bo.id], message: "Who may drain the queue?" });

  const card = called.getByRole("article", { name: `${ada.name} asks for your help` });
  await expect(card).toContainText("Who may drain the queue?");
  await expect(card).toContainText("Nobody is on it yet");
  await expectAccessible(called);
  await card.getByRole("button", { name: "I’m on it" }).click();
  await called.waitForURL(new RegExp(`/incidents/${ref}#call-`));
  await expect(called.getByRole("region", { name: "Help called" })).toContainText("on it");
  await called.goto("/inbox");
  await expect(called.getByRole("heading", { name: "Nothing waits for you" })).toBeVisible();
});

test("with the keyboard: walk, tick off, undo; the other tab follows", async ({ person, enter }) => {
  const [ada, bo] = [await person(), await person()];
  const [writer, page] = [await enter(ada), await enter(bo)];
  const other = await page.context().newPage();
  const { ref } = await declared(writer, unique("Search is empty"));
  for (const words of ["one", "two", "three"]) await mention(writer, ref, bo, words);
  await page.goto("/inbox");
  await other.goto("/inbox");
  await expect(waiting(other)).toContainText("3");
  const row = (words: string) => page.getByRole("listitem").filter({ hasText: `@${bo.name} ${words}` });

  await expect(async () => {
    await page.keyboard.press("j");
    await expect(row("three").getByRole("link")).toBeFocused({ timeout: 1000 });
  }).toPass();
  await page.keyboard.press("j");
  await expect(row("two").getByRole("link")).toBeFocused();
  await page.keyboard.press("e");
  await expect(row("two")).toHaveCount(0);
  await expect(row("one").getByRole("link")).toBeFocused();
  await expect(waiting(other)).toContainText("2");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row("two")).toBeVisible();
  await expect(waiting(other)).toContainText("3");
});

test("a mention leads to its entry and is done; on a phone too", async ({ person, enter }) => {
  const [ada, bo] = [await person(), await person()];
  const [writer, page] = [await enter(ada), await enter(bo, { viewport: { width: 390, height: 844 } })];
  const { ref } = await declared(writer, unique("Labels print twice"));
  const { id } = await mention(writer, ref, bo, "since when?");
  await page.goto("/inbox");
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await page.getByRole("link", { name: new RegExp(`${ada.name} mentioned you`) }).click();
  await page.waitForURL(new RegExp(`/incidents/${ref}#entry-${id}`));
  await expect(page.locator(`#entry-${id}`)).toBeInViewport();
  await page.goto("/inbox?view=done");
  await expect(page.getByRole("link", { name: new RegExp(`${ada.name} mentioned you`) })).toBeVisible();
  await page.getByRole("button", { name: "Put back" }).click();
  await expect(waiting(page)).toContainText("1");
});
