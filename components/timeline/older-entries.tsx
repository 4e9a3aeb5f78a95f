"use client";

import { useEffect, useRef } from "react";
import { useOlderEntries } from "../../lib/timeline/client";
import { Button } from "../ui/button";

/** The way to the older part. It loads by itself when one scrolls there, and what one reads stays where it is. */
export function OlderEntries({ incidentRef, older }: { incidentRef: string; older: string | null }) {
  const { mutate, isPending, error } = useOlderEntries(incidentRef);
  const place = useRef<HTMLDivElement>(null);
  const load = useRef(() => {});
  load.current = () => {
    if (isPending || !older) return;
    const before = document.documentElement.scrollHeight;
    mutate(undefined, {
      onSuccess: () =>
        requestAnimationFrame(() => {
          // Scroll anchoring does it where the browser has it and nothing else moved; this is for when it did not.
          const grown = document.documentElement.scrollHeight - before;
          if (grown > 0 && window.scrollY < 200) window.scrollBy(0, grown);
        }),
    });
  };
  useEffect(() => {
    const element = place.current;
    if (!element || !older) return;
    const watch = new IntersectionObserver(([seen]) => seen?.isIntersecting && window.scrollY > 0 && load.current(), { rootMargin: "400px 0px 0px" });
    watch.observe(element);
    return () => watch.disconnect();
  }, [older]);
  if (!older) return null;
  return (
    <div ref={place} className="flex items-center gap-3 py-2">
      <Button size="sm" variant="quiet" pending={isPending} onClick={() => load.current()}>
        Earlier entries
      </Button>
      {error ? (
        <span role="alert" className="text-13 text-danger">
          {error.message}
        </span>
      ) : null}
    </div>
  );
}
