"use client";

import { useQuery } from "@tanstack/react-query";
import type { Incident } from "../../../lib/incidents/schema";
import { timelineQuery } from "../../../lib/timeline/client";
import { MitigationFields } from "../../nets/mitigation-fields";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";

/** Asked once it is mitigated: what helped, and for a flag how long it took. It is said of the last entry that mitigated it. */
export default function MitigationDialog({ incident, onClose }: { incident: Incident; onClose(): void }) {
  const entries = useQuery(timelineQuery(incident.ref)).data?.items ?? [];
  const entry = entries.findLast((one) => one.kind === "status" && one.data.to === "mitigated" && !one.deletedAt);
  return (
    <Dialog
      open
      onClose={onClose}
      title="What helped?"
      description="An off-switch beats a rollback: the next one is found faster by what helped here."
      width="sm"
      footer={<Button onClick={onClose}>Done</Button>}
    >
      {entry ? <MitigationFields entry={entry} mayWrite /> : <p className="text-soft">The status is still on its way. It can be said here in a moment.</p>}
    </Dialog>
  );
}
