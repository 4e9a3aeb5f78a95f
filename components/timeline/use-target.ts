"use client";

import { useEffect, useRef, useState } from "react";
import { entryAnchor } from "../../lib/paths";
import { type TimelineCache, useOlderEntries } from "../../lib/timeline/client";

const named = () => (typeof location === "undefined" ? null : (/^#entry-([0-9a-f-]{36})$/.exec(location.hash)?.[1] ?? null));

/** The entry that the address leads to: its older part is loaded until it is there, then it is shown. */
export function useTarget(incidentRef: string, timeline: TimelineCache): string | null {
  const [target, setTarget] = useState<string | null>(null);
  const shown = useRef<string | null>(null);
  const { mutate, isPending, isError } = useOlderEntries(incidentRef);

  useEffect(() => {
    const read = () => {
      shown.current = null;
      setTarget(named());
    };
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);

  useEffect(() => {
    if (!target || shown.current === target) return;
    if (timeline.items.some((entry) => entry.id === target)) {
      shown.current = target;
      document.getElementById(entryAnchor(target))?.scrollIntoView({ block: "center" });
    } else if (timeline.older && !isPending && !isError) mutate();
  }, [target, timeline, isPending, isError, mutate]);

  return target;
}
