import { fromBase64, toBase64 } from "lib0/buffer";

/** Which documents this browser holds, and whether something in them has not arrived: readable without opening them. */

const PREFIX = "candor-document";
const nameOf = (personId: string, documentId: string) => `${PREFIX} ${personId} ${documentId}`;

export function keepDocument(personId: string, documentId: string): string {
  const name = nameOf(personId, documentId);
  if (quietly(() => localStorage.getItem(name)) === null) markDocument(name, false);
  return name;
}

export const markDocument = (name: string, isUnsent: boolean) => quietly(() => localStorage.setItem(name, isUnsent ? "unsent" : "sent"));
export const isMarkedUnsent = (name: string) => quietly(() => localStorage.getItem(name)) === "unsent";

/** What had not arrived when the page went: written at once, for a database of the browser may not have come to its last letter. */
const lastOf = (name: string) => name.replace(PREFIX, `${PREFIX}-last`);
/** Larger ones were long in the database before. */
const MOST_LAST = 500_000;

export function keepLast(name: string, update: Uint8Array | null) {
  if (!update || update.length > MOST_LAST) quietly(() => localStorage.removeItem(lastOf(name)));
  else quietly(() => localStorage.setItem(lastOf(name), toBase64(update)));
}

export function keptLast(name: string): Uint8Array | null {
  const text = quietly(() => localStorage.getItem(lastOf(name)));
  return text ? (quietly(() => fromBase64(text)) ?? null) : null;
}

export function dropDocument(name: string) {
  quietly(() => localStorage.removeItem(name));
  keepLast(name, null);
  quietly(() => indexedDB.deleteDatabase(name));
}

const keptNames = () => quietly(() => Object.keys(localStorage).filter((name) => name.startsWith(`${PREFIX} `))) ?? [];

/** Those of anyone that have wholly arrived; what has not stays until its writer signs in here again. */
export function dropDocuments() {
  for (const name of keptNames()) if (!isMarkedUnsent(name)) dropDocument(name);
}

/** How many documents of this person hold something that has not arrived. */
export const unsentDocuments = (personId: string): string[] => keptNames().filter((name) => name.startsWith(nameOf(personId, "")) && isMarkedUnsent(name));

function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
