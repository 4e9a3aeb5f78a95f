"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { postmortemQuery } from "../../lib/postmortems/client";
import { useReview } from "../../lib/reviews/client";
import { PersonPicker } from "../people/person-picker";
import { Frame, Labelled } from "../room/dialogs/frame";
import { useSending } from "../room/dialogs/use-sending";
import { TeamPicker } from "../teams/team-picker";
import type { Choice } from "../ui/combobox";
import { Textarea } from "../ui/textarea";
import { toast } from "../ui/toast";
import type { SheetProps } from "./sheet";

/** Asks people or teams to read the draft. */
export default function AskDialog({ incidentRef, me, onClose }: SheetProps) {
  const [people, setPeople] = useState<Choice[]>([]);
  const [teams, setTeams] = useState<Choice[]>([]);
  const [note, setNote] = useState("");
  const waiting = useQuery(postmortemQuery(incidentRef)).data?.reviews.filter(({ state }) => state === "requested") ?? [];
  const ask = useReview(incidentRef, "request-review");
  const withdraw = useReview(incidentRef, "withdraw");
  const sending = useSending(onClose);
  const chosen = [...people, ...teams].map(({ label }) => label);

  async function send(letIn: boolean) {
    const before = new Set(waiting.map(({ person }) => person.id));
    const state = await ask.mutateAsync({
      personIds: people.map(({ id }) => id),
      teamIds: teams.map(({ id }) => id),
      ...(note.trim() ? { note: note.trim() } : {}),
      ...(letIn ? { letIn } : {}),
    });
    const fresh = state.reviews.filter((review) => review.state === "requested" && !before.has(review.person.id)).map(({ person }) => person.id);
    const undo = fresh.length ? () => withdraw.mutate({ personIds: fresh }, { onError: (error) => toast(error.message, { tone: "danger" }) }) : undefined;
    toast(chosen.length === 1 ? `${chosen[0]} is asked to read it` : `${chosen.length} are asked to read it`, undo ? { undo } : {});
  }

  return (
    <Frame
      title="Ask for a review"
      description="They are told in their inbox and by mail, and reminded once after three days. Of a team, one answer is enough."
      action={chosen.length === 1 ? `Ask ${chosen[0]}` : chosen.length ? `Ask ${chosen.length}` : "Ask"}
      disabled={chosen.length === 0}
      sending={sending}
      onClose={onClose}
      onSend={(letIn) => void sending.send(() => send(letIn))}
    >
      <Labelled label="People" error={sending.refusal?.letIn ? undefined : sending.refusal?.fields.personIds}>
        {(field) => <PersonPicker {...field} value={people} onChange={setPeople} without={[me.id]} />}
      </Labelled>
      <Labelled label="Teams" error={sending.refusal?.letIn ? undefined : sending.refusal?.fields.teamIds}>
        {(field) => <TeamPicker {...field} value={teams} onChange={setTeams} />}
      </Labelled>
      <Labelled label="What they should look at (may stay empty)">
        {(field) => <Textarea {...field} rows={2} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />}
      </Labelled>
    </Frame>
  );
}
