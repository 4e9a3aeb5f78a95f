import AxeBuilder from "@axe-core/playwright";
import { test as base, type BrowserContext, expect, type Page } from "@playwright/test";
import pg from "pg";
import { newId } from "../lib/ids";
import { personByRows } from "../lib/testing/by-rows";
import { databaseUrlOf } from "../scripts/lib/scratch.mjs";

/** People sign in by rows, not by clicks; a journey that is about signing in clicks itself. */
export interface TestPerson {
  id: string;
  name: string;
  email: string;
  secret: string;
}
type Role = "viewer" | "member" | "admin";
type Look = Parameters<import("@playwright/test").Browser["newContext"]>[0] & { quiet?: boolean };

interface Fixtures {
  db: pg.Client;
  person(role?: Role, name?: string): Promise<TestPerson>;
  /** A browser of their own, signed in. A message of the console that is an error fails the test. */
  enter(person: TestPerson, look?: Look): Promise<Page>;
}

export const unique = (word: string) => `${word} ${newId().slice(-6)}`;

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  db: async ({}, use) => {
    const client = new pg.Client({ connectionString: databaseUrlOf(process.env.CANDOR_E2E_DATA!) });
    await client.connect();
    await use(client);
    await client.end();
  },
  person: async ({ db }, use) => {
    await use(async (role = "member", name = unique("Ada")) => {
      return personByRows(db, name, role);
    });
  },
  enter: async ({ browser, baseURL }, use) => {
    const opened: BrowserContext[] = [];
    const errors: string[] = [];
    await use(async (person, { quiet, ...look } = {}) => {
      const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), timezoneId: "UTC", locale: "en-GB", ...look });
      opened.push(context);
      await context.addCookies([{ name: "next-auth.session-token", value: person.secret, url: baseURL!, httpOnly: true, sameSite: "Lax" }]);
      const page = await context.newPage();
      if (!quiet) watch(page, errors);
      return page;
    });
    for (const context of opened) await context.close();
    expect(errors).toEqual([]);
  },
});

/** Errors of the console and of the page; a refusal that a test provokes itself is asked for by `quiet`. */
function watch(page: Page, errors: string[]) {
  page.on("console", (message) => message.type() === "error" && errors.push(`${page.url()}: ${message.text()} ${message.location().url}`));
  page.on("pageerror", (error) => errors.push(`${page.url()}: ${error.message}`));
}

/** Axe finds nothing on the page as it stands. */
export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  expect(
    violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map((node) => node.target.join(" "))
          .slice(0, 3)
          .join(" | ")}`,
    ),
  ).toEqual([]);
}

export { expect };
