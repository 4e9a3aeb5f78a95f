"use client";

import { useEffect, useRef } from "react";
import { markSeen } from "../../lib/incidents/client";

const READING = 1500;

/** Says how far one has read, once the page was looked at for a moment, and again as more comes. */
export function useSeen(incidentRef: string, seq: number) {
  const said = useRef(0);
  useEffect(() => {
    const say = () => {
      if (document.visibilityState !== "visible" || seq <= said.current) return;
      said.current = seq;
      void markSeen(incidentRef, seq);
    };
    const timer = setTimeout(say, READING);
    document.addEventListener("visibilitychange", say);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", say);
    };
  }, [incidentRef, seq]);
}
