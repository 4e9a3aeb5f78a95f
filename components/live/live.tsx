"use client";

import { useEffect } from "react";
import { startOutbox } from "../../lib/outbox/client";
import { startHints } from "../../lib/outbox/hints";
import { ServiceWorker } from "./service-worker";

/** Stands once in the signed-in shell: sends what waits from earlier, whichever page is open, and keeps rooms for a reload without a network. */
export function Live({ personId, build }: { personId: string; build: string | null }) {
  useEffect(() => void startOutbox(personId), [personId]);
  useEffect(() => startHints(personId), [personId]);
  return <ServiceWorker build={build} />;
}
