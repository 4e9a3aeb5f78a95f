import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test, type TestPerson, unique } from "./fixtures";

/** A published post-mortem is read, printed, found, compared and taken along; what is not published, or not to be seen, is not read. */

const BLOCKS = ["figures", "changes", "timeline", "ruled_out", "factors", "nets", "actions"].map((kind) => `<!-- candor: ${kind} -->`);
const textOf = (summary: string) =>
  [
    "## Summary",
    summary,
    ...BLOCKS,
    "## Where we got lucky",
    "It was **noon**, and _not_ midnight: see [the status page](https://status.example/x).",
    "- [x] told everyone\n- [ ] told the vendor",
    "~~~ts\nconst retries = 3;\n~~~",
    "| net | caught |\n| --- | --- |\n| unit | no |",
    "> **Learned**\n>\n> A pool is shared.",
    "## What we learned",
    "One in three is not few.",
  ].join("\n\n");

async function send(page: Page, path: string, data: object) {
  const answer = await page.request.post(`/api/v1${path}`, { data, headers: { origin: new URL(page.url()).origin } });
  expect(answer.ok(), `${path} ${answer.status()} ${await answer.text()}`).toBe(true);
  return (await answer.json()) as { ref: string };
}

async function published(page: Page, summary: string, more: { title?: string; visibility?: string } = {}): Promise<string> {
  await page.goto("/");
  const { ref } = await send(page, "/incidents", {
    title: more.title ?? "Checkout answers 502",
    severity: "SEV2",
    visibility: more.visibility ?? "organisation",
  });
  await send(page, `/incidents/${ref}/timeline`, { kind: "evidence", body: "Every slot waits on a retry of the same call" });
  await send(page, `/incidents/${ref}/action-items`, { title: "Bound every retry", finishTest: "a load test shows three" });
  await send(page, `/incidents/${ref}/status`, { status: "resolved", message: "Errors are gone" });
  await send(page, `/incidents/${ref}/postmortem`, { markdown: textOf(summary) });
  await send(page, `/incidents/${ref}/postmortem/publish`, { title: more.title ?? "What a retry does", zone: "Europe/Berlin" });
  return ref;
}

const quiet = (person: TestPerson, enter: (person: TestPerson, look?: object) => Promise<Page>) => enter(person, { javaScriptEnabled: false });

test("it is whole without a script: text, live blocks, contents; and good on paper", async ({ person, enter }) => {
  const ada = await person("member", unique("Ada"));
  const word = unique("zebra").replace(" ", "");
  const ref = await published(await enter(ada), `The pool of ${word} was full.`, { title: `A pool of ${word}` });

  const page = await quiet(ada, enter);
  await page.goto(`/postmortems/${ref}`);
  await expect(page.getByRole("heading", { level: 1, name: `A pool of ${word}` })).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(`A pool of ${word} \\(${ref}\\)`));
  await expect(page.getByText(`${ref}, version 1`)).toBeVisible();
  await expect(page.getByText("times in Europe/Berlin").first()).toBeVisible();
  await expect(page.getByText(`The pool of ${word} was full.`)).toBeVisible();
  await expect(page.locator("strong").filter({ hasText: "noon" })).toBeVisible();
  await expect(page.getByText("Bound every retry").first()).toBeVisible();
  await expect(page.getByText("Resolved").first()).toBeVisible();
  await expect(page.locator("[data-code] .hljs-keyword")).toHaveText("const");
  const contents = page.getByRole("navigation", { name: "Contents", exact: true });
  await expect(contents.getByRole("link")).toHaveText(["Summary", "Where we got lucky", "What we learned"]);
  await contents.getByRole("link", { name: "What we learned" }).click();
  await expect(page).toHaveURL(/#what-we-learned$/);
  await expect(page.getByRole("heading", { name: "What we learned" })).toBeInViewport();

  await page.emulateMedia({ media: "print" });
  await expect(contents).toBeHidden();
  await expect(page.getByRole("link", { name: "Edit the draft" })).toBeHidden();
  await expect(page.getByText("One in three is not few.")).toBeVisible();
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  expect(pdf.subarray(0, 4).toString()).toBe("%PDF");
  expect(pdf.byteLength).toBeGreaterThan(20_000);
});

test("the library and the search lead to the very section", async ({ person, enter }) => {
  const [ada, ben] = [await person("member", unique("Ada")), await person("viewer")];
  const word = unique("quokka").replace(" ", "");
  const ref = await published(await enter(ada), `The pool of ${word} was full.`);
  const page = await enter(ben);
  await page.goto("/postmortems");
  await page.getByRole("searchbox", { name: "Search every post-mortem" }).fill(`${word} pool`);
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 post-mortem", { exact: true })).toBeVisible();
  const row = page.getByRole("list", { name: "Post-mortems" }).getByRole("listitem");
  await expect(row.locator("mark")).toContainText([word]);
  await expectAccessible(page);
  await row.getByRole("link", { name: "Summary" }).click();
  await expect(page).toHaveURL(new RegExp(`/postmortems/${ref}#summary$`));
  await expect(page.getByText(`The pool of ${word} was full.`)).toBeInViewport();

  await page.goto(`/incidents?q=${word}`);
  await page.getByRole("link", { name: /Post-mortem, Summary/ }).click();
  await expect(page).toHaveURL(new RegExp(`/postmortems/${ref}#summary$`));

  await page.goto("/");
  await page.keyboard.press("g");
  await page.keyboard.press("p");
  await expect(page).toHaveURL(/\/postmortems$/);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Find anything" }).fill(word);
  await page.getByRole("group", { name: "In post-mortems" }).getByRole("option").first().click();
  await expect(page).toHaveURL(new RegExp(`/postmortems/${ref}#summary$`));
});

test("versions are compared, and each can still be read", async ({ person, enter }) => {
  const ada = await person("member", unique("Ada"));
  const page = await enter(ada);
  const ref = await published(page, "The pool of twenty was full.");
  await page.goto(`/postmortems/${ref}/compare`);
  await expect(page.getByText("Nothing differs.")).toBeVisible();
  await send(page, `/incidents/${ref}/postmortem/publish`, { title: "What a retry does to a pool", note: "A better title" });

  await page.goto(`/postmortems/${ref}`);
  await expect(page.getByText(`${ref}, version 2`)).toBeVisible();
  await page.getByRole("link", { name: "what changed in version 2" }).click();
  await expect(page.locator("h1 ins")).toContainText("to a pool");
  await expectAccessible(page);
  await page.goto(`/postmortems/${ref}?version=1`);
  await expect(page.getByRole("heading", { level: 1, name: "What a retry does", exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Version 2", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "What a retry does to a pool" })).toBeVisible();

  await page.goto(`/postmortems/${ref}/compare?from=1&to=9`);
  await expect(page.getByText("There is no version 9 of this post-mortem.")).toBeVisible();
  await page.goto(`/postmortems/${ref}?version=9`);
  await expect(page.getByText("There is no such version")).toBeVisible();
});

test("it is taken along as one file that needs nothing else", async ({ person, enter, browser }, info) => {
  const ada = await person("member", unique("Ada"));
  const page = await enter(ada);
  const ref = await published(page, "The pool of twenty was full.");
  await page.goto(`/postmortems/${ref}`);
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "one HTML file" }).click();
  const file = info.outputPath("export.html");
  const download = await coming;
  expect(download.suggestedFilename()).toBe(`${ref}-postmortem-v1.html`);
  await download.saveAs(file);

  const elsewhere = await (await browser.newContext()).newPage();
  const asked: string[] = [];
  elsewhere.on("request", (request) => asked.push(request.url()));
  await elsewhere.goto(`file://${file}`);
  await expect(elsewhere.getByRole("heading", { level: 1, name: "What a retry does" })).toBeVisible();
  await expect(elsewhere.getByText("Bound every retry")).toBeVisible();
  await expect(elsewhere.getByText("Errors are gone")).toBeVisible();
  expect(asked).toEqual([`file://${file}`]);
  await expectAccessible(elsewhere);
  await elsewhere.context().close();

  const md = await page.request.get(`/api/v1/incidents/${ref}/postmortem/export?format=md&version=1`);
  expect(md.headers()["content-disposition"]).toContain(`${ref}-postmortem-v1.md`);
  expect(await md.text()).toMatch(/^---\ntitle: "What a retry does"\n[\s\S]*## Summary\n\nThe pool of twenty was full\.[\s\S]*Bound every retry/);
  expect((await readFile(file, "utf8")).includes("<script")).toBe(false);
});

test("what is not published leads to its draft; what one may not see is not there", async ({ person, enter }) => {
  const [ada, ben] = [await person("member", unique("Ada")), await person("member")];
  const page = await enter(ada);
  const secret = unique("wombat").replace(" ", "");
  const hidden = await published(page, secret, { visibility: "private" });
  const { ref } = await send(page, "/incidents", { title: "Login is slow" });
  const other = await enter(ben, { quiet: true });
  await other.goto(`/postmortems/${ref}`);
  await expect(other.getByRole("heading", { name: "Not published yet" })).toBeVisible();
  await expect(other.getByRole("link", { name: "Begin it" })).toHaveAttribute("href", `/incidents/${ref}/postmortem`);
  for (const path of [`/postmortems/${hidden}`, `/postmortems/${hidden}/compare?from=1`, "/postmortems/INC-999999"]) {
    const answer = await other.goto(path);
    expect(answer!.status()).toBe(404);
    await expect(other.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
    expect(await other.content()).not.toContain(secret);
  }
  await other.goto(`/postmortems?q=${secret}`);
  await expect(other.getByText("None that you can see says that")).toBeVisible();
  await page.goto(`/postmortems?q=${secret}`);
  await expect(page.getByText("1 post-mortem", { exact: true })).toBeVisible();
});

for (const [name, look] of [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["on a phone", { viewport: { width: 390, height: 844 } }],
] as const)
  test(`every screen of reading is accessible and fits, ${name}`, async ({ person, enter }) => {
    const ada = await person("member", unique("Ada"));
    const page = await enter(ada, look);
    const ref = await published(page, "The pool of twenty was full.");
    await send(page, `/incidents/${ref}/postmortem/publish`, { title: "What a retry does to a pool" });
    for (const path of [
      `/postmortems/${ref}`,
      `/postmortems/${ref}/compare?from=1&to=2`,
      "/postmortems",
      "/postmortems?q=pool&group=code",
      "/postmortems/INC-1",
    ]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(page.viewportSize()!.width);
    }
  });
