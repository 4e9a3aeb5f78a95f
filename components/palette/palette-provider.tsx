"use client";

import { palette } from "../layout/openers";
import { OnDemand } from "../ui/on-demand";

const load = () => import("./workspace-palette");

/** The palette of the workspace, opened by Ctrl/⌘ K, `/` and the find buttons. Mounted once, within `DeclareProvider`. */
export function PaletteProvider() {
  return <OnDemand opener={palette} load={load} ahead />;
}
