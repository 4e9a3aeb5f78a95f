"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { ZONE_COOKIE } from "../../lib/dates";

/** Tells the server the browser's zone, for readers whose profile names none; at the first visit the page is drawn anew. */
export function ZoneCookie({ profileZone, drawnIn }: { profileZone: string | null; drawnIn: string }) {
  const router = useRouter();
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!zone || document.cookie.includes(`${ZONE_COOKIE}=${zone};`)) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
    document.cookie = `${ZONE_COOKIE}=${zone}; Path=/; Max-Age=31536000; SameSite=Lax`;
    if (!profileZone && zone !== drawnIn) router.refresh();
  }, [profileZone, drawnIn, router]);
  return null;
}
