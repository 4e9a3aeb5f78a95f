"use client";

import { useNextUpdate } from "../../../lib/incidents/client";
import type { Incident } from "../../../lib/incidents/schema";
import { duration } from "../../../lib/dates";
import { Button } from "../../ui/button";
import { Frame } from "./frame";
import { useSending } from "./use-sending";

const SPANS = [15, 30, 60, 120];

/** Promises the next update; the lead is reminded when it is due. */
export default function UpdateDialog({ incident, onClose }: { incident: Incident; onClose(): void }) {
  const next = useNextUpdate(incident.ref);
  const sending = useSending(onClose);
  return (
    <Frame
      title="Next update"
      description="When will people hear again? The lead is reminded."
      action="In 30 min"
      sending={sending}
      onClose={onClose}
      onSend={() => void sending.send(() => next.mutateAsync({ inMinutes: 30 }))}
    >
      <div className="flex flex-wrap gap-2">
        {SPANS.map((minutes) => (
          <Button key={minutes} onClick={() => void sending.send(() => next.mutateAsync({ inMinutes: minutes }))}>
            In {duration(minutes * 60)}
          </Button>
        ))}
        {incident.now.nextUpdateAt ? (
          <Button variant="quiet" onClick={() => void sending.send(() => next.mutateAsync({ at: null }))}>
            Take it back
          </Button>
        ) : null}
      </div>
    </Frame>
  );
}
