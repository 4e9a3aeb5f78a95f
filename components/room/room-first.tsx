"use client";

import { HeldPanel } from "../held/held-panel";
import type { Incident } from "../../lib/incidents/schema";
import { ChangesPanel } from "./changes-panel";

/** What is looked at first at the side: what changed, and once it is over, whether what was done before held. */
export default function RoomFirst({ incident, serverNow }: { incident: Incident; serverNow: number }) {
  return (
    <>
      {incident.status === "resolved" ? <HeldPanel /> : null}
      <ChangesPanel serverNow={serverNow} mayWrite={incident.can.includes("change.judge")} />
    </>
  );
}
