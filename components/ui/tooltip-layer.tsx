"use client";

import { useEffect, useRef } from "react";
import { relative } from "../../lib/dates";
import { place } from "./place";

const PATIENCE = 450;
const LINGER = 120;

/**
 * The one tooltip of the page. Anything with `data-tip` has one, server-rendered or not: shown on hover after a moment, on
 * keyboard focus at once; it can be hovered, and Escape puts it away. Lines are split at newlines, `data-tip-key` is a key.
 */
export function TooltipLayer() {
  const tip = useRef<HTMLDivElement>(null);
  useEffect(() => (tip.current ? attach(tip.current) : undefined), []);
  return (
    <div
      ref={tip}
      id="tip"
      role="tooltip"
      popover="manual"
      className="floats pointer-events-auto fixed m-0 max-w-80 overflow-hidden whitespace-pre-line rounded-sm border-0 bg-ink px-2 py-1 text-12 text-surface shadow-float [--float-from:0px]"
    />
  );
}

function attach(tip: HTMLElement): () => void {
  let owner: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hiddenAt = 0;

  function show(target: HTMLElement) {
    const text = target.dataset.tip;
    if (!text || !target.isConnected) return;
    owner = target;
    const [first = "", ...rest] = [...text.split("\n"), ...(target.dataset.tipAt ? [relative(target.dataset.tipAt, Date.now())] : [])];
    const head = document.createElement("div");
    head.textContent = first;
    if (target.dataset.tipKey) {
      const key = document.createElement("kbd");
      key.textContent = target.dataset.tipKey;
      key.className = "ml-2 font-mono opacity-70";
      head.append(key);
    }
    tip.replaceChildren(head);
    for (const line of rest) {
      const more = document.createElement("div");
      more.textContent = line;
      more.className = "opacity-75";
      tip.append(more);
    }
    if (target.getAttribute("aria-label") !== text) target.setAttribute("aria-describedby", "tip");
    if (!tip.matches(":popover-open")) tip.showPopover();
    place(target, tip, { side: "top", align: "center" });
  }

  function hide() {
    clearTimeout(timer);
    if (!owner) return;
    if (owner.getAttribute("aria-describedby") === "tip") owner.removeAttribute("aria-describedby");
    owner = null;
    hiddenAt = Date.now();
    if (tip.matches(":popover-open")) tip.hidePopover();
  }

  function swap(target: HTMLElement) {
    hide();
    show(target);
  }

  const targetOf = (event: Event) => (event.target instanceof Element ? event.target.closest<HTMLElement>("[data-tip]") : null);

  function onOver(event: PointerEvent) {
    if (event.pointerType === "touch" || (event.target instanceof Node && tip.contains(event.target))) return clearTimeout(timer);
    const target = targetOf(event);
    if (target && target === owner) return clearTimeout(timer);
    clearTimeout(timer);
    if (!target) timer = owner ? setTimeout(hide, LINGER) : undefined;
    else timer = setTimeout(() => swap(target), owner || Date.now() - hiddenAt < 300 ? LINGER : PATIENCE);
  }
  function onFocus(event: FocusEvent) {
    const target = targetOf(event);
    if (!target?.matches(":focus-visible")) return;
    // The focus may come back from a menu that is closing just now: a popover cannot be shown within that.
    clearTimeout(timer);
    timer = setTimeout(() => show(target));
  }
  const onKey = (event: KeyboardEvent) => event.key === "Escape" && hide();

  const gone = new AbortController();
  const on = { signal: gone.signal };
  document.addEventListener("pointerover", onOver, on);
  document.addEventListener("focusin", onFocus, on);
  document.addEventListener("focusout", hide, on);
  document.addEventListener("pointerdown", hide, on);
  document.addEventListener("keydown", onKey, { ...on, capture: true });
  document.addEventListener("scroll", hide, { ...on, capture: true, passive: true });
  document.documentElement.addEventListener("pointerleave", hide, on);
  return () => {
    hide();
    gone.abort();
  };
}
