import type { Page } from "@playwright/test";
import { expect, expectAccessible, test, unique } from "./fixtures";
import { GOSSIP_DIFF, LINES, STARTED, TITLE } from "./retold";

/** The retold incident afterwards: what changed, what combined, which nets it passed, what follows. Each step is seen live in a second browser. */

async function addFactor(page: Page, tag: string, role: string, why: string, others: string[] = []) {
  await page.getByRole("button", { name: "Add a factor" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Tag", { exact: true }).fill(tag);
  await expect(form.getByRole("option", { name: tag })).toBeVisible();
  await page.keyboard.press("Enter");
  await form.getByText(role, { exact: true }).click();
  await form.getByLabel("Why", { exact: true }).fill(why);
  for (const other of others) {
    await form.getByLabel("Combines with", { exact: true }).fill(other);
    await page.keyboard.press("Enter");
  }
  await form.getByRole("button", { name: "Add the factor" }).click();
  await expect(form).toHaveCount(0);
}

async function addAction(page: Page, title: string, finishTest: string) {
  await page.getByLabel(/What will be different/).fill(title);
  await page.getByLabel(/How one sees/).fill(finishTest);
  await page.getByLabel("Due on").fill("2099-03-01");
  await page.getByRole("button", { name: "Add the action item" }).click();
  await expect(page.getByRole("link", { name: title })).toBeVisible();
}

test("what changed is judged, factors combine, nets are answered, and three action items follow, each seen live", async ({ person, enter }) => {
  test.setTimeout(180_000);
  const [ana, bo] = [await person("member", unique("Ana Ruiz")), await person("member", unique("Bo Lindgren"))];
  const [a, b] = [await enter(ana), await enter(bo)];
  await a.goto("/");
  const api = async <T>(path: string, data: object): Promise<T> => {
    const answer = await a.request.post(`/api/v1${path}`, { data, headers: { origin: new URL(a.url()).origin } });
    expect(answer.status()).toBe(201);
    return (await answer.json()) as T;
  };
  const service = await api<{ id: string }>("/services", { name: unique("Object store") });
  const { ref } = await api<{ ref: string }>("/incidents", {
    title: `${TITLE} (${unique("ring")})`,
    severity: "SEV1",
    serviceIds: [service.id],
    startedAt: `2008-07-20T${STARTED}:00Z`,
  });
  const told = async (line: string) => {
    const [, clock, kind, body] = /^\/at 2008-07-20 (\S+) \/(\S+) (.*)$/.exec(line)!;
    return api<{ id: string }>(`/incidents/${ref}/timeline`, { kind, body, occurredAt: `2008-07-20T${clock}:00Z` });
  };
  await told(LINES.impact);
  const entry = await told(LINES.evidence);
  // Two that a script told of, in the hours before.
  const day = (clock: string) => `2008-07-20T${clock}:00Z`;
  await api("/changes", {
    kind: "infrastructure",
    summary: "Two racks added",
    serviceId: service.id,
    occurredAt: day("13:00"),
    before: "40 racks",
    after: "42 racks",
  });
  await api("/changes", { kind: "config", summary: "Requests a rack may hold: 500 to 800", serviceId: service.id, occurredAt: day("09:30") });

  await test.step("a diff of four files is attached by hand, three changes are judged", async () => {
    await a.goto(`/incidents/${ref}/changes`);
    await b.goto(`/incidents/${ref}/changes`);
    await a.getByRole("button", { name: "Tell of a change" }).click();
    await a.getByLabel(/^What was altered/).fill("Gossip without a digest and without a limit");
    await a.getByLabel("Kind", { exact: true }).selectOption("deploy");
    await a.getByLabel(/^Its diff/).fill(GOSSIP_DIFF);
    await a.getByRole("button", { name: "Tell of it" }).click();
    const row = (page: Page, text: string) => page.getByRole("listitem").filter({ hasText: text });
    await expect(row(b, "Gossip without a digest").getByText("4 files")).toBeVisible();
    for (const offered of ["Two racks added", "Requests a rack may hold"]) await a.getByRole("button", { name: new RegExp(`^Add ${offered}`) }).click();
    const verdicts: [string, string][] = [
      ["Gossip without a digest", "Contributed"],
      ["Two racks added", "Suspect"],
      ["Requests a rack may hold", "Dismissed"],
    ];
    for (const [text, verdict] of verdicts) {
      await row(a, text).getByRole("button", { name: "Judge" }).click();
      await a.getByRole("menuitemradio", { name: new RegExp(verdict) }).click();
      const why = row(a, text).getByLabel("Why do you think so?");
      await why.fill(`It is ${verdict.toLowerCase()}: what the gossip log of 15:40 shows`);
      await why.press("Enter");
      await expect(row(b, text).getByText(verdict.toLowerCase(), { exact: true })).toBeVisible();
    }
    await row(b, "Gossip without a digest")
      .getByRole("button", { name: /Read the diff/ })
      .click();
    await expect(b.locator("mark", { hasText: "unlimited" }).first()).toBeVisible();
    await expect(b.getByText("gossip/limits.go").first()).toBeVisible();
  });

  await test.step("nothing changed in infrastructure, says the other", async () => {
    await b.getByRole("button", { name: "External", exact: true }).click();
    await b.getByLabel(/How was it checked/).fill("Power, cooling and links read back to Friday");
    await b.getByRole("button", { name: "Say so" }).click();
    await expect(a.getByText(`checked by ${bo.name}`)).toBeVisible();
    await expect(a.getByText("Power, cooling and links")).toBeVisible();
  });

  const chip = (page: Page, tag: string) => page.getByRole("group", { name: "Combination map" }).getByRole("button", { name: new RegExp(`^${tag},`) });
  await test.step("four factors of three groups; two pairs combine", async () => {
    await a.goto(`/incidents/${ref}/factors`);
    await b.goto(`/incidents/${ref}/factors`);
    await addFactor(a, "unhandled edge case", "Triggered", "A single bit had turned, and nothing checked the message on the way");
    await addFactor(a, "missing timeout or retry limit", "Worsened", "A round told all that it knew, however long that took", ["unhandled edge case"]);
    await addFactor(a, "staging differs from production", "Enabled", "Nine servers there never gossip for longer than a second");
    await addFactor(a, "no alert or late", "Delayed detection", "Nobody was told how long a round takes", ["staging differs"]);
    for (const tag of ["unhandled edge case", "missing timeout or retry limit", "staging differs from production", "no alert or late"])
      await expect(chip(b, tag)).toBeVisible();
    await expect(chip(b, "missing timeout or retry limit")).toHaveAccessibleName(/combines with unhandled edge case/);
    await expect(chip(b, "no alert or late")).toHaveAccessibleName(/combines with staging differs from production/);
    await expectAccessible(b);
  });

  const cell = (page: Page, name: string) => page.getByRole("button", { name: new RegExp(`^${name}`) });
  await test.step("the nets are filled", async () => {
    await cell(a, "Unit test, would have caught it").focus();
    for (const key of ["y", "ArrowRight", "n"]) await a.keyboard.press(key);
    await cell(a, "Staging, would have caught it").focus();
    for (const key of ["n", "ArrowRight", "y", "ArrowRight", "y"]) await a.keyboard.press(key);
    await cell(a, "Alert, would have caught it").focus();
    for (const key of ["y", "ArrowRight", "n"]) await a.keyboard.press(key);
    await expect(cell(b, "Unit test, existed: no")).toBeVisible();
    await expect(cell(b, "Staging, ran: yes")).toBeVisible();
    await expect(cell(b, "Alert, existed: no")).toBeVisible();
    await expect(b.getByText(/It could have been stopped first at: unit test/)).toBeVisible();
  });

  await test.step("three action items are made: from a factor, from a net’s hole, from an entry", async () => {
    const { items: factors } = (await (await a.request.get(`/api/v1/incidents/${ref}/factors`)).json()) as { items: { id: string; tag: string }[] };
    const limit = factors.find((factor) => factor.tag === "missing timeout or retry limit")!;
    await b.goto(`/incidents/${ref}/actions`);
    await a.goto(`/incidents/${ref}/actions?new=1&factor=${limit.id}`);
    await addAction(a, "A round ends after a second", "A round of 5 000 peers ends within a second in a load test");
    await expect(b.getByRole("link", { name: "A round ends after a second" })).toBeVisible();
    await a.goto(`/incidents/${ref}/factors`);
    await a.getByRole("link", { name: "Make an action item: Unit test did not exist" }).click();
    await addAction(a, "Messages carry a digest that is checked", "A message with a turned bit is dropped in a unit test");
    await expect(b.getByRole("link", { name: "Messages carry a digest" })).toBeVisible();
    await a.goto(`/incidents/${ref}/actions?new=1&entry=${entry.id}`);
    await addAction(a, "Alert on the time that a round takes", "It fires in a drill when a round takes 2 s");
    await expect(b.getByRole("link", { name: "Alert on the time that a round takes" })).toBeVisible();
    await expectAccessible(b);
  });

  await test.step("the room holds it all at its side", async () => {
    await b.goto(`/incidents/${ref}`);
    await expect(b.getByRole("region", { name: "What changed" })).toContainText("contributed");
    await expect(b.getByRole("link", { name: /^What combined: / })).toBeVisible();
    await expectAccessible(b);
  });
});
