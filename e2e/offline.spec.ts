import type { Page } from "@playwright/test";
import { paths } from "../lib/paths";
import { expect, type TestPerson, test } from "./fixtures";

/** A network that is cut, a tab that is closed, a session that ends: what was typed is neither lost nor sent twice. */

const box = (page: Page) => page.getByLabel("Add to the timeline");
const row = (page: Page, words: string) => page.getByRole("list", { name: "Timeline" }).getByText(words, { exact: true });

async function declare(page: Page, title: string): Promise<string> {
  const answer = await page.request.post("/api/v1/incidents", { data: { title } });
  return ((await answer.json()) as { ref: string }).ref;
}

interface Arrived {
  id: string;
  body: string;
  occurredAt: string;
}
async function arrived(page: Page, ref: string): Promise<Arrived[]> {
  const answer = await page.request.get(`/api/v1/incidents/${ref}/timeline?kind=note&limit=100`);
  return ((await answer.json()) as { items: Arrived[] }).items;
}
const bodies = async (page: Page, ref: string) => (await arrived(page, ref)).map(({ body }) => body);

async function write(page: Page, words: string): Promise<number> {
  await box(page).fill(words);
  const at = Date.now();
  await box(page).press("Enter");
  await expect(row(page, words)).toBeVisible();
  return at;
}

/** The room stands open, and the browser has kept what it needs to show it again by itself. */
async function openRoom(page: Page, ref: string) {
  await page.goto(paths.incident(ref));
  await expect(box(page)).toBeVisible();
  // Not waitForFunction: it takes the promise of an answer for a yes.
  await expect.poll(() => page.evaluate(isKept, paths.incident(ref))).toBe(true);
}

async function isKept(path: string): Promise<boolean> {
  const names = await caches.keys();
  const pages = names.find((name) => name.startsWith("candor-pages-"));
  const assets = names.find((name) => name.startsWith("candor-assets-"));
  if (!pages || !assets || !(await (await caches.open(pages)).match(path, { ignoreVary: true }))) return false;
  const kept = new Set((await (await caches.open(assets)).keys()).map(({ url }) => url));
  const needed = performance.getEntriesByType("resource").map(({ name }) => name.split("?", 1)[0]!);
  return needed.filter((name) => name.includes("/_next/static/")).every((name) => kept.has(name));
}

test("three entries written without a network stand once, in order, at the times at which they were typed", async ({ person, enter }) => {
  const page = await enter(await person(), { quiet: true });
  const ref = await declare(page, "Cut off");
  await openRoom(page, ref);
  await write(page, "Before the cut");
  await expect.poll(() => bodies(page, ref)).toEqual(["Before the cut"]);

  const context = page.context();
  await context.setOffline(true);
  const typed = [await write(page, "First in the dark"), await write(page, "Second in the dark")];
  await page.reload();
  for (const words of ["Before the cut", "First in the dark", "Second in the dark"]) await expect(row(page, words)).toBeVisible();
  await expect(page.getByText("No connection")).toBeVisible();
  typed.push(await write(page, "Third in the dark"));
  await page.close();

  const again = await context.newPage();
  await again.goto(paths.incident(ref));
  for (const words of ["Before the cut", "First in the dark", "Second in the dark", "Third in the dark"]) await expect(row(again, words)).toHaveCount(1);
  await expect(box(again)).toHaveValue("");

  await context.setOffline(false);
  const expected = ["Before the cut", "First in the dark", "Second in the dark", "Third in the dark"];
  await expect.poll(() => bodies(again, ref), { timeout: 5000 }).toEqual(expected);
  const entries = await arrived(again, ref);
  for (const [at, entry] of entries.slice(1).entries()) expect(Math.abs(Date.parse(entry.occurredAt) - typed[at]!)).toBeLessThan(1500);
  await expect(again.getByText("No connection")).toBeHidden();
  for (const words of expected) await expect(row(again, words)).toHaveCount(1);
  await again.reload();
  for (const words of expected) await expect(row(again, words)).toHaveCount(1);
  expect(await bodies(again, ref)).toEqual(expected);
});

test("two tabs that write without a network send each entry once, in the order in which they were typed", async ({ person, enter }) => {
  const one = await enter(await person(), { quiet: true });
  const ref = await declare(one, "Two tabs");
  await openRoom(one, ref);
  const two = await one.context().newPage();
  await openRoom(two, ref);
  await one.context().setOffline(true);
  await one.bringToFront();
  await write(one, "One");
  await two.bringToFront();
  await write(two, "Two");
  await expect(row(two, "One")).toBeVisible();
  await one.bringToFront();
  await write(one, "Three");
  await one.context().setOffline(false);
  await expect.poll(() => bodies(one, ref), { timeout: 5000 }).toEqual(["One", "Two", "Three"]);
  for (const page of [one, two]) for (const words of ["One", "Two", "Three"]) await expect(row(page, words)).toHaveCount(1);
});

const endSessions = (db: { query(sql: string, values: unknown[]): Promise<unknown> }, { id }: TestPerson) =>
  db.query(`update session set "endedAt" = now() where "personId" = $1`, [id]);

test("a session that ends leads to signing in, and half a sentence stands there afterwards", async ({ person, enter, db }) => {
  const ada = await person();
  const page = await enter(ada, { quiet: true });
  const ref = await declare(page, "Signed out");
  await openRoom(page, ref);
  await box(page).fill("Half a sent");
  await endSessions(db, ada);
  // Unheard by the process: its own look at the sessions finds it.
  await page.waitForURL((url) => url.pathname === "/sign-in", { timeout: 30_000 });
  expect(await page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("candor-pages-")))).toEqual([]);
  await db.query(`update session set "endedAt" = null where "personId" = $1`, [ada.id]);
  await page.goto(paths.incident(ref));
  await expect(box(page)).toHaveValue("Half a sent");
});

test("what the server refuses stays with its reason, and does not hold up the rest", async ({ person, enter }) => {
  const page = await enter(await person(), { quiet: true });
  const [ref, into] = [await declare(page, "Merged meanwhile"), await declare(page, "The other room")];
  await openRoom(page, ref);
  await page.context().setOffline(true);
  await box(page).fill("/status identified We know what it is");
  await box(page).press("Enter");
  await expect(row(page, "We know what it is")).toBeVisible();
  await write(page, "And this is true all the same");
  expect((await page.request.post(`/api/v1/incidents/${ref}/merge`, { data: { into } })).ok()).toBe(true);
  await page.context().setOffline(false);
  await expect.poll(() => bodies(page, ref), { timeout: 5000 }).toEqual(["And this is true all the same"]);
  await expect(page.getByText("It was merged into another incident")).toBeVisible();
  await page.reload();
  await expect(row(page, "We know what it is")).toBeVisible();
});
