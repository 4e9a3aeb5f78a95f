"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const EVERY = 30_000;

/** Draws the page anew twice a minute while somebody looks, and when they come back to it. */
export function KeepFresh() {
  const router = useRouter();
  useEffect(() => {
    let drawn = Date.now();
    const refresh = () => {
      if (document.hidden || Date.now() - drawn < 5000) return;
      drawn = Date.now();
      router.refresh();
    };
    const timer = setInterval(refresh, EVERY);
    document.addEventListener("visibilitychange", refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, [router]);
  return null;
}
