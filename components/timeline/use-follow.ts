"use client";

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Entry } from "../../lib/timeline/schema";

/** So near the end one reads along. */
const NEAR = 160;
const atEnd = () => document.documentElement.scrollHeight - window.scrollY - window.innerHeight < NEAR;

/**
 * Who reads at the end stays there as entries come; who reads further up is not moved and is told how many came.
 * One's own entry leads to the end. `held`: a link leads elsewhere, or it is over: the page does not jump when it opens.
 */
export function useFollow(entries: readonly Entry[], waiting: number, me: string, held: boolean) {
  const end = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const known = useRef<{ last: number; waiting: number } | null>(null);
  const [unseen, setUnseen] = useState(0);

  const toEnd = useCallback(() => {
    window.scrollTo({ top: document.documentElement.scrollHeight });
    follows.current = true;
    setUnseen(0);
  }, []);

  useEffect(() => {
    const onScroll = () => {
      follows.current = atEnd();
      if (follows.current) setUnseen(0);
    };
    window.addEventListener("scroll", onScroll, { passive: true });
    return () => window.removeEventListener("scroll", onScroll);
  }, []);

  useLayoutEffect(() => {
    const last = entries.reduce((most, entry) => Math.max(most, entry.seq), 0);
    const before = known.current;
    known.current = { last, waiting };
    if (!before) {
      // A long timeline opens at its newest part.
      if (!held && document.documentElement.scrollHeight > window.innerHeight * 2) toEnd();
      return;
    }
    if (waiting > before.waiting) return toEnd();
    const fresh = entries.filter((entry) => entry.seq > before.last);
    if (fresh.length === 0) return;
    if (follows.current) toEnd();
    else setUnseen((count) => count + fresh.filter((entry) => entry.author.id !== me).length);
  }, [entries, waiting, me, held, toEnd]);

  return { end, unseen, toEnd };
}
