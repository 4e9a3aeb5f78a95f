"use client";

import type { ReactNode } from "react";
import { declareSheet } from "../layout/openers";
import { OnDemand } from "../ui/on-demand";
import { type DeclareFacts, DeclareFactsProvider } from "./declare-context";

const load = () => import("./declare-sheet");

/**
 * Declaring from everywhere: `d`, every Declare button and the palette open the sheet by `declareSheet.open()`. Its code comes
 * when the browser has nothing to do, so that opening takes no round trip. Mounted once, in the workspace's layout.
 */
export function DeclareProvider({ children, ...facts }: DeclareFacts & { children: ReactNode }) {
  return (
    <DeclareFactsProvider {...facts}>
      {children}
      <OnDemand opener={declareSheet} load={load} ahead />
    </DeclareFactsProvider>
  );
}
