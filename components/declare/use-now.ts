"use client";

import { useEffect, useState } from "react";

/** The present, moving on twice a minute. Only for what is drawn in the browser alone. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
