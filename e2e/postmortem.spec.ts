import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { paths } from "../lib/paths";
import { into, saved, text } from "./draft";
import { expect, expectAccessible, test, unique } from "./fixtures";
import { GOSSIP_DIFF, LINES, PHRASE, STARTED, TITLE } from "./retold";

/** The retold incident ends as a published post-mortem: two people write it, its rows stand in it, and years later it is found by a word. */

/** Ends when the other one has it too: what comes in above moves the place that they are about to click. */
async function write(page: Page, other: Page, question: string, ...paragraphs: string[]) {
  await into(page, question);
  for (const [at, words] of paragraphs.entries()) {
    if (at > 0) await page.keyboard.press("Enter");
    await page.keyboard.insertText(words);
  }
  for (const each of [page, other]) await expect(text(each)).toContainText(paragraphs.at(-1)!);
}

test("an incident that was re-enacted is written up by two, published with every live block, and found by a word of it", async ({ person, enter, browser }) => {
  test.setTimeout(240_000);
  const [ana, bo] = [await person("member", unique("Ana Ruiz")), await person("member", unique("Bo Lindgren"))];
  const [a, b] = [await enter(ana), await enter(bo)];
  await a.goto("/");
  const send = async <T>(method: "post" | "patch" | "put", path: string, data: object): Promise<T> => {
    const answer = await a.request[method](`/api/v1${path}`, { data, headers: { origin: new URL(a.url()).origin } });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
    return (await answer.json()) as T;
  };
  const word = unique("ringfence").replace(" ", "");
  const service = await send<{ id: string }>("post", "/services", { name: unique("Object store") });
  const day = (clock: string) => `2008-07-20T${clock}:00Z`;
  const { ref } = await send<{ ref: string }>("post", "/incidents", {
    title: `${TITLE} (${unique("ring")})`,
    severity: "SEV1",
    serviceIds: [service.id],
    startedAt: day(STARTED),
  });

  await test.step("what the room knew by the end of that night", async () => {
    const said = (line: string) => /^\/at 2008-07-20 (\S+) (?:\/(\S+) )?(.*)$/.exec(line)!.slice(1) as [string, string | undefined, string];
    for (const line of [LINES.impact, LINES.evidence, LINES.decision]) {
      const [clock, kind, body] = said(line);
      await send("post", `/incidents/${ref}/timeline`, { kind, body, occurredAt: day(clock), starred: true, sourceUrl: "https://status.example.com/20080720" });
    }
    const [clock, , body] = said(LINES.hunch);
    await send("post", `/incidents/${ref}/timeline`, {
      kind: "hypothesis",
      body,
      occurredAt: day(clock),
      data: { state: "ruled_out", because: LINES.ruledOut },
    });
    await send("post", `/incidents/${ref}/status`, { status: "identified", occurredAt: day("16:45"), message: "Gossip feeds on itself" });
    await send("post", `/incidents/${ref}/status`, {
      status: "mitigated",
      occurredAt: day("22:30"),
      mitigation: "restart",
      message: "Europe is back, America follows",
    });
    await send("post", `/incidents/${ref}/status`, { status: "resolved", occurredAt: day("23:58"), message: "Both regions answer as they always did" });
    await send("post", `/incidents/${ref}/changes`, {
      kind: "deploy",
      summary: "Gossip without a digest and without a limit",
      serviceId: service.id,
      occurredAt: day("09:30"),
      verdict: "contributed",
      why: "A message with a turned bit was believed",
      diff: GOSSIP_DIFF,
    });
    const first = await send<{ id: string }>("post", `/incidents/${ref}/factors`, {
      tag: "unhandled edge case",
      role: "triggered",
      why: "Nothing checked a message on the way",
    });
    await send("post", `/incidents/${ref}/factors`, {
      tag: "no alert or late",
      role: "delayed_detection",
      why: "Nobody was told how long a round takes",
      combinesWith: [first.id],
    });
    await send("put", `/incidents/${ref}/safety-nets/unit`, { wouldHaveCaught: "yes", existed: false });
    await send("post", `/incidents/${ref}/action-items`, {
      title: "Alert on the time that a round takes",
      type: "detect",
      priority: "P1",
      ownerId: bo.id,
      dueOn: "2099-03-01",
      finishTest: "It fires in a drill when a round takes 2 s",
    });
  });

  await test.step("two write it at once", async () => {
    await a.goto(paths.draft(ref));
    await a.getByRole("button", { name: "Begin the post-mortem" }).click();
    await saved(a);
    await b.goto(paths.draft(ref));
    await saved(b);
    await write(
      a,
      b,
      "Three sentences",
      `For eight hours the object store refused almost every request. Its servers were busy with each other: ${word} is how we call it now.`,
    );
    await write(b, a, "Who was hurt", "Everyone who kept pictures, backups or pages with us, in both regions.");
    await write(
      a,
      b,
      "What did we believe",
      "That a message which arrives is the message that was sent. It had been true for as long as anyone could remember.",
    );
    await write(b, a, "What held", "Nothing that was stored was lost.");
    await write(a, b, "What could have made it worse", "It was a Sunday.");
    await write(b, a, "What do we know now", "A system that talks about its own health has to be able to stop talking.");
    for (const page of [a, b])
      for (const words of ["For eight hours", "It was a Sunday.", "Nothing that was stored was lost."]) await expect(text(page)).toContainText(words);
    await saved(a);
    await saved(b);
    const side = a.getByRole("complementary", { name: "Review and publish" });
    await expect(side.getByText("8 of 8")).toBeVisible();
  });

  await test.step("one approves, the other publishes", async () => {
    await b.getByRole("complementary", { name: "Review and publish" }).getByRole("button", { name: "Approve it" }).click();
    await expect(a.getByText("Approved", { exact: true })).toBeVisible();
    await a.getByRole("button", { name: "Publish…" }).click();
    await a.getByRole("dialog").getByRole("button", { name: "Publish version 1" }).click();
    await a.getByRole("dialog").getByRole("link", { name: "Read it" }).click();
    await a.waitForURL(paths.postmortem(ref));
  });

  /** What every live block shows of the incident, wherever it is read. */
  const SHOWN = [
    PHRASE,
    "Gossip without a digest and without a limit",
    "Nothing checked a message on the way",
    "Nobody was told how long a round takes",
    "Alert on the time that a round takes",
    "The network between the data centres drops packets",
    LINES.ruledOut,
  ];
  const reads = async (page: Page) => {
    for (const words of SHOWN) await expect(page.getByText(words).first()).toBeVisible();
    await expect(page.getByText("6 h 50 min").first()).toBeVisible();
    await expect(page.getByText("For eight hours")).toBeVisible();
  };

  await test.step("it is read whole without scripts, with every live block", async () => {
    await reads(a);
    await expectAccessible(a);
    const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await a.context().storageState() });
    const page = await plain.newPage();
    await page.goto(new URL(paths.postmortem(ref), a.url()).href);
    await reads(page);
    await plain.close();
  });

  await test.step("its export is a file that reads by itself", async () => {
    const html = await (await a.request.get(paths.exportOf(ref, "html", 1))).text();
    const file = test.info().outputPath("postmortem.html");
    await writeFile(file, html);
    const away = await browser.newContext({ offline: true });
    const page = await away.newPage();
    await page.goto(`file://${file}`);
    await reads(page);
    await away.close();
    const markdown = await (await a.request.get(paths.exportOf(ref, "md", 1))).text();
    expect(markdown).toMatch(/^---\n/);
    for (const words of SHOWN) expect(markdown.replaceAll("\\", "")).toContain(words);
    expect(markdown).not.toContain("<!-- candor");
  });

  await test.step("and a word of it leads to its section", async () => {
    const section = paths.postmortem(ref, { anchor: "summary" });
    await b.goto(paths.incidents({ q: word }));
    await b.locator(`a[href="${section}"]`).first().click();
    await b.waitForURL(section);
    // A summary stands under the title without a heading that one sees; it is there to be led to.
    await expect(b.getByRole("heading", { name: "Summary" })).toBeAttached();
    await expect(b.getByText(word).first()).toBeInViewport();
  });
});
