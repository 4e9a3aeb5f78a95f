"use client";

import { useEffect } from "react";

/** A title that lives: "(2) INC-42 Checkout answers 502". The page's own stands before the scripts, and when this goes. */
export function DocumentTitle({ children, count = 0 }: { children: string; count?: number }) {
  const title = `${count > 0 ? `(${count}) ` : ""}${children} · Candor`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}
