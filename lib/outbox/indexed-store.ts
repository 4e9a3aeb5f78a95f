import { memoryStore } from "./memory-store";
import type { UnsentStore } from "./queue";
import type { Unsent } from "./rules";

const NAME = "candor-outbox";
const UNSENT = "unsent";
const LEASES = "leases";
const OPENING = 4000;
/** What is only in memory comes after everything that is kept. */
const IN_MEMORY = 2 ** 52;

let opening: Promise<IDBDatabase> | null = null;

export function openDatabase(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    const timer = setTimeout(() => reject(new Error("IndexedDB does not answer")), OPENING);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(UNSENT, { keyPath: "n", autoIncrement: true }).createIndex("personId", "personId");
      request.result.createObjectStore(LEASES);
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      clearTimeout(timer);
      request.result.onversionchange = () => request.result.close();
      request.result.onclose = () => (opening = null);
      resolve(request.result);
    };
  }).catch((error) => {
    opening = null;
    throw error;
  });
  return opening;
}

/** One transaction; resolves when it is on the disk, not merely accepted. */
async function within<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await openDatabase();
  return new Promise<T>((resolve, reject) => {
    const transaction = database.transaction(UNSENT, mode, { durability: "strict" });
    const request = ask(transaction.objectStore(UNSENT));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error("Not kept"));
  });
}

const indexed: UnsentStore = {
  add: async (item) => Number(await within("readwrite", (store) => store.add(item))),
  all: async (personId) => (await within("readonly", (store) => store.index("personId").getAll(personId))).sort((a: Unsent, b: Unsent) => a.n - b.n),
  // What another tab has sent or taken back meanwhile must not come to life again.
  async put(item) {
    const database = await openDatabase();
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction(UNSENT, "readwrite", { durability: "strict" });
      const store = transaction.objectStore(UNSENT);
      const found = store.count(item.n);
      found.onsuccess = () => found.result && store.put(item);
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
  },
  remove: async (n) => void (await within("readwrite", (store) => store.delete(n))),
};

/**
 * IndexedDB, shared by all tabs and kept over their end. Where the browser forbids it or its disk is full, the page's memory:
 * `onlyInMemory` is then called, so that people are told not to close the tab.
 */
export function browserStore(onlyInMemory: () => void): UnsentStore {
  const memory = memoryStore(IN_MEMORY);
  const of = (n: number) => (n >= IN_MEMORY ? memory : indexed);
  return {
    async add(item) {
      try {
        return await indexed.add(item);
      } catch {
        onlyInMemory();
        return memory.add(item);
      }
    },
    async all(personId) {
      const kept = await openDatabase().then(
        () => indexed.all(personId),
        () => [],
      );
      return [...kept, ...(await memory.all(personId))];
    },
    put: (item) => of(item.n).put(item),
    remove: (n) => of(n).remove(n),
  };
}

const LEASE = 20_000;

/** Takes or renews the lease of a name in one transaction. Answers how long to wait where another tab holds it. */
export async function takeLease(name: string, holder: string): Promise<number> {
  const database = await openDatabase();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(LEASES, "readwrite");
    const store = transaction.objectStore(LEASES);
    let wait = 0;
    const request = store.get(name) as IDBRequest<{ holder: string; until: number } | undefined>;
    request.onsuccess = () => {
      const held = request.result;
      const left = held && held.holder !== holder ? held.until - Date.now() : 0;
      // A clock that was set back must not leave a lease for hours.
      if (left > 0 && left <= LEASE) wait = left;
      else store.put({ holder, until: Date.now() + LEASE }, name);
    };
    transaction.oncomplete = () => resolve(wait);
    transaction.onabort = () => reject(transaction.error);
  });
}

export async function endLease(name: string): Promise<void> {
  const database = await openDatabase();
  database.transaction(LEASES, "readwrite").objectStore(LEASES).delete(name);
}
