"use client";

import { useEffect } from "react";
import { startOutbox } from "../../lib/outbox/client";
import { ServiceWorker } from "./service-worker";

/** Stands once in the signed-in shell: sends what waits from earlier, whichever page is open, and keeps rooms for a reload without a network. */
export function Live({ personId, build }: { personId: string; build: string | null }) {
  useEffect(() => void startOutbox(personId), [personId]);
  useEffect(() => {
    // No page needs it before it is drawn.
    const started = import("../../lib/outbox/hints").then(({ startHints }) => startHints(personId)).catch(() => undefined);
    return () => void started.then((stop) => stop?.());
  }, [personId]);
  return <ServiceWorker build={build} />;
}
