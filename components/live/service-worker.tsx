"use client";

import { useEffect } from "react";

/** Registers public/sw.js for this build; a new build is a new address, so the browser fetches its worker at once. */
export function ServiceWorker({ build }: { build: string | null }) {
  useEffect(() => {
    // Not `if (!navigator.serviceWorker)`: the minifier takes it for always there and drops the question. Over plain HTTP it is not.
    if (!("serviceWorker" in navigator)) return;
    const workers = navigator.serviceWorker;
    if (build) register(workers, build).catch(() => undefined);
    // Development changes its assets under the same names: a worker of an earlier build would serve old ones.
    else void workers.getRegistrations().then((all) => all.forEach((one) => void one.unregister()));
  }, [build]);
  return null;
}

async function register(workers: ServiceWorkerContainer, build: string) {
  await workers.register(`/sw.js?build=${encodeURIComponent(build)}`, { scope: "/", updateViaCache: "none" });
  const { active } = await workers.ready;
  if (!workers.controller) active?.postMessage("claim");
}
