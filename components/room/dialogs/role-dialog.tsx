"use client";

import { useState } from "react";
import { useTakeRole } from "../../../lib/incidents/client";
import { INCIDENT_ROLES, type IncidentRole, ROLE_WORDS } from "../../../lib/incidents/words";
import { PersonPicker } from "../../people/person-picker";
import type { Choice } from "../../ui/combobox";
import { Input } from "../../ui/input";
import { Select } from "../../ui/select";
import { useRoom } from "../room-context";
import { Frame, Labelled } from "./frame";
import { useSending } from "./use-sending";

/** Gives a role to someone; giving the lead hands it over, with a word on where things stand. */
export default function RoleDialog({ onClose }: { onClose(): void }) {
  const { incidentRef } = useRoom();
  const [role, setRole] = useState<IncidentRole>("lead");
  const [person, setPerson] = useState<Choice[]>([]);
  const [note, setNote] = useState("");
  const take = useTakeRole(incidentRef);
  const sending = useSending(onClose);
  const [chosen] = person;
  return (
    <Frame
      title="Give a role"
      action={chosen ? `${role === "lead" ? "Hand the lead to" : "Give it to"} ${chosen.label}` : "Give it"}
      disabled={!chosen}
      sending={sending}
      onClose={onClose}
      onSend={(letIn) =>
        chosen &&
        void sending.send(() => take.mutateAsync({ role, personId: chosen.id, ...(note.trim() ? { note: note.trim() } : {}), ...(letIn ? { letIn } : {}) }))
      }
    >
      <Labelled label="Role">
        {(field) => (
          <Select {...field} value={role} onChange={(event) => setRole(event.target.value as IncidentRole)}>
            {INCIDENT_ROLES.map((one) => (
              <option key={one} value={one}>
                {ROLE_WORDS[one]}
              </option>
            ))}
          </Select>
        )}
      </Labelled>
      <Labelled label="Who" error={sending.refusal?.letIn ? undefined : sending.refusal?.fields.personId}>
        {(field) => <PersonPicker {...field} single value={person} onChange={setPerson} />}
      </Labelled>
      <Labelled label="A word on where things stand (may stay empty)">
        {(field) => <Input {...field} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Labelled>
    </Frame>
  );
}
