import { log } from "../log";
import { type Mail, mailIsSetUp, sendMail } from "./transport";

/**
 * Mails that hold a secret (an invitation, a new password). They must not wait in the database, where jobs do,
 * so they are tried some times in memory and then let go: an admin has the link, and a reset can be asked again.
 */

const AGAIN_AFTER = [0, 5000, 60_000, 600_000];
const MOST_UNDERWAY = 200;
let underway = 0;

/** Never throws, and never holds a request longer than `patience` milliseconds. Answers whether the mail had left by then. */
export async function mailByHand(mail: Mail, patience = 3000): Promise<boolean> {
  if (!mailIsSetUp() || underway >= MOST_UNDERWAY) return false;
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patience, false);
    void tryEach(mail, (left) => {
      clearTimeout(timer);
      resolve(left);
    });
  });
}

async function tryEach(mail: Mail, first: (left: boolean) => void) {
  underway++;
  for (const wait of AGAIN_AFTER) {
    if (wait) await new Promise((resolve) => setTimeout(resolve, wait).unref());
    try {
      await sendMail(mail);
      first(true);
      break;
    } catch (error) {
      first(false);
      log.warn({ err: (error as Error).message }, "a mail could not be handed over yet");
    }
  }
  underway--;
}
