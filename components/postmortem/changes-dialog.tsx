"use client";

import { useState } from "react";
import { useReview } from "../../lib/reviews/client";
import { Frame, Labelled } from "../room/dialogs/frame";
import { useSending } from "../room/dialogs/use-sending";
import { Textarea } from "../ui/textarea";
import { toast } from "../ui/toast";
import type { SheetProps } from "./sheet";

/** Says what should be otherwise before it goes out. */
export default function ChangesDialog({ incidentRef, me, onClose }: SheetProps) {
  const [note, setNote] = useState("");
  const ask = useReview(incidentRef, "request-changes");
  const withdraw = useReview(incidentRef, "withdraw");
  const sending = useSending(onClose);
  return (
    <Frame
      title="Ask for changes"
      description="Whoever asked you and whoever wrote it is told. It holds nobody up: it says what a reader still misses."
      action="Ask for changes"
      disabled={note.trim() === ""}
      sending={sending}
      onClose={onClose}
      onSend={() =>
        void sending.send(async () => {
          await ask.mutateAsync({ note: note.trim() });
          toast("You asked for changes", { undo: () => withdraw.mutate({ personIds: [me.id] }) });
        })
      }
    >
      <Labelled label="What should be otherwise" error={sending.refusal?.fields.note} hint="A question helps most: “How did the first customer notice?”">
        {(field) => <Textarea {...field} rows={4} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />}
      </Labelled>
    </Frame>
  );
}
