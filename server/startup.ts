import { handleCollab, startCollab, stopCollab } from "@/lib/collab/socket";
import { env } from "@/lib/env";
import { startJobs } from "@/lib/jobs/boss";
import { handleUpgrade, startLive, stopLive } from "@/lib/live/socket";
import { startFolding } from "@/lib/search/fold";
import { firstStart } from "@/lib/setup/mutations";
import { onUpgrade } from "./upgrades";

/** What runs once the database is migrated and before the first request is answered; gives what ends it (before the database is stopped). */
export async function startup(): Promise<() => Promise<void>> {
  startLive();
  onUpgrade("/live", (request, socket, head) => handleUpgrade(request, socket, head).then(() => true));
  startCollab();
  onUpgrade("/collab", (request, socket, head) => handleCollab(request, socket, head).then(() => true));
  await firstStart(env());
  const stopFolding = startFolding();
  const stopJobs = await startJobs();
  return async () => void (await Promise.allSettled([stopCollab().then(stopLive), stopJobs(), stopFolding()]));
}
