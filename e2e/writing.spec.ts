import type { BrowserContext, Page } from "@playwright/test";
import { paths } from "../lib/paths";
import { begin, IMPACT, into, open, SUMMARY, saved, text } from "./draft";
import { expect, expectAccessible, test } from "./fixtures";

/** Writing a post-mortem together, with real keyboards: nothing is lost, nothing differs, and what does not belong there leaves no trace. */

interface Node {
  type: string;
  attrs?: Record<string, unknown>;
  content?: Node[];
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  text?: string;
}

async function stored(page: Page, ref: string): Promise<Node> {
  return ((await (await page.request.get(`/api/v1/incidents/${ref}/postmortem`)).json()) as { json: Node }).json;
}

const all = (node: Node, type: string): Node[] => [...(node.type === type ? [node] : []), ...(node.content ?? []).flatMap((child) => all(child, type))];
const words = (node: Node): string => node.text ?? (node.content ?? []).map(words).join("");
const paragraphsOf = (doc: Node) => all(doc, "paragraph").map(words);

/** Each paragraph as it stands on the page, without the carets of others. */
const paragraphsOn = (page: Page) =>
  text(page).evaluate((root) =>
    [...root.querySelectorAll("p")]
      .filter((paragraph) => !paragraph.closest(".live-block"))
      .map((paragraph) => {
        const copy = paragraph.cloneNode(true) as Element;
        for (const drawn of copy.querySelectorAll(".caret, .ProseMirror-separator, br")) drawn.remove();
        return copy.textContent ?? "";
      }),
  );

test("three who write in one paragraph and in one table at once read the same, letter for letter, and so does the server", async ({ person, enter, db }) => {
  const seconds = process.env.CANDOR_FAULTS === "1" ? 60 : 12;
  test.setTimeout(60_000 + seconds * 3000);
  const pages: Page[] = [await enter(await person()), await enter(await person()), await enter(await person())];
  const [first] = pages as [Page, Page, Page];
  const ref = await begin(first, "Many hands");
  await open(first, ref);
  await into(first, IMPACT);
  await first.keyboard.type("/table");
  await first.keyboard.press("Enter");
  await first.keyboard.type("Cell: ");
  await into(first, SUMMARY);
  await first.keyboard.type("Begin: ");
  await saved(first);
  for (const page of pages.slice(1)) await open(page, ref);

  const end = Date.now() + seconds * 1000;
  const written: string[][] = await Promise.all(
    pages.map(async (page, at) => {
      const mine: string[] = [];
      for (let n = 0; Date.now() < end; n++) {
        const inTable = n % 2 === 1;
        const into = inTable ? text(page).locator("th").first() : text(page).locator("> p").first();
        await into.click();
        // A click counts, though others write in that very moment.
        expect(await into.evaluate((there) => there.contains(document.getSelection()?.anchorNode ?? null))).toBe(true);
        // Into the middle of what the others write, not only behind it.
        await page.keyboard.press(n % 4 < 2 ? "End" : "Home");
        const word = `[${"abc"[at]}${n}]`;
        await page.keyboard.type(word, { delay: 8 });
        mine.push(word);
      }
      return mine;
    }),
  );
  for (const page of pages) await saved(page);
  const expected = paragraphsOf(await stored(first, ref));
  for (const page of pages) await expect.poll(() => paragraphsOn(page)).toEqual(expected);
  const whole = expected.join("\n");
  // Every letter that was typed is there: others' words may stand inside of one's own.
  const typed = written.flat().join("");
  for (const letter of "abc[]0123456789") expect([letter, whole.split(letter).length - 1]).toEqual([letter, typed.split(letter).length - 1]);

  const { rows } = await db.query<{ id: string }>(`select p.id from postmortem p join incident i on i.id = p."incidentId" where i.number = $1`, [ref.slice(4)]);
  const snapshot = async () => {
    const found = await db.query<{ json: Node; open: number }>(
      `select s.json, (select count(*)::int from document_update u where u."documentId" = s."documentId") as open from document_snapshot s where s."documentId" = $1`,
      [rows[0]!.id],
    );
    return found.rows[0]!.open === 0 ? paragraphsOf(found.rows[0]!.json) : null;
  };
  await expect.poll(snapshot, { timeout: 30_000 }).toEqual(expected);
  const { authors } = (await (await first.request.get(`/api/v1/incidents/${ref}/postmortem`)).json()) as { authors: unknown[] };
  expect(authors).toHaveLength(3);

  // And letter for letter as it is read and taken along.
  const passages = expected.filter((passage) => passage !== "");
  expect((await first.request.post(`/api/v1/incidents/${ref}/postmortem/publish`, { data: { title: "Many hands" } })).status()).toBe(200);
  const read = async (page: Page) =>
    expect((await page.locator("p, th, td").allTextContents()).map((words) => words.trim())).toEqual(expect.arrayContaining(passages));
  await first.goto(paths.postmortem(ref));
  await read(first);
  const taken = async (format: string) => (await first.request.get(paths.exportOf(ref, format, 1))).text();
  const file = await first.context().newPage();
  await file.setContent(await taken("html"));
  await read(file);
  const markdown = (await taken("md")).replaceAll("\\", "");
  for (const passage of passages) expect(markdown).toContain(passage);
  const json = JSON.parse(await taken("json")) as { json: Node };
  expect(paragraphsOf(json.json)).toEqual(expected);
});

test("everyone sees who is here and where they write, and undoes nothing but their own", async ({ person, enter }) => {
  const [ada, grace] = [await person("member", "Ada Byron"), await person("member", "Grace Hopper")];
  const [one, two] = [await enter(ada), await enter(grace)];
  const ref = await begin(one, "Two of us");
  await open(one, ref);
  // Who comes within the first moment counts as having been here before.
  await expect(one.locator('[role="status"][aria-busy="false"]')).toHaveCount(1);
  await open(two, ref);
  await into(one, SUMMARY);
  await one.keyboard.type("Hers. ");
  await expect(text(two).getByText("Hers.")).toBeVisible();
  await expect(text(two).locator(".caret-name")).toHaveText("Ada Byron");
  await expect(two.getByRole("button", { name: "Go to where Ada Byron writes" })).toBeVisible();
  await expect(two.getByRole("status").filter({ hasText: "Ada Byron joined." })).toHaveCount(0);
  await expect(one.getByRole("status").filter({ hasText: "Grace Hopper joined." })).toHaveCount(1);

  await text(two).getByText("Hers.").click();
  await two.keyboard.press("End");
  await two.keyboard.type("Theirs.");
  await expect(text(one).getByText("Hers. Theirs.")).toBeVisible();
  // Words that were typed slowly are more than one step.
  const until = (writer: Page, keys: string, reader: Page, words: string) =>
    expect(async () => {
      await writer.keyboard.press(keys);
      await expect.poll(() => paragraphsOn(reader), { timeout: 1500 }).toContain(words);
    }).toPass();
  await until(one, "Control+z", two, "Theirs.");
  await until(one, "Control+Shift+z", two, "Hers. Theirs.");
  await until(two, "Control+z", one, "Hers. ");
  await two.close();
  await expect(one.getByRole("status").filter({ hasText: "Grace Hopper left." })).toHaveCount(1);
});

test("what is offered while one types: parts of a page, people, times, incidents; and the keys lead out again", async ({ person, enter }) => {
  const ada = await person("member", "Zelda Quartz");
  const page = await enter(ada);
  const ref = await begin(page, "Offered", { startedAt: "2026-03-01T13:00:00.000Z" });
  await open(page, ref);
  await into(page, SUMMARY);
  await page.keyboard.type("/");
  const list = page.getByRole("listbox", { name: "Insert" });
  await expect(list).toBeVisible();
  await expect(text(page)).toHaveAttribute("aria-controls", (await list.getAttribute("id"))!);
  await expectAccessible(page);
  await page.keyboard.type("cau");
  await expect(list.getByRole("option")).toHaveText([/Caution/]);
  await page.keyboard.press("Enter");
  await page.keyboard.type("Still bites. @Zelda Qu");
  await page.getByRole("listbox", { name: "People" }).getByRole("option", { name: "Zelda Quartz" }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.type("at @2026-03-01 14:02 like #INC-");
  await page.getByRole("listbox", { name: "Incidents" }).waitFor();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox", { name: "Incidents" })).toBeHidden();
  await saved(page);
  const doc = await stored(page, ref);
  expect(all(doc, "callout")).toMatchObject([{ attrs: { kind: "caution" } }]);
  expect(all(doc, "mention")).toMatchObject([{ attrs: { kind: "person", label: "Zelda Quartz" } }]);
  expect(all(doc, "moment")).toMatchObject([{ attrs: { at: "2026-03-01T14:02:00.000Z" } }]);

  // In a list Tab indents; after Escape it leads out of the text.
  await page.keyboard.press("Control+Enter");
  await page.keyboard.type("- one");
  await page.keyboard.press("Enter");
  await page.keyboard.type("two");
  await page.keyboard.press("Tab");
  await saved(page);
  expect(all(await stored(page, ref), "bulletList")).toHaveLength(2);
  await expect(text(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+Tab");
  await expect(text(page)).not.toBeFocused();
  await expect(page.getByRole("toolbar", { name: "Formatting" }).locator(":focus")).toHaveCount(1);
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("button", { name: "Redo" })).toBeFocused();
});

async function paste(page: Page, data: Record<string, string>) {
  await text(page).evaluate((root, given) => {
    const clipboardData = new DataTransfer();
    for (const [type, value] of Object.entries(given)) clipboardData.setData(type, value);
    root.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, data);
}

const HOSTILE = `
<style>p { color: red }</style><script>window.hurt = 1</script><link rel=stylesheet href="https://evil.example/x.css"><base href="https://evil.example/">
<p class="evil" id="main" style="position:fixed;inset:0" onclick="window.hurt=1">Words that stay</p>
<p><a href="javascript:window.hurt=1">one</a> <a href="JaVa&#9;Script:window.hurt=1">two</a> <a href="data:text/html,<script>window.hurt=1</script>">three</a> <a href="https://good.example/">four</a></p>
<svg onload="window.hurt=1"><script>window.hurt=1</script><a xlink:href="javascript:window.hurt=1"><text>drawn</text></a></svg>
<math><mtext><img src=x onerror="window.hurt=1"></mtext></math><img src="https://evil.example/pixel.gif" onerror="window.hurt=1">
<iframe srcdoc="<script>parent.hurt=1</script>"></iframe><object data="javascript:window.hurt=1"></object><form action="https://evil.example/"><input name=q><button>Send</button></form>
<details open ontoggle="window.hurt=1">told</details><table background="javascript:window.hurt=1"><tr><td onmouseover="window.hurt=1">cell</td></tr></table>
<span data-kind="person" data-id="x" data-label="<img src=x onerror=window.hurt=1>">forged</span><math><style></math><img src onerror=window.hurt=1></style>
<noscript><p title="</noscript><img src=x onerror=window.hurt=1>"></noscript><template><script>window.hurt=1</script></template>`;

const GOOGLE = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr" style="line-height:1.38"><span style="font-size:20pt;font-weight:400">From Docs</span></h1>
<p dir="ltr"><span style="font-weight:700;font-style:normal">Bold</span><span style="font-weight:400"> and </span><span style="font-style:italic;font-weight:400">italic</span></p>
<ol><li dir="ltr" style="list-style-type:decimal" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400">first</span></p></li></ol>
<div dir="ltr"><table style="border:none"><colgroup><col width="100"></colgroup><tbody><tr style="height:0pt"><td style="border:solid"><p dir="ltr"><span style="font-weight:400">cell</span></p></td></tr></tbody></table></div></b>`;

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0} --></style></head><body><!--StartFragment-->
<h2><span lang=EN-US style='mso-fareast-font-family:"Times New Roman"'>From Word<o:p></o:p></span></h2>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><![endif]>point<o:p></o:p></p>
<p class=MsoNormal><b><i>Both</i></b><o:p></o:p></p><!--EndFragment--></body></html>`;

test("what is pasted comes as words with their meaning, and hostile HTML leaves no trace", async ({ person, enter }) => {
  const page = await enter(await person(), { quiet: true });
  const asked: string[] = [];
  page.on("request", (request) => request.url().includes("evil.example") && asked.push(request.url()));
  const ref = await begin(page, "Pasted");
  await open(page, ref);

  await into(page, SUMMARY);
  await paste(page, { "text/html": HOSTILE, "text/plain": "words" });
  await expect(text(page).getByText("Words that stay")).toBeVisible();
  await saved(page);
  const doc = await stored(page, ref);
  const trace = JSON.stringify(doc);
  for (const word of ["script", "onerror=", "onclick", "evil.example", "position:fixed", "svg", "drawn", "data:", "MsoNormal", "hurt=1)"]) {
    const outside = trace.replace(JSON.stringify("<img src=x onerror=window.hurt=1>").slice(1, -1), "");
    expect(outside, word).not.toContain(word);
  }
  expect(trace).toContain("https://good.example/");
  expect(await page.evaluate(() => (window as { hurt?: number }).hurt)).toBeUndefined();
  const odd = "script, style, svg, iframe, [onclick], [onerror], [style*=fixed], form";
  expect(await text(page).evaluate((root, what) => [...root.querySelectorAll(what)].filter((one) => !one.closest(".live-block")).length, odd)).toBe(0);

  await into(page, IMPACT);
  await paste(page, { "text/html": GOOGLE, "text/plain": "From Docs" });
  await into(page, "How did we come to know");
  await paste(page, { "text/html": WORD, "text/plain": "From Word" });
  await saved(page);
  const clean = await stored(page, ref);
  const heading = (said: string) => all(clean, "heading").find((node) => words(node) === said);
  expect(heading("From Docs")?.attrs).toMatchObject({ level: 2 });
  expect(heading("From Word")?.attrs).toMatchObject({ level: 2 });
  expect(JSON.stringify(clean)).toContain(`{"type":"text","text":"Bold","marks":[{"type":"bold"`);
  expect(JSON.stringify(clean)).toContain(`{"type":"text","text":"italic","marks":[{"type":"italic"`);
  expect(all(clean, "listItem").map(words)).toEqual(["first", "point"]);
  expect(all(clean, "tableCell").map(words)).toContain("cell");
  await page.reload();
  await expect(text(page).getByText("Words that stay")).toBeVisible();
  expect(asked).toEqual([]);
});

test("Markdown is read as such, text that only looks like it is not, and five megabytes are not swallowed", async ({ person, enter }) => {
  const page = await enter(await person());
  const ref = await begin(page, "Marked down");
  await open(page, ref);
  await into(page, SUMMARY);
  await paste(page, { "text/plain": "### Pasted heading\n\nIt was **not** the deploy.\n\n- [x] told\n- [ ] open\n\n| a | b |\n|---|---|\n| 1 | 2 |\n" });
  await expect(text(page).getByRole("heading", { name: "Pasted heading" })).toBeVisible();
  await expect(text(page).getByRole("checkbox")).toHaveCount(2);
  await expect(text(page).locator("th")).toHaveText(["a", "b"]);
  await into(page, IMPACT);
  await paste(page, { "text/plain": "replicas: 3\n# the pool\nlimits:\n  - cpu: 2" });
  await expect(text(page).getByText("# the pool")).toBeVisible();
  await saved(page);
  const before = JSON.stringify(await stored(page, ref));

  await paste(page, { "text/plain": "x".repeat(5_000_000) });
  await expect(page.getByText("5.0 million characters")).toBeVisible();
  await paste(page, { "text/plain": "ab ".repeat(40_000), "text/html": `<p>${"<i>a</i>".repeat(600_000)}</p>` });
  await expect(page.getByText("It was pasted as plain text")).toBeVisible();
  await page.keyboard.press("Control+z");
  await saved(page);
  expect(JSON.stringify(await stored(page, ref))).toBe(before);
});

const PIXEL = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

test("pictures are put in with what they show; what is no picture, or too large, says so and nothing is lost", async ({ person, enter }) => {
  const page = await enter(await person());
  const ref = await begin(page, "Pictured");
  await open(page, ref);
  await into(page, SUMMARY);
  await page.locator("input[type=file]").setInputFiles([
    { name: "graph.png", mimeType: "image/png", buffer: PIXEL },
    { name: "huge.png", mimeType: "image/png", buffer: Buffer.alloc(30_000_000) },
    { name: "notes.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF") },
  ]);
  await expect(page.getByText("“huge.png” has 30 MB; a picture may have 10.")).toBeVisible();
  await expect(page.getByText("“notes.pdf” is no picture")).toBeVisible();
  const alt = page.getByLabel("What the picture shows");
  await alt.fill("Errors a minute");
  await alt.press("Enter");
  await expect(text(page)).toBeFocused();
  await saved(page);
  const doc = await stored(page, ref);
  expect(all(doc, "picture")).toMatchObject([{ attrs: { alt: "Errors a minute", width: 1, height: 1 } }]);
  await page.reload();
  await expect(text(page).getByRole("img", { name: "Errors a minute" })).toHaveJSProperty("naturalWidth", 1);
});

test("a picture arrives where it was put, though others write above it meanwhile", async ({ person, enter }) => {
  const [one, two] = [await enter(await person()), await enter(await person())];
  const ref = await begin(one, "Pictured together");
  await Promise.all([open(one, ref), open(two, ref)]);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await one.route("**/attachments**", async (route) => {
    await held;
    await route.continue();
  });
  await into(one, IMPACT);
  await one.locator("input[type=file]").setInputFiles({ name: "graph.png", mimeType: "image/png", buffer: PIXEL });
  await expect(one.getByText("Uploading graph.png …")).toBeVisible();
  await into(two, SUMMARY);
  await two.keyboard.type("Checkout answered 502.");
  await expect(text(one)).toContainText("Checkout answered 502.");
  await expect(one.getByText("Uploading graph.png …")).toBeVisible();
  letGo();
  await expect(text(two).getByLabel("What the picture shows")).toBeVisible();
  await saved(one);
  const blocks = (await stored(one, ref)).content!;
  expect(blocks[blocks.findIndex(({ attrs }) => attrs?.section === "impact") + 1]?.type).toBe("picture");
});

async function kept(context: BrowserContext, page: Page, ref: string) {
  await expect
    .poll(() =>
      page.evaluate(async (path) => {
        const names = await caches.keys();
        const [pages, assets] = ["candor-pages-", "candor-assets-"].map((start) => names.find((name) => name.startsWith(start)));
        if (!pages || !assets || !(await (await caches.open(pages)).match(path, { ignoreVary: true }))) return false;
        const held = new Set((await (await caches.open(assets)).keys()).map(({ url }) => url));
        const needed = performance.getEntriesByType("resource").map(({ name }) => name.split("?", 1)[0]!);
        return needed.filter((name) => name.includes("/_next/static/")).every((name) => held.has(name));
      }, paths.draft(ref)),
    )
    .toBe(true);
  await context.setOffline(true);
}

test("without a network the page opens again with what was written, and joins what others wrote meanwhile", async ({ person, enter }) => {
  const [one, two] = [await enter(await person(), { quiet: true }), await enter(await person())];
  const ref = await begin(one, "In a tunnel");
  await open(one, ref);
  await into(one, SUMMARY);
  await one.keyboard.type("Before the tunnel. ");
  await saved(one);
  await kept(one.context(), one, ref);
  await expect(one.getByText("Not connected: kept in this browser")).toBeVisible();
  await one.keyboard.type("Inside it.");
  await one.reload();
  await expect(text(one).getByText("Before the tunnel. Inside it.")).toBeVisible();
  await text(one).getByText("Before the tunnel.").click();
  await one.keyboard.press("End");
  await one.keyboard.type(" After a reload.");

  await open(two, ref);
  await into(two, IMPACT);
  await two.keyboard.type("Outside of it.");
  await saved(two);
  await one.context().setOffline(false);
  await saved(one);
  for (const page of [one, two]) {
    await expect(text(page).getByText("Before the tunnel. Inside it. After a reload.")).toBeVisible();
    await expect(text(page).getByText("Outside of it.")).toBeVisible();
  }
  expect(paragraphsOf(await stored(two, ref)).filter((said) => said !== "")).toEqual(["Before the tunnel. Inside it. After a reload.", "Outside of it."]);
});

test("who loses access is told within a second, and takes along what had not been sent", async ({ person, enter }) => {
  const [lead, other] = [await enter(await person("admin")), await enter(await person(), { quiet: true })];
  const ref = await begin(lead, "Turns private");
  await open(other, ref);
  await into(other, SUMMARY);
  await other.keyboard.type("Theirs.");
  await saved(other);
  const at = Date.now();
  expect((await lead.request.patch(`/api/v1/incidents/${ref}`, { data: { visibility: "private" } })).ok()).toBe(true);
  await expect(other.getByRole("dialog", { name: "This incident is no longer open to you" })).toBeVisible();
  expect(Date.now() - at).toBeLessThan(3000);
  await expect(other.getByText("All that you wrote had reached the server.")).toBeVisible();
  await expectAccessible(other);
  await other.getByRole("button", { name: "Go to the incidents" }).click();
  await other.waitForURL((url) => url.pathname === "/incidents");
});

test("what was written without a network is offered for copying where access has ended meanwhile", async ({ person, enter }) => {
  const [lead, other] = [await enter(await person("admin")), await enter(await person(), { quiet: true })];
  const ref = await begin(lead, "Turns private in a tunnel");
  await open(other, ref);
  await into(other, SUMMARY);
  await other.keyboard.type("Stored. ");
  await saved(other);
  await other.context().setOffline(true);
  await expect(other.getByText("Not connected: kept in this browser")).toBeVisible();
  await other.keyboard.type("Not stored yet.");
  expect((await lead.request.patch(`/api/v1/incidents/${ref}`, { data: { visibility: "private" } })).ok()).toBe(true);
  await other.context().setOffline(false);
  await expect(other.getByRole("dialog", { name: "This incident is no longer open to you" })).toBeVisible();
  await expect(other.getByLabel("What was not sent")).toHaveValue("Not stored yet.");
  await expect(other.getByRole("button", { name: "Copy what you wrote" })).toBeVisible();
  expect(JSON.stringify(await stored(lead, ref))).not.toContain("Not stored yet.");
});

test("a viewer reads the draft while it is written, and writes nothing into it", async ({ person, enter }) => {
  const [writer, reader] = [await enter(await person()), await enter(await person("viewer"))];
  const ref = await begin(writer, "Watched");
  await open(writer, ref);
  await reader.goto(paths.draft(ref));
  await expect(reader.getByText("You may read it")).toBeVisible();
  await expect(reader.getByRole("toolbar", { name: "Formatting" })).toHaveCount(0);
  await into(writer, SUMMARY);
  await writer.keyboard.type("As it is written.");
  await expect(text(reader).getByText("As it is written.")).toBeVisible();
  await text(reader).getByText("As it is written.").click();
  await reader.keyboard.type("forged");
  await saved(writer);
  expect(JSON.stringify(await stored(writer, ref))).not.toContain("forged");
});

test("nothing moves when the editor takes the place of what the server drew, and a section has an address", async ({ person, enter }) => {
  const page = await enter(await person());
  const ref = await begin(page, "Stands still");
  await page.goto(paths.draft(ref, "what-was-hard"));
  await expect(text(page)).toBeVisible();
  await expect(page.getByRole("heading", { name: "What was hard" })).toBeInViewport();
  await expect(page.getByRole("navigation", { name: "Contents" }).getByRole("link", { name: "What was hard" })).toHaveAttribute("aria-current", "location");
  await page.getByRole("navigation", { name: "Contents" }).getByRole("link", { name: "Impact" }).click();
  await expect(page.getByRole("heading", { name: "Impact" })).toBeInViewport();
  await expect(text(page)).toBeFocused();
  await page.keyboard.type("!");
  await expect(page.getByRole("heading", { name: "Impact!" })).toBeVisible();

  const plain = await enter(await person(), { javaScriptEnabled: false });
  await plain.goto(paths.draft(ref));
  const tops = (root: Page, at: string) =>
    root.locator(at).evaluateAll((blocks) => blocks.map((block) => [block.tagName, Math.round(block.getBoundingClientRect().top + scrollY)]));
  await saved(page);
  await plain.reload();
  expect(await tops(plain, "[data-still] .prose-page > *")).toEqual(await tops(page, ".ProseMirror > *"));
});

for (const [name, look] of [
  ["light", { colorScheme: "light" as const }],
  ["dark", { colorScheme: "dark" as const }],
  ["on a phone", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
] as const) {
  test(`the page where one writes, ${name}`, async ({ person, enter }) => {
    const page = await enter(await person(), { ...look, reducedMotion: "reduce" });
    const none = (await (await page.request.post("/api/v1/incidents", { data: { title: "Not begun" } })).json()) as { ref: string };
    await page.goto(paths.draft(none.ref));
    await expect(page.getByRole("button", { name: "Begin the post-mortem" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Begin the post-mortem" }).click();
    await expect(text(page)).toBeVisible();
    await into(page, SUMMARY);
    for (const part of ["/table", "/code", "/learned", "/tasks"]) {
      await page.keyboard.type(part);
      await page.keyboard.press("Enter");
      // A table whose heads are empty is one that nobody can read.
      for (const word of part === "/table" ? ["one", "two"] : []) {
        await page.keyboard.type(word);
        await page.keyboard.press("Tab");
      }
      await page.keyboard.type("written");
      await page.keyboard.press("Control+Enter");
    }
    await saved(page);
    await expectAccessible(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    expect(await page.title()).toContain("Post-mortem of");
  });
}
