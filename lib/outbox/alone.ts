import { newEntryId } from "./rules";
import { endLease, takeLease } from "./indexed-store";

const LOOK_AGAIN = 1000;
const RENEW = 8000;

/** Runs while no other tab of this browser runs under the same name. */
export function alone(name: string, run: () => Promise<void>): Promise<void> {
  if (navigator.locks) return navigator.locks.request(name, run);
  return leased(name, run);
}

/** Where a page is not secure (plain HTTP on a company's network) there are no locks: a lease in IndexedDB does the same. */
async function leased(name: string, run: () => Promise<void>) {
  const holder = newEntryId();
  try {
    for (let wait = await takeLease(name, holder); wait > 0; wait = await takeLease(name, holder)) {
      await new Promise((resolve) => setTimeout(resolve, Math.min(wait, LOOK_AGAIN)));
    }
  } catch {
    // No IndexedDB either: what is unsent is in this tab's memory alone, so nobody else can send it.
    return run();
  }
  const renewing = setInterval(() => void takeLease(name, holder).catch(() => undefined), RENEW);
  try {
    await run();
  } finally {
    clearInterval(renewing);
    await endLease(name).catch(() => undefined);
  }
}
