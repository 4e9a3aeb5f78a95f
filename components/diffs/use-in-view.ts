"use client";

import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Drawn beyond the window on either side, and the step in which it moves. */
const BEYOND = 400;
const STEP = 200;
const PRINTED = 80_000;

/** Which part of a tall element is in the window, in its own pixels; all of it (within reason) while it is printed. */
export function useInView(ref: RefObject<HTMLElement | null>): readonly [from: number, to: number] {
  const [range, setRange] = useState<readonly [number, number]>([0, 1600]);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const { top = 0 } = ref.current?.getBoundingClientRect() ?? {};
      const from = Math.floor((-top - BEYOND) / STEP) * STEP;
      const to = Math.ceil((window.innerHeight - top + BEYOND) / STEP) * STEP;
      setRange((held) => (held[0] === from && held[1] === to ? held : [from, to]));
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    const print = () => flushSync(() => setRange([0, PRINTED]));
    look();
    document.addEventListener("scroll", soon, { capture: true, passive: true });
    window.addEventListener("resize", soon);
    window.addEventListener("beforeprint", print);
    window.addEventListener("afterprint", soon);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener("scroll", soon, { capture: true });
      window.removeEventListener("resize", soon);
      window.removeEventListener("beforeprint", print);
      window.removeEventListener("afterprint", soon);
    };
  }, [ref]);
  return range;
}
