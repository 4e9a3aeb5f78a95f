"use client";

import type { useOutbox } from "../../lib/outbox/client";
import type { SendingEntry } from "../../lib/outbox/rows";
import { CopyButton } from "../ui/copy-button";
import { EntryBody } from "./entry-body";
import { RailEntry } from "./rail-entry";

interface Props {
  entry: SendingEntry;
  zone: string;
  outbox: Pick<ReturnType<typeof useOutbox>, "retry" | "resend" | "discard">;
  /** Puts the words back where they were typed. */
  onEdit(entry: SendingEntry): void;
}

/** An entry that stands in this browser only. What was refused keeps its words until its writer has decided about them. */
export function WaitingRow({ entry, zone, outbox, onEdit }: Props) {
  const { refusal } = entry;
  const asksToLetIn = refusal?.errors.some((error) => error.code === "not_let_in") ?? false;
  const verb = "rounded-sm font-[550] text-ink link";
  return (
    <RailEntry
      id={entry.id}
      kind={entry.kind}
      at={entry.occurredAt}
      zone={zone}
      by={entry.author.name}
      sending={entry.state}
      onRetry={() => (refusal ? outbox.resend(entry.id) : outbox.retry())}
      onDiscard={() => void outbox.discard(entry.id)}
    >
      <EntryBody entry={entry} />
      {refusal ? (
        <p className="flex flex-wrap items-center gap-x-2.5 text-13 text-danger">
          {refusal.message}
          {asksToLetIn ? (
            <button type="button" className={verb} onClick={() => void outbox.resend(entry.id, { ...entry.sent, letIn: true })}>
              Let them in
            </button>
          ) : null}
          <button type="button" className={verb} onClick={() => onEdit(entry)}>
            Edit
          </button>
          <CopyButton label="Copy the words" text={entry.body} />
        </p>
      ) : null}
    </RailEntry>
  );
}
