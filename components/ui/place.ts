export interface Placing {
  side?: "bottom" | "top";
  align?: "start" | "center" | "end";
  /** Between the anchor and what floats, in pixels. */
  gap?: number;
  /** At least as wide as the anchor. */
  matchWidth?: boolean;
}

const MARGIN = 8;

/** Puts a floating element (`position: fixed`) beside its anchor, on the other side where there is no room, never off the screen. */
export function place(anchor: Element, floating: HTMLElement, { side = "bottom", align = "start", gap = 6, matchWidth }: Placing = {}): void {
  const at = anchor.getBoundingClientRect();
  if (matchWidth) floating.style.minWidth = `${at.width}px`;
  floating.style.maxHeight = "";
  const { offsetWidth: width, offsetHeight: height } = floating;
  const { clientWidth, clientHeight } = document.documentElement;
  const below = clientHeight - at.bottom - gap - MARGIN;
  const above = at.top - gap - MARGIN;
  const under = side === "bottom" ? below >= height || below >= above : !(above >= height || above >= below);
  const room = Math.max(80, under ? below : above);
  const tall = Math.min(height, room);
  if (height > room) floating.style.maxHeight = `${room}px`;

  const wanted = align === "start" ? at.left : align === "end" ? at.right - width : at.left + (at.width - width) / 2;
  floating.style.left = `${Math.max(MARGIN, Math.min(wanted, clientWidth - width - MARGIN))}px`;
  floating.style.top = `${under ? at.bottom + gap : at.top - gap - tall}px`;
  floating.style.setProperty("--float-from", under ? "-4px" : "4px");
}
