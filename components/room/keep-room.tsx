"use client";

import { useKeptRoom } from "../../lib/outbox/persist";

/** Keeps the open room in this browser. It draws nothing, and comes when the room is there. */
export default function KeepRoom({ incidentRef, personId, build }: { incidentRef: string; personId: string; build: string | null }) {
  useKeptRoom(incidentRef, personId, build);
  return null;
}
