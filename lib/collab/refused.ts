import { log } from "../log";

/** What was refused is counted, and told once a minute: whoever sends nonsense shall not fill the log. */

const TOLD_EVERY = 60_000;
let refused = 0;
let told = 0;

export function countRefused(error: unknown) {
  refused++;
  if (Date.now() - told < TOLD_EVERY) return;
  told = Date.now();
  log.warn({ err: (error as Error).message, refused }, "a message to a document was refused");
}
