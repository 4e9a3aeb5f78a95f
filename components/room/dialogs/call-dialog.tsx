"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { callsQuery, useCallForHelp } from "../../../lib/calls/client";
import { PersonPicker } from "../../people/person-picker";
import { TeamPicker } from "../../teams/team-picker";
import { Banner } from "../../ui/banner";
import type { Choice } from "../../ui/combobox";
import { Textarea } from "../../ui/textarea";
import { useRoom } from "../room-context";
import { Frame, Labelled } from "./frame";
import { useSending } from "./use-sending";

/** Calls a team or people; says honestly when nobody will be woken. */
export default function CallDialog({ onClose }: { onClose(): void }) {
  const { incidentRef } = useRoom();
  const [teams, setTeams] = useState<Choice[]>([]);
  const [people, setPeople] = useState<Choice[]>([]);
  const [message, setMessage] = useState("");
  const call = useCallForHelp(incidentRef);
  const sending = useSending(onClose);
  const { data } = useQuery(callsQuery(incidentRef));
  const reach = data?.reach ?? [];
  const chosen = [...teams, ...people].map((one) => one.label);
  return (
    <Frame
      title="Call for help"
      description="They are told at once; here you see who has seen it and who is on it."
      action={chosen.length === 1 ? `Call ${chosen[0]}` : chosen.length ? `Call ${chosen.length}` : "Call"}
      disabled={chosen.length === 0}
      sending={sending}
      onClose={onClose}
      onSend={(letIn) =>
        void sending.send(() =>
          call.mutateAsync({
            teamIds: teams.map((team) => team.id),
            personIds: people.map((person) => person.id),
            ...(message.trim() ? { message: message.trim() } : {}),
            ...(letIn ? { letIn } : {}),
          }),
        )
      }
    >
      <Labelled label="Teams" error={sending.refusal?.fields.teamIds}>
        {(field) => <TeamPicker {...field} value={teams} onChange={setTeams} />}
      </Labelled>
      <Labelled label="People" error={sending.refusal?.letIn ? undefined : sending.refusal?.fields.personIds}>
        {(field) => <PersonPicker {...field} value={people} onChange={setPeople} />}
      </Labelled>
      <Labelled label="What you need (may stay empty)">
        {(field) => <Textarea {...field} rows={2} value={message} maxLength={2000} onChange={(event) => setMessage(event.target.value)} />}
      </Labelled>
      {reach.length ? (
        <p className="text-13 text-soft">
          Goes to their inbox here{reach.includes("mail") ? ", by mail" : ""}
          {reach.includes("webhook") ? ", and to your paging webhook" : ""}.
        </p>
      ) : (
        <Banner tone="caution">Nobody will be woken: only the inbox here is set up. Ring them too.</Banner>
      )}
    </Frame>
  );
}
