"use client";

import { useState } from "react";
import { isProblem } from "../../../lib/http/fetch";
import { type EntryEdit, useUpdateEntry } from "../../../lib/timeline/client";
import type { Entry } from "../../../lib/timeline/schema";
import { KIND_WORDS, type EntryKind } from "../../../lib/timeline/words";
import { Frame, Labelled } from "../../room/dialogs/frame";
import { useSending } from "../../room/dialogs/use-sending";
import { useRoom } from "../../room/room-context";
import { Banner } from "../../ui/banner";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { DateTimeInput } from "../../ui/date-time-input";
import { Input } from "../../ui/input";
import { Select } from "../../ui/select";
import { Textarea } from "../../ui/textarea";

const KINDS = ["note", "alert", "change", "decision", "action", "evidence", "comms", "impact"] as const;
type Quotable = (typeof KINDS)[number];
const isQuotable = (kind: EntryKind): kind is Quotable => (KINDS as readonly string[]).includes(kind);

const formOf = (entry: Entry) => ({
  kind: entry.kind,
  body: entry.body,
  occurredAt: entry.occurredAt,
  approximate: entry.precision === "approximate",
  sourceUrl: entry.sourceUrl ?? "",
  because: entry.data.because ?? "",
});

/** Corrects an entry. What it said before is kept; who was second is told, and keeps what they typed. */
export default function EditEntry({ entry, onClose }: { entry: Entry; onClose(): void }) {
  const { incidentRef, zone } = useRoom();
  const [form, setForm] = useState(() => formOf(entry));
  const [base, setBase] = useState(entry);
  const [theirs, setTheirs] = useState<Entry | null>(null);
  const update = useUpdateEntry(incidentRef);
  const sending = useSending(onClose);
  const errors = sending.refusal?.fields ?? {};
  const set = (change: Partial<typeof form>) => setForm((now) => ({ ...now, ...change }));

  function send(letIn: boolean) {
    const input = changes(form, base);
    if (Object.keys(input).length === 0) return onClose();
    void sending.send(async () => {
      try {
        await update.mutateAsync({ id: entry.id, input: letIn ? { ...input, letIn } : input, ifMatch: base.version });
      } catch (error) {
        if (isProblem(error, "CONFLICT") && error.current) {
          setTheirs(error.current as Entry);
          setBase(error.current as Entry);
        }
        throw error;
      }
    });
  }

  return (
    <Frame
      title="Correct the entry"
      description="What it said before stays readable."
      action={theirs ? "Save mine over it" : "Save"}
      sending={sending}
      onClose={onClose}
      onSend={send}
    >
      {theirs ? (
        <Banner
          tone="caution"
          title="Someone corrected it meanwhile"
          actions={
            <Button size="sm" onClick={() => setForm(formOf(theirs))}>
              Take theirs
            </Button>
          }
        >
          <span className="isolate-text">Theirs: “{theirs.body || "no words"}”. Yours is kept below.</span>
        </Banner>
      ) : null}
      <Labelled label="What happened" error={errors.body}>
        {(field) => <Textarea {...field} data-autofocus rows={4} value={form.body} onChange={(event) => set({ body: event.target.value })} />}
      </Labelled>
      {entry.kind === "hypothesis" && entry.data.state !== "open" ? (
        <Labelled label="Because" error={errors.data}>
          {(field) => <Input {...field} value={form.because} onChange={(event) => set({ because: event.target.value })} />}
        </Labelled>
      ) : null}
      <Labelled label="When it happened" error={errors.occurredAt}>
        {(field) => <DateTimeInput {...field} step={1} zone={zone} value={form.occurredAt} onChange={(at) => at && set({ occurredAt: at })} />}
      </Labelled>
      <Checkbox label="The time is approximate" checked={form.approximate} onChange={(event) => set({ approximate: event.target.checked })} />
      {isQuotable(entry.kind) ? (
        <Labelled label="What kind of thing">
          {(field) => (
            <Select {...field} value={form.kind} onChange={(event) => set({ kind: event.target.value as Quotable })}>
              {KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {KIND_WORDS[kind]}
                </option>
              ))}
            </Select>
          )}
        </Labelled>
      ) : null}
      <Labelled label="Source (a link, may stay empty)" error={errors.sourceUrl}>
        {(field) => <Input {...field} type="url" value={form.sourceUrl} onChange={(event) => set({ sourceUrl: event.target.value })} />}
      </Labelled>
    </Frame>
  );
}

function changes(form: ReturnType<typeof formOf>, base: Entry): EntryEdit {
  const before = formOf(base);
  return {
    ...(form.kind !== before.kind && isQuotable(form.kind) ? { kind: form.kind } : {}),
    ...(form.body !== before.body ? { body: form.body } : {}),
    ...(Date.parse(form.occurredAt) !== Date.parse(before.occurredAt) ? { occurredAt: form.occurredAt } : {}),
    ...(form.approximate !== before.approximate ? { precision: form.approximate ? ("approximate" as const) : ("exact" as const) } : {}),
    ...(form.sourceUrl.trim() !== before.sourceUrl ? { sourceUrl: form.sourceUrl.trim() || null } : {}),
    ...(form.because !== before.because ? { data: { because: form.because } } : {}),
  };
}
