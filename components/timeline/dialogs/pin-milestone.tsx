"use client";

import { stamp } from "../../../lib/dates";
import { MILESTONE_WORDS, MILESTONES, type Milestone } from "../../../lib/incidents/words";
import { useUpdateEntry } from "../../../lib/timeline/client";
import type { Entry } from "../../../lib/timeline/schema";
import { Frame } from "../../room/dialogs/frame";
import { useSending } from "../../room/dialogs/use-sending";
import { useRoom } from "../../room/room-context";
import { Button } from "../../ui/button";

/** Says that a milestone was reached with this entry. A pinned one wins over what the timeline says by itself. */
export default function PinMilestone({ entry, onClose }: { entry: Entry; onClose(): void }) {
  const { incidentRef, zone } = useRoom();
  const update = useUpdateEntry(incidentRef);
  const sending = useSending(onClose);
  const pin = (milestone: Milestone | null) => void sending.send(() => update.mutateAsync({ id: entry.id, input: { milestone } }));
  const pinned = entry.pinned ? entry.milestone : null;
  return (
    <Frame
      title="Pin a milestone here"
      description={`At ${stamp(entry.occurredAt, zone)}. The durations follow.`}
      action={pinned ? "Take the pin away" : "Close"}
      sending={sending}
      onClose={onClose}
      onSend={() => (pinned ? pin(null) : onClose())}
    >
      <div className="flex flex-wrap gap-2">
        {MILESTONES.map((milestone) => (
          <Button key={milestone} aria-pressed={pinned === milestone} variant={pinned === milestone ? "primary" : "secondary"} onClick={() => pin(milestone)}>
            {MILESTONE_WORDS[milestone]}
          </Button>
        ))}
      </div>
    </Frame>
  );
}
