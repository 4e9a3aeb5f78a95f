"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { paths } from "../../lib/paths";
import { declareSheet, palette, shortcutHelp } from "./openers";
import { walkRows } from "./row-keys";
import { isTaken, type Shortcut, shortcuts, useShortcuts } from "./shortcuts";

const SECOND_WITHIN = 1200;

/** Listens to the keyboard of the whole app. `enabled` is the reader's choice (WCAG 2.1.4); keys with Ctrl or ⌘ work always. */
export function ShortcutKeys({ enabled }: { enabled: boolean }) {
  const router = useRouter();
  const go = (keys: string, label: string, href: string): Shortcut => ({ keys, label, group: "Go to", run: () => router.push(href) });
  const press = (rel: string) => document.querySelector<HTMLElement>(`a[rel=${rel}]`)?.click();

  useShortcuts([
    { keys: "d", label: "Declare an incident", group: "Anywhere", run: () => declareSheet.open() },
    { keys: "/", label: "Find anything", group: "Anywhere", run: () => palette.open() },
    { keys: "mod k", label: "Find anything, also while typing", group: "Anywhere", run: () => (palette.isOpen ? palette.close() : palette.open()) },
    { keys: "?", label: "This sheet", group: "Anywhere", run: () => shortcutHelp.open() },
    { keys: "mod z", label: "Undo what the last notice offers", group: "Anywhere" },
    go("g h", "Home", paths.home()),
    go("g i", "Incidents", paths.incidents()),
    go("g a", "Actions", paths.actions()),
    go("g s", "Services", paths.services()),
    go("g p", "Post-mortems", paths.postmortems()),
    go("g e", "People", paths.people()),
    go("g t", "Teams", paths.teams()),
    go("g n", "Inbox", paths.inbox()),
    go("g ,", "Settings", paths.settings()),
    { keys: "j", label: "The next row", group: "In lists", run: () => walkRows(1) },
    { keys: "k", label: "The row before", group: "In lists", run: () => walkRows(-1) },
    { keys: "[", label: "The page before", group: "In lists", run: () => press("prev") },
    { keys: "]", label: "The next page", group: "In lists", run: () => press("next") },
  ]);

  useEffect(() => {
    let first = { key: "", at: 0 };
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      const mod = event.ctrlKey || event.metaKey;
      if (!mod && (!enabled || isTaken(event.target))) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const before = event.timeStamp - first.at < SECOND_WITHIN ? first.key : "";
      // The newest wins: a page's own keys stand above the app's.
      const find = (keys: string) => shortcuts.get().findLast((one) => one.keys === keys && one.run);
      const found = mod ? (event.shiftKey ? undefined : find(`mod ${key}`)) : (before && find(`${before} ${key}`)) || find(key);
      const isFirst = !mod && !before && shortcuts.get().some((one) => one.keys.startsWith(`${key} `));
      first = isFirst ? { key, at: event.timeStamp } : { key: "", at: 0 };
      if (!found || (isFirst && !find(key))) return;
      event.preventDefault();
      found.run?.();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [enabled]);
  return null;
}
