import type { Page } from "@playwright/test";
import { HINT_CLASS_WORDS, type HintClass } from "../lib/blameless/words";
import { text } from "./draft";

/** Where hints stand on a page. */

export const card = (page: Page, hint?: HintClass) => page.getByRole("dialog", { name: hint ? new RegExp(`${HINT_CLASS_WORDS[hint].label}$`) : /^\d+ hint/ });
export const hints = (page: Page) => text(page).locator(".hint");
export const hint = (page: Page, words: string) => hints(page).filter({ hasText: words });
export const inField = (page: Page) => page.locator(".hint-mirror .hint");
