import type { Unsent } from "./rules";

const PREFIX = "candor.unsent.";

type Disk = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;
type Jotted = Omit<Unsent, "n">;

/**
 * The moments between Enter and IndexedDB's word that it is kept: localStorage is written before the next line runs, so that a tab
 * which is closed right then loses nothing. What is found here later is put where it belongs.
 */
export class Journal {
  constructor(private readonly disk: () => Disk) {}

  /** False where the browser forbids it or is full: a few milliseconds are not guarded then. */
  jot(item: Jotted): boolean {
    try {
      this.disk().setItem(PREFIX + item.id, JSON.stringify(item));
      return true;
    } catch {
      return false;
    }
  }

  strike(id: string) {
    try {
      this.disk().removeItem(PREFIX + id);
    } catch {
      // Nothing was kept, so nothing is left.
    }
  }

  /** What was left here, in the order typed. */
  left(): Jotted[] {
    try {
      const disk = this.disk();
      const keys = Array.from({ length: disk.length }, (_, at) => disk.key(at) ?? "").filter((key) => key.startsWith(PREFIX));
      const items = keys.flatMap((key) => read(disk.getItem(key)));
      return items.sort((a, b) => a.typed.at - b.typed.at || a.typed.steady - b.typed.steady);
    } catch {
      return [];
    }
  }
}

function read(text: string | null): Jotted[] {
  try {
    return text ? [JSON.parse(text) as Jotted] : [];
  } catch {
    return [];
  }
}
