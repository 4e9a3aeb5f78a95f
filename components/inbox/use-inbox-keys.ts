"use client";

import { type RefObject, useEffect, useRef } from "react";

const links = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>("[data-inbox]") ?? [])];
const isTyping = (target: EventTarget | null) => target instanceof Element && target.closest("input, textarea, select, [contenteditable=true]") !== null;

/** Moves the focus to the item at a place in the list; beyond its end, to the last. */
export const focusItem = (list: HTMLElement | null, at: number) => {
  const all = links(list);
  all[Math.max(0, Math.min(at, all.length - 1))]?.focus();
};

export const placeOfItem = (list: HTMLElement | null, id: string) => links(list).findIndex((link) => link.dataset.inbox === id);

/** `j` and `k` walk through the items, Enter follows one (it is a link), `e` ticks it off. Off where single keys are switched off. */
export function useInboxKeys(list: RefObject<HTMLElement | null>, enabled: boolean, onDone: (id: string) => void): void {
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || isTyping(event.target)) return;
      if (document.querySelector("dialog[open]")) return;
      const all = links(list.current);
      const within = document.activeElement?.closest("[data-item]")?.querySelector<HTMLElement>("[data-inbox]") ?? null;
      const at = within ? all.indexOf(within) : -1;
      if (event.key === "j" || event.key === "k") {
        if (all.length === 0) return;
        focusItem(list.current, event.key === "j" ? at + 1 : at < 0 ? 0 : at - 1);
      } else if (event.key === "e" && at >= 0) done.current(all[at]!.dataset.inbox!);
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [list, enabled]);
}
