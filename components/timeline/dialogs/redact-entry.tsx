"use client";

import { useState } from "react";
import { useRedactEntry } from "../../../lib/timeline/client";
import type { Entry } from "../../../lib/timeline/schema";
import { Frame, Labelled } from "../../room/dialogs/frame";
import { useSending } from "../../room/dialogs/use-sending";
import { useRoom } from "../../room/room-context";
import { Input } from "../../ui/input";

/** Secrets happen. What is redacted is gone from the entry, its history and search, and cannot be brought back. */
export default function RedactEntry({ entry, onClose }: { entry: Entry; onClose(): void }) {
  const { incidentRef } = useRoom();
  const [text, setText] = useState("");
  const redact = useRedactEntry(incidentRef);
  const sending = useSending(onClose);
  return (
    <Frame
      danger
      title="Redact"
      description="Purges it from the entry, everything it said before, search and caches. This cannot be undone. If it is a password or a key, change it too."
      action={text ? "Redact these words" : "Redact the whole entry"}
      sending={sending}
      onClose={onClose}
      onSend={() => void sending.send(() => redact.mutateAsync({ id: entry.id, ...(text ? { text } : {}) }))}
    >
      <Labelled
        label="The words to purge"
        hint="Exactly as they stand there. Left empty, the whole entry goes, with its pictures."
        error={sending.refusal?.fields.text}
      >
        {(field) => <Input {...field} autoComplete="off" spellCheck={false} value={text} onChange={(event) => setText(event.target.value)} />}
      </Labelled>
      <blockquote className="isolate-text max-h-40 overflow-y-auto whitespace-pre-wrap border-line border-l-2 pl-3 text-13 text-soft">{entry.body}</blockquote>
    </Frame>
  );
}
