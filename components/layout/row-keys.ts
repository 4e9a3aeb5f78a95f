"use client";

const ROWS = "[data-row]";
const LINK = "[data-row-link], a[href], button";

const shown = (row: HTMLElement) => row.checkVisibility?.() ?? row.offsetParent !== null;

/** The row that holds the focus, for a page's own keys ("e" on the chosen one). */
export const focusedRow = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>(ROWS) ?? null;

/**
 * `j` and `k`: moves the focus to the main link of the next `[data-row]` of the page, so that Enter follows it. Without a
 * focus it begins with the first row that is on the screen.
 */
export function walkRows(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)].filter(shown);
  if (rows.length === 0) return;
  const here = focusedRow();
  const visible = rows.findIndex((row) => row.getBoundingClientRect().bottom > 80);
  const at = here ? rows.indexOf(here) + step : Math.max(0, visible);
  const row = rows[Math.max(0, Math.min(at, rows.length - 1))];
  const link = row?.matches(LINK) ? row : (row?.querySelector<HTMLElement>("[data-row-link]") ?? row?.querySelector<HTMLElement>(LINK));
  link?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
}
