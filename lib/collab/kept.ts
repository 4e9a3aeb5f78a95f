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

export function dropDocument(name: string) {
  quietly(() => localStorage.removeItem(name));
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
