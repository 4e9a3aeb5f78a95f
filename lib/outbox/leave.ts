import { paths } from "../paths";
import { drafts, forgetDrafts } from "./drafts";
import { browserStore } from "./indexed-store";
import { dropRooms } from "./kept-rooms";
import { dropPages } from "./shell";

/** Ways out: the session that ended, and signing out. Neither loses a word. */

const store = browserStore(() => undefined);

/** How many entries of this person are not yet known to have arrived. */
export const hasUnsent = async (personId: string): Promise<number> => (await store.all(personId)).length;

/** No page and no row of an incident stays in the browser. Drafts and what is unsent do. */
export async function dropKept(): Promise<void> {
  await Promise.all([dropPages(), dropRooms()]).catch(() => undefined);
}

let isLeaving = false;

/** The session has ended: to the sign-in page and back here, with every draft and every waiting entry kept. */
export async function leaveToSignIn(): Promise<void> {
  if (isLeaving) return;
  isLeaving = true;
  drafts().save();
  await dropKept();
  location.assign(paths.signIn(location.pathname + location.search));
}

/**
 * Before signing out: forgets the person's pages, rows and drafts. What is unsent stays until they sign in here again,
 * unless they say to throw it away (ask with `hasUnsent` first, and show how many).
 */
export async function forgetPerson(personId: string, { unsent = "keep" }: { unsent?: "keep" | "discard" } = {}): Promise<void> {
  forgetDrafts(personId);
  await dropKept();
  if (unsent === "discard") for (const item of await store.all(personId)) await store.remove(item.n);
}
