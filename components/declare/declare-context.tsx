"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Person } from "../../lib/people/schema";

/** What declaring needs to know: who declares, on which clock, and whether a call for help reaches anyone outside the app. */
export interface DeclareFacts {
  me: Pick<Person, "id" | "name" | "role">;
  zone: string;
  reach: readonly ("mail" | "webhook")[];
}

const Context = createContext<DeclareFacts | null>(null);

export function DeclareFactsProvider({ me, zone, reach, children }: DeclareFacts & { children: ReactNode }) {
  const facts = useMemo(() => ({ me, zone, reach }), [me, zone, reach]);
  return <Context value={facts}>{children}</Context>;
}

export function useDeclareFacts(): DeclareFacts {
  const facts = useContext(Context);
  if (!facts) throw new Error("Declaring needs a <DeclareProvider> around it");
  return facts;
}
