"use client";

import { useEffect, useState } from "react";

/** The present, again every so often, in step with the clock. Zero until the browser has it, so that server and browser draw the same. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      setNow(Date.now());
      timer = setTimeout(tick, everyMs - (Date.now() % everyMs));
    };
    tick();
    return () => clearTimeout(timer);
  }, [everyMs]);
  return now;
}
