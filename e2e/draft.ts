import type { Page } from "@playwright/test";
import { paths } from "../lib/paths";
import { expect } from "./fixtures";

/** A post-mortem's draft, as one comes to it and writes in it. */

export const text = (page: Page) => page.getByRole("textbox", { name: "The post-mortem" });
export const saved = (page: Page) => expect(page.getByText("Saved", { exact: true })).toBeVisible();

export async function declare(page: Page, title: string, more: object = {}): Promise<string> {
  return ((await (await page.request.post("/api/v1/incidents", { data: { title, ...more } })).json()) as { ref: string }).ref;
}

/** An incident whose post-mortem is begun. */
export async function begin(page: Page, title: string, more: object = {}): Promise<string> {
  const ref = await declare(page, title, more);
  expect((await page.request.post(`/api/v1/incidents/${ref}/postmortem`, { data: {} })).status()).toBe(201);
  return ref;
}

export async function open(page: Page, ref: string) {
  await page.goto(paths.draft(ref));
  await expect(text(page)).toBeVisible();
  await saved(page);
}

/** The caret into the empty paragraph of a section. */
export const into = (page: Page, question: string) => page.locator(`.guided[data-guidance^="${question}"]`).click();
export const SUMMARY = "Three sentences";
export const IMPACT = "Who was hurt";
