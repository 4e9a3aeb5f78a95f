import { CLOSE } from "./words";

/** How the sockets of a tab are opened again, and when one that says nothing is let go. */

/** What a socket asks of the browser; tests bring their own. */
export interface World<Message, Sent = Message> {
  open(on: { open(): void; message(message: Message): void; close(code: number): void }): { send(message: Sent): void; close(): void };
  isOnline(): boolean;
  later(ms: number, run: () => void): () => void;
  random(): number;
  /** Whether the session still stands; null where nobody answered. */
  isSignedIn(): Promise<boolean | null>;
}

const FIRST_WAIT = 300;
const LONGEST_WAIT = 15_000;
const RESTART_SPREAD = 1500;
/** A browser is not told that a network died: after such a silence it asks. */
export const QUIET = 25_000;
export const ANSWER = 8_000;
export const ANSWER_WHEN_WOKEN = 2_500;

/** How long to wait after so many failures in a row, in milliseconds; a server that starts anew is not met by everyone at once. */
export function waitAfter(failures: number, code: number, random: number): number {
  if (code === CLOSE.goingAway) return random * RESTART_SPREAD;
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - 1)) * (0.5 + random / 2);
}
