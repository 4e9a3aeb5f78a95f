"use client";

import { useEffect, useState } from "react";
import { parseInSlices } from "../../lib/diffs/rules";
import type { ParsedDiff } from "../../lib/diffs/words";

/** What of a frame reading may take, so that the page answers meanwhile. */
const BUDGET = 8;

/** A diff read in slices between frames; null until it is whole. */
export function useParsed(text: string | undefined): ParsedDiff | null {
  const [parsed, setParsed] = useState<ParsedDiff | null>(null);
  useEffect(() => {
    if (text === undefined) return;
    let gone = false;
    const channel = new MessageChannel();
    let slices: ReturnType<typeof parseInSlices> | null = null;
    channel.port1.onmessage = () => {
      if (gone) return;
      if (!slices) slices = parseInSlices(text);
      const until = performance.now() + BUDGET;
      for (;;) {
        const { done, value } = slices.next();
        if (done) return setParsed(value);
        if (performance.now() > until) return channel.port2.postMessage(null);
      }
    };
    channel.port2.postMessage(null);
    return () => {
      gone = true;
      channel.port1.close();
    };
  }, [text]);
  return parsed;
}
