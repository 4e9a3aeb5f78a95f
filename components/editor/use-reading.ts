"use client";

import { type RefObject, useEffect, useState } from "react";
import { readingAt } from "../../lib/writing/rules";
import type { HeadingAt } from "./report";

/** Below what sticks to the top of the page: where a link leads stands just above it. */
const LINE = 140;

/** The anchor of the part that stands at the top of the window. */
export function useReading(text: RefObject<HTMLElement | null>, headings: readonly HeadingAt[]): string | null {
  const [anchor, setAnchor] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was written anew moves the headings
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const found = [...(text.current?.querySelectorAll<HTMLElement>("h2[id], h3[id]") ?? [])];
      const at = readingAt(
        found.map((heading) => heading.getBoundingClientRect().top),
        LINE,
      );
      setAnchor(found[at]?.id ?? null);
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    soon();
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener("scroll", soon);
      removeEventListener("resize", soon);
    };
  }, [text, headings]);
  return anchor;
}
