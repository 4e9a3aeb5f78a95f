import { Journal } from "./journal";
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
      const unsent = request.result.createObjectStore(UNSENT, { keyPath: "n", autoIncrement: true });
      unsent.createIndex("personId", "personId");
      unsent.createIndex("id", "id", { unique: true });
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

const indexed: Omit<UnsentStore, "jot"> = {
  async add(item) {
    try {
      return Number(await within("readwrite", (store) => store.add(item)));
    } catch (error) {
      // Another tab found it in the journal first.
      const known = (error as DOMException).name === "ConstraintError" ? await within("readonly", (store) => store.index("id").getKey(item.id)) : undefined;
      if (known === undefined) throw error;
      return Number(known);
    }
  },
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
  const journal = new Journal(() => localStorage);
  const idOf = new Map<number, string>();
  let found: Promise<void> | null = null;
  const find = async () => {
    for (const item of journal.left()) {
      await indexed.add(item);
      journal.strike(item.id);
    }
  };
  const findOnce = () =>
    (found ??= find().catch((error) => {
      found = null;
      throw error;
    }));
  const of = (n: number) => (n >= IN_MEMORY ? memory : indexed);
  return {
    jot: (item) => journal.jot(item),
    async add(item) {
      try {
        // What an earlier page left comes before what this one writes.
        await findOnce();
        const n = await indexed.add(item);
        journal.strike(item.id);
        return n;
      } catch {
        onlyInMemory();
        const n = await memory.add(item);
        idOf.set(n, item.id);
        return n;
      }
    },
    async all(personId) {
      const isOpen = await openDatabase().then(
        () => true,
        () => false,
      );
      if (isOpen) await findOnce();
      const kept = isOpen ? await indexed.all(personId) : [];
      return [...kept, ...(await memory.all(personId))];
    },
    put: (item) => of(item.n).put(item),
    async remove(n) {
      await of(n).remove(n);
      const id = idOf.get(n);
      if (id) journal.strike(id);
    },
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
