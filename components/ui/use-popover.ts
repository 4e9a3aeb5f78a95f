"use client";

import { type ToggleEvent, useCallback, useId, useRef, useState } from "react";
import { type Placing, place } from "./place";

/**
 * The platform's popover, placed: it stands above dialogs, closes on Escape and on a press elsewhere, and gives the focus
 * back. `anchor` goes on the button, `floating` on what opens. Content need only be rendered while `isOpen`.
 */
export function usePopover<A extends HTMLElement = HTMLButtonElement>({ side, align, gap, matchWidth }: Placing = {}) {
  const id = useId();
  const anchorRef = useRef<A>(null);
  const floatingRef = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);

  const replace = useCallback(() => {
    if (anchorRef.current && floatingRef.current) place(anchorRef.current, floatingRef.current, { side, align, gap, matchWidth });
  }, [side, align, gap, matchWidth]);

  function onBeforeToggle(event: ToggleEvent<HTMLDivElement>) {
    if (event.target !== event.currentTarget) return;
    const opens = event.newState === "open";
    setOpen(opens);
    // The content is there by the next frame, and its size known, before anything is painted.
    if (opens) requestAnimationFrame(replace);
  }

  const close = useCallback(() => {
    if (floatingRef.current?.matches(":popover-open")) floatingRef.current.hidePopover();
  }, []);

  return {
    isOpen,
    close,
    replace,
    floatingRef,
    anchor: { ref: anchorRef, popoverTarget: id, "aria-expanded": isOpen, "aria-controls": id },
    floating: { ref: floatingRef, id, popover: "auto" as const, onBeforeToggle },
  };
}
