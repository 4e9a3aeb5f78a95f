import type { Page } from "@playwright/test";
import { expect, expectAccessible, test, unique } from "./fixtures";

/** As a script with a token would, in the browser's session. */
const send = (page: Page, method: string, path: string, body: unknown) =>
  page.evaluate(
    async ([how, where, what]) => {
      const response = await fetch(`/api/v1${where}`, { method: how as string, headers: { "content-type": "application/json" }, body: JSON.stringify(what) });
      return response.json();
    },
    [method, path, body] as const,
  ) as Promise<{ id: string; ref: string }>;

test("what follows: made, lived, given, done; still exposed while typing; did it hold, asked once", async ({ person, enter, db }) => {
  const [ada, bo] = [await person(), await person()];
  const [page, other] = [await enter(ada, { quiet: true }), await enter(bo)];
  const word = unique("flamingo").replaceAll(" ", "");
  await page.goto("/");
  const service = await send(page, "POST", "/services", { name: unique("Pools") });
  const past = await send(page, "POST", "/incidents", { title: `${word} pool is full`, serviceIds: [service.id] });
  const factor = await send(page, "POST", `/incidents/${past.ref}/factors`, { tag: "no alert or late", why: "Nobody was told" });

  // Its console tells of the day that is refused. Made from a factor, with what suits it; a second browser sees it.
  await other.goto(`/incidents/${past.ref}/actions`);
  await expect(other.getByText("Nothing follows yet")).toBeVisible();
  await page.goto(`/incidents/${past.ref}/actions?new=1&factor=${factor.id}`);
  await expect(page.getByLabel(/What will be different/)).toHaveValue("Nobody was told");
  await page.getByLabel(/What will be different/).fill("The pool alerts at 80 %");
  await page.getByLabel(/How one sees/).fill("It fires in a drill");
  await page.getByLabel("Due on").fill("2020-01-01");
  await page.getByRole("button", { name: "Add the action item" }).click();
  await expect(page.getByText("↑This day has passed")).toBeVisible();
  await expect(page.getByLabel(/What will be different/)).toHaveValue("The pool alerts at 80 %");
  await page.getByLabel("Due on").fill("2099-01-02");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add the action item" }).click();
  await expect(page.getByRole("link", { name: "The pool alerts at 80 %" })).toBeVisible();
  await expect(other.getByRole("link", { name: "The pool alerts at 80 %" })).toBeVisible();
  // Where the button was a row may lie now, with its tip.
  await page.mouse.move(0, 0);
  await expectAccessible(page);

  // Given to somebody else, who finds it in their inbox and among theirs.
  await page.getByRole("button", { name: /Owner/ }).click();
  await page.getByRole("dialog").getByLabel("Owner").fill(bo.name);
  await page.getByRole("option", { name: bo.name }).click();
  await page.getByRole("button", { name: "Give it" }).click();
  await expect(page.getByRole("button", { name: `Owner: ${bo.name}` })).toBeVisible();
  await other.goto("/inbox");
  await expect(other.getByText(/asks you to look after ACT-/)).toBeVisible();
  await other.goto("/actions");
  await expect(other.getByRole("link", { name: "The pool alerts at 80 %" })).toBeVisible();
  await expectAccessible(other);
  await other.keyboard.press("j");
  await other.keyboard.press("x");
  await expect(other.getByText("1 chosen").last()).toBeVisible();
  await other.keyboard.press("u");
  await other.getByRole("dialog").getByLabel("Due on").fill("2098-05-06");
  await other.getByRole("button", { name: "Set the date" }).click();
  await expect(other.getByText("Due on 2098-05-06")).toBeVisible();
  await other.getByRole("button", { name: "Undo" }).click();
  await expect
    .poll(async () => (await db.query(`select "dueOn"::text as day from action_item where "incidentId" = $1`, [past.id])).rows[0].day)
    .toBe("2099-01-02");

  // What someone else changes is there when one looks again.
  const { id } = (await db.query(`select id from action_item where "incidentId" = $1`, [past.id])).rows[0];
  await send(page, "PATCH", `/action-items/${id}`, { finishTest: "It fired in a drill", title: "The pool alerts at 70 %" });
  await expect
    .poll(async () => {
      await other.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
      return other.getByRole("link", { name: "The pool alerts at 70 %" }).count();
    })
    .toBe(1);
  await send(page, "PATCH", `/action-items/${id}`, { title: "The pool alerts at 80 %" });

  // Still exposed, while a title of the same service is typed.
  await page.goto("/incidents/new");
  await page
    .getByRole("textbox", { name: /happening|title/i })
    .first()
    .fill(`${word} again`);
  await expect(page.getByRole("heading", { name: "Still exposed" })).toBeVisible();
  await expect(page.getByRole("link", { name: /The pool alerts at 80 %/ })).toBeVisible();
  await expectAccessible(page);
  const next = await send(page, "POST", "/incidents", { title: `${word} again`, serviceIds: [service.id] });
  await page.goto(`/incidents/${next.ref}`);
  await expect(page.getByRole("region", { name: "Still exposed" })).toContainText("The pool alerts at 80 %");

  // Done on its own page; then the like incident is over, and asks once.
  await other.goto("/actions");
  await other.getByRole("link", { name: "The pool alerts at 80 %" }).click();
  await other.waitForURL(/ACT-/);
  await other.getByRole("button", { name: "Open", exact: true }).click();
  await other.getByRole("menuitemradio", { name: "Done" }).click();
  await expect(other.getByRole("heading", { name: /^Done on/ })).toBeVisible();
  await expectAccessible(other);
  await send(page, "POST", `/incidents/${next.ref}/status`, { status: "resolved" });
  await page.goto(`/incidents/${next.ref}`);
  const asks = page.getByRole("region", { name: "Did it hold?" });
  await asks.getByRole("button", { name: "It held" }).click({ timeout: 15_000 });
  await expect(asks.getByRole("button", { name: "It held" })).toHaveAttribute("aria-pressed", "true");
  await expectAccessible(page);
  await page.goto(`/incidents/${next.ref}/actions#held`);
  await expect(page.getByRole("heading", { name: "Did it hold?" })).toBeVisible({ timeout: 15_000 });
  await page.getByRole("button", { name: "It fired" }).click();
  await page.getByLabel(/More about ACT-/).fill("After two minutes");
  await page.getByLabel(/More about ACT-/).press("Enter");
  await expectAccessible(page);
  await other.reload();
  await expect(other.getByText("It fired: After two minutes")).toBeVisible();
  await send(page, "POST", `/incidents/${next.ref}/status`, { status: "investigating" });
  await send(page, "POST", `/incidents/${next.ref}/status`, { status: "resolved" });
  // The question is put by a job that stood with the second end: when none of its kind waits any more, it was not asked again.
  const waiting = `select count(*)::int as n from pgboss.job where name = 'held.ask' and data->>'incidentId' = $1 and state in ('created', 'retry', 'active')`;
  await expect.poll(async () => (await db.query(waiting, [next.id])).rows[0].n, { timeout: 15_000 }).toBe(0);
  const asked = await db.query(`select count(*)::int as n from action_item_held where "incidentId" = $1`, [next.id]);
  expect(asked.rows[0].n).toBe(1);

  // Narrow screens and the dark.
  for (const path of ["/actions?view=all", `/incidents/${next.ref}/actions`, "/"]) {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectAccessible(page);
  }
});
