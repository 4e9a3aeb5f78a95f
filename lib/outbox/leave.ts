import { paths } from "../paths";
import { drafts, forgetDrafts } from "./drafts";
import { browserStore } from "./indexed-store";
import { dropRooms } from "./kept-rooms";
import { dropPages } from "./shell";

/** Ways out: the session that ended, and signing out. Neither loses a word. */

const store = browserStore(() => undefined);

/** Loaded when someone leaves, for no page needs it before. */
const documents = () => import("../collab/kept");
const language = () => import("../language/client");
const hints = () => import("./hints");

/** How many entries and documents of this person are not yet known to have arrived. */
export const hasUnsent = async (personId: string): Promise<number> =>
  (await store.all(personId)).length + (await documents().then(({ unsentDocuments }) => unsentDocuments(personId).length));

/** No page, no row and no document of an incident stays in the browser. Drafts and what is unsent do. */
export async function dropKept(): Promise<void> {
  const dropping = documents().then(({ dropDocuments }) => dropDocuments());
  const forgetting = language().then(({ forgetLanguage }) => forgetLanguage());
  await Promise.all([dropPages(), dropRooms(), dropping, forgetting]).catch(() => undefined);
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
  if (unsent === "keep") return;
  await hints().then(({ dropWaitingHints }) => dropWaitingHints(personId));
  for (const item of await store.all(personId)) await store.remove(item.n);
  const { dropDocument, unsentDocuments } = await documents();
  for (const name of unsentDocuments(personId)) dropDocument(name);
}
