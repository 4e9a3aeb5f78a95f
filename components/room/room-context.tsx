"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Person } from "../../lib/people/schema";

/** What every piece of a room knows: which one it is, who reads it, and on which clock. */
export interface RoomFacts {
  incidentRef: string;
  me: Person;
  zone: string;
}

const Context = createContext<RoomFacts | null>(null);

export function RoomProvider({ incidentRef, me, zone, children }: RoomFacts & { children: ReactNode }) {
  const facts = useMemo(() => ({ incidentRef, me, zone }), [incidentRef, me, zone]);
  return <Context value={facts}>{children}</Context>;
}

export function useRoom(): RoomFacts {
  const facts = useContext(Context);
  if (!facts) throw new Error("A piece of the room stands outside of it");
  return facts;
}
