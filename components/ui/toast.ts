"use client";

export interface Toast {
  id: number;
  text: string;
  tone: "note" | "calm" | "danger";
  /** "Undo", and what it does. */
  action?: { label: string; run: () => void };
  /** Milliseconds; what has an action stays longer. */
  lasts: number;
}

interface Options {
  tone?: Toast["tone"];
  undo?: () => void;
  action?: Toast["action"];
  lasts?: number;
}

let shown: readonly Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();

function set(toasts: readonly Toast[]) {
  shown = toasts;
  for (const listener of listeners) listener();
}

/** Says that something happened, at the foot of the page, with an undo where there is one. Returns its id. */
export function toast(text: string, { tone = "note", undo, action, lasts }: Options = {}): number {
  const verb = action ?? (undo ? { label: "Undo", run: undo } : undefined);
  const made: Toast = { id: next++, text, tone, lasts: lasts ?? (verb || tone === "danger" ? 8000 : 4000), ...(verb ? { action: verb } : {}) };
  set([...shown.slice(-2), made]);
  return made.id;
}

export const dismissToast = (id: number) => set(shown.filter((one) => one.id !== id));

/** Runs the newest toast's action, as Ctrl or ⌘ and Z do. */
export function undoLast(): boolean {
  const last = shown.findLast((one) => one.action);
  if (!last) return false;
  dismissToast(last.id);
  last.action?.run();
  return true;
}

export const toastStore = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  get: () => shown,
};
