"use client";

import { useState } from "react";
import { useRedact } from "../../lib/publishing/client";
import { Frame, Labelled } from "../room/dialogs/frame";
import { useSending } from "../room/dialogs/use-sending";
import { Textarea } from "../ui/textarea";
import { toast } from "../ui/toast";
import type { SheetProps } from "./sheet";

/** Purges a text from the draft, every trace of its writing, and all versions. It cannot be undone. */
export default function RedactDialog({ incidentRef, onClose }: SheetProps) {
  const [text, setText] = useState("");
  const redact = useRedact(incidentRef);
  const sending = useSending(onClose);
  return (
    <Frame
      title="Redact a text"
      description="It is purged from the draft, from every trace of its writing, from all versions and from search, and “[redacted]” stands in its place. This cannot be undone."
      action="Redact it"
      danger
      disabled={text.trim().length < 3}
      sending={sending}
      onClose={onClose}
      onSend={() =>
        void sending.send(async () => {
          await redact.mutateAsync({ text: text.trim() });
          toast("Redacted everywhere in this post-mortem");
        })
      }
    >
      <Labelled label="The text, to the letter" error={sending.refusal?.fields.text} hint="As short as what has to go: a key, a name, an address">
        {(field) => <Textarea {...field} rows={2} value={text} maxLength={10_000} onChange={(event) => setText(event.target.value)} />}
      </Labelled>
    </Frame>
  );
}
