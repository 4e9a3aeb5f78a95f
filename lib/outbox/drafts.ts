/** Unsent words of a person, by the place where they type. Kept in this browser until they are sent. */

const PREFIX = "candor.draft.";
const SAVE_AFTER = 200;

type Disk = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** localStorage, for it is written before the page is gone: what is typed and closed at once is still there. */
export class Drafts {
  private readonly held = new Map<string, unknown>();
  private readonly unsaved = new Set<string>();
  private readonly listeners = new Map<string, Set<() => void>>();
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly disk: () => Disk) {}

  get(key: string): unknown {
    if (!this.held.has(key)) this.held.set(key, this.load(key));
    return this.held.get(key);
  }

  /** Undefined clears it. */
  set(key: string, value: unknown) {
    if (this.get(key) === value) return;
    this.held.set(key, value);
    this.unsaved.add(key);
    if (value === undefined) this.save();
    else this.timer ??= setTimeout(() => this.save(), SAVE_AFTER);
    for (const listener of [...(this.listeners.get(key) ?? [])]) listener();
  }

  watch(key: string, listener: () => void): () => void {
    const those = this.listeners.get(key) ?? new Set();
    this.listeners.set(key, those.add(listener));
    return () => void those.delete(listener);
  }

  /** At once, as when the page goes. */
  save() {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    for (const key of this.unsaved) {
      const value = this.held.get(key);
      try {
        if (value === undefined) this.disk().removeItem(PREFIX + key);
        else this.disk().setItem(PREFIX + key, JSON.stringify(value));
      } catch {
        // Forbidden or full: the page still holds it.
      }
    }
    this.unsaved.clear();
  }

  private load(key: string): unknown {
    try {
      const text = this.disk().getItem(PREFIX + key);
      return text === null ? undefined : JSON.parse(text);
    } catch {
      return undefined;
    }
  }
}

let made: Drafts | null = null;

export function drafts(): Drafts {
  if (made) return made;
  const one = (made = new Drafts(() => localStorage));
  addEventListener("pagehide", () => one.save());
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && one.save());
  return one;
}

export const draftKey = (personId: string, place: string) => `${personId}.${place}`;

/** Every draft of a person is forgotten, as when they sign out. */
export function forgetDrafts(personId: string) {
  made?.save();
  made = null;
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(`${PREFIX}${personId}.`)) localStorage.removeItem(key);
  } catch {
    // Nothing can be kept here, so nothing is.
  }
}
