import { setTimeout as wait } from "node:timers/promises";
import { handleCollab, startCollab, stopCollab } from "@/lib/collab/socket";
import { fromDatabase } from "@/lib/db";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
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
  await patiently(() => firstStart(env()));
  const stopFolding = startFolding();
  const stopJobs = await patiently(startJobs);
  return async () => void (await Promise.allSettled([stopCollab().then(stopLive), stopJobs(), stopFolding()]));
}

const MOST_TRIES = 5;

/** All pages are loaded in the same moment: on a busy machine that holds up the database's answer for longer than one waits for it. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      const told = fromDatabase(error);
      if (tries === MOST_TRIES || !(told instanceof AppError) || told.code !== "UNAVAILABLE") throw error;
      await wait(500 * tries);
    }
  }
}
