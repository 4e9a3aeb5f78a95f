"use client";

import { useSyncExternalStore } from "react";

/** Something that can be opened from anywhere: by a button, a key, the palette. `with` is what it should start from. */
export function createOpener<With = undefined>() {
  let state: { open: boolean; with?: With } = { open: false };
  const closed = state;
  const listeners = new Set<() => void>();
  const set = (next: typeof state) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    open: (start?: With) => set({ open: true, with: start }),
    close: () => set({ open: false, with: state.with }),
    get isOpen() {
      return state.open;
    },
    use: () =>
      useSyncExternalStore(
        subscribe,
        () => state,
        () => closed,
      ),
  };
}

export type Opener<With = undefined> = ReturnType<typeof createOpener<With>>;
