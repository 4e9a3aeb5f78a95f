"use client";

import { useState } from "react";
import { useTellEntry } from "../../../lib/blocks/client";
import { newEntryId } from "../../../lib/outbox/rules";
import type { Entry } from "../../../lib/timeline/schema";
import { KIND_WORDS } from "../../../lib/timeline/words";
import { Frame, Labelled } from "../../room/dialogs/frame";
import { useSending } from "../../room/dialogs/use-sending";
import { useRoom } from "../../room/room-context";
import { Checkbox } from "../../ui/checkbox";
import { DateTimeInput } from "../../ui/date-time-input";
import { Input } from "../../ui/input";
import { Select } from "../../ui/select";
import { Textarea } from "../../ui/textarea";

const KINDS = ["note", "alert", "decision", "action", "evidence", "impact", "comms", "hypothesis"] as const;
type Kind = (typeof KINDS)[number];

interface Props {
  kind?: Kind;
  body?: string;
  /** The moment that lies nearest, to begin with. */
  at?: string | null;
  onClose: () => void;
  onTold?: (entry: Entry) => void;
}

/** Tells of something that happened, after the fact: what, when, and whether it was known then. */
export default function TellEntry({ kind = "note", body = "", at = null, onClose, onTold }: Props) {
  const { incidentRef, zone } = useRoom();
  const [form, setForm] = useState({ kind, body, at, approximate: false, later: false, because: "" });
  const [asksWhen, setAsksWhen] = useState(false);
  const tell = useTellEntry(incidentRef);
  // Tried again, it is the same entry.
  const [id] = useState(newEntryId);
  const sending = useSending(onClose);
  const errors = sending.refusal?.fields ?? {};
  const set = (change: Partial<typeof form>) => setForm((now) => ({ ...now, ...change }));

  function send(letIn: boolean) {
    if (!form.at) return setAsksWhen(true);
    void sending.send(async () => {
      const entry = await tell.mutateAsync({
        id,
        kind: form.kind,
        body: form.body,
        occurredAt: form.at!,
        ...(form.approximate ? { precision: "approximate" } : {}),
        ...(form.later ? { knownLater: true } : {}),
        ...(form.kind === "hypothesis" ? { data: form.because ? { state: "ruled_out", because: form.because } : { state: "ruled_out" } } : {}),
        ...(letIn ? { letIn } : {}),
      });
      onTold?.(entry);
    });
  }

  return (
    <Frame
      title={form.kind === "hypothesis" ? "A theory that was ruled out" : "What happened"}
      description="It goes onto the timeline of the incident, where it happened."
      action="Put it on the timeline"
      sending={sending}
      onClose={onClose}
      onSend={send}
      width="md"
    >
      <Labelled label={form.kind === "hypothesis" ? "What we thought" : "What happened"} error={errors.body}>
        {(field) => <Textarea {...field} data-autofocus rows={3} value={form.body} onChange={(event) => set({ body: event.target.value })} />}
      </Labelled>
      <Labelled
        label="When it happened"
        hint="Not when it is written down"
        error={errors.occurredAt ?? (asksWhen && !form.at ? "Say when it happened, as well as it is known" : undefined)}
      >
        {(field) => <DateTimeInput {...field} step={1} zone={zone} value={form.at} onChange={(value) => set({ at: value })} />}
      </Labelled>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <Checkbox label="The time is approximate" checked={form.approximate} onChange={(event) => set({ approximate: event.target.checked })} />
        <Checkbox label="It was known only later" checked={form.later} onChange={(event) => set({ later: event.target.checked })} />
      </div>
      <Labelled label="What kind of thing">
        {(field) => (
          <Select {...field} value={form.kind} onChange={(event) => set({ kind: event.target.value as Kind })}>
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {one === "hypothesis" ? "Theory, ruled out" : KIND_WORDS[one]}
              </option>
            ))}
          </Select>
        )}
      </Labelled>
      {form.kind === "hypothesis" ? (
        <Labelled label="Ruled out because" error={errors.data}>
          {(field) => <Input {...field} value={form.because} onChange={(event) => set({ because: event.target.value })} />}
        </Labelled>
      ) : null}
    </Frame>
  );
}
