import type { UnsentStore } from "./queue";
import type { Unsent } from "./rules";

/** Keeps what is unsent for as long as the page lives: where a browser forbids IndexedDB, and in tests. */
export function memoryStore(first = 1): UnsentStore {
  const items = new Map<number, Unsent>();
  let next = first;
  return {
    jot: () => false,
    async add(item) {
      const n = next++;
      items.set(n, { ...item, n });
      return n;
    },
    all: async (personId) => [...items.values()].filter((item) => item.personId === personId).sort((a, b) => a.n - b.n),
    async put(item) {
      if (items.has(item.n)) items.set(item.n, item);
    },
    async remove(n) {
      items.delete(n);
    },
  };
}
