"use client";

import { useState } from "react";
import { useStartPostmortem } from "../../lib/postmortems/client";
import { useRequireNone } from "../../lib/publishing/client";
import { Frame, Labelled } from "../room/dialogs/frame";
import { useSending } from "../room/dialogs/use-sending";
import { Textarea } from "../ui/textarea";
import { toast } from "../ui/toast";
import type { SheetProps } from "./sheet";

/** Says that none is required, and why. What was written stays, and it can be begun after all. */
export default function NoneDialog({ incidentRef, onClose }: Pick<SheetProps, "incidentRef" | "onClose">) {
  const [reason, setReason] = useState("");
  const require = useRequireNone(incidentRef);
  const start = useStartPostmortem(incidentRef);
  const sending = useSending(onClose);
  return (
    <Frame
      title="None is required"
      description="A decision that stays readable, with its reason. Nothing that was written is lost."
      action="None is required"
      disabled={reason.trim() === ""}
      sending={sending}
      onClose={onClose}
      onSend={() =>
        void sending.send(async () => {
          await require.mutateAsync({ reason: reason.trim() });
          toast("No post-mortem is required", { undo: () => start.mutate() });
        })
      }
    >
      <Labelled label="Why" error={sending.refusal?.fields.reason} hint="The drill went as planned, and its notes are in the room">
        {(field) => <Textarea {...field} rows={3} value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />}
      </Labelled>
    </Frame>
  );
}
