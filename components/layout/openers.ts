"use client";

import { createOpener } from "../ui/opener";

/** What a declaration may start from when it is opened from a place that knows something already. */
export interface DeclareStart {
  title?: string;
  services?: readonly { id: string; name: string }[];
}

export const declareSheet = createOpener<DeclareStart>();
/** `with` is what to look for at once. */
export const palette = createOpener<string>();
export const shortcutHelp = createOpener();
