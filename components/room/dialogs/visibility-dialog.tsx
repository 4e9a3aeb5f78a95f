"use client";

import { useUpdateIncident } from "../../../lib/incidents/client";
import type { Incident } from "../../../lib/incidents/schema";
import { Frame } from "./frame";
import { useSending } from "./use-sending";

/** Who may see it. Turning private keeps those who are in it already. */
export default function VisibilityDialog({ incident, onClose }: { incident: Incident; onClose(): void }) {
  const update = useUpdateIncident(incident.ref);
  const sending = useSending(onClose);
  const opens = incident.visibility === "private";
  const input = { visibility: opens ? ("organisation" as const) : ("private" as const) };
  return (
    <Frame
      title={opens ? "Open it to everyone here" : "Make it private"}
      action={opens ? "Open it" : "Make it private"}
      sending={sending}
      onClose={onClose}
      onSend={() => void sending.send(() => update.mutateAsync({ input, ifMatch: incident.version }))}
    >
      <p className="text-soft">
        {opens
          ? "Everyone who signs in here will see it, its whole timeline and its pictures, and will find it by search."
          : "Only its declarer, those with a role, those who were called, those you let in, and admins will see it. For everyone else it does not exist, not even as a number."}
      </p>
    </Frame>
  );
}
