"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";

export interface Shortcut {
  /** One key ("e"), two after each other ("g i"), or with Ctrl/⌘ ("mod k"), which cannot be switched off. */
  keys: string;
  /** As the help sheet says it: "Go to the inbox". */
  label: string;
  group: "Anywhere" | "Go to" | "In lists" | "On this page";
  /** Left out, the sheet only tells of it: something else listens. */
  run?: () => void;
}

let all: readonly Shortcut[] = [];
const listeners = new Set<() => void>();
function set(next: readonly Shortcut[]) {
  all = next;
  for (const listener of listeners) listener();
}

export const shortcuts = {
  get: () => all,
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  add(more: readonly Shortcut[]): () => void {
    set([...all, ...more]);
    return () => set(all.filter((one) => !more.includes(one)));
  },
};

const NONE: readonly Shortcut[] = [];
export const useAllShortcuts = () => useSyncExternalStore(shortcuts.subscribe, shortcuts.get, () => NONE);

/**
 * Keys of a page, while it stands. None fires while a field has the focus or a dialog is open, nor where the reader switched
 * single keys off. They appear in the help sheet by themselves.
 */
export function useShortcuts(given: readonly Shortcut[]): void {
  const latest = useRef(given);
  useEffect(() => {
    latest.current = given;
  });
  const names = given.map((one) => `${one.keys}\t${one.label}\t${one.group}`).join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: what runs may change at every drawing, the keys seldom do
  useEffect(() => shortcuts.add(latest.current.map((one, at) => ({ ...one, ...(one.run ? { run: () => latest.current[at]?.run?.() } : {}) }))), [names]);
}

/** Whether a key belongs to a field, a list of options or something open, and not to the page. */
export function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector("dialog[open]")) return true;
  if (!(target instanceof Element)) return false;
  return (
    target.closest(
      "input:not([type=checkbox],[type=radio],[type=button],[type=submit]), textarea, select, [contenteditable=true], [role=menu], [role=listbox], [popover=auto]",
    ) !== null
  );
}
