"use client";

import { X } from "lucide-react";
import type { TeamRole } from "@/lib/people/words";
import type { FieldControl } from "../forms/field";
import { PersonPicker } from "../people/person-picker";
import { Avatar } from "../people/avatar";
import { IconButton } from "../ui/icon-button";
import { Select } from "../ui/select";
import type { MemberValue } from "./team-fields";

interface Props {
  control: FieldControl;
  value: readonly MemberValue[];
  onChange: (value: MemberValue[]) => void;
}

/** Who is in the team and who leads it; the last line lets further people in. */
export function MembersField({ control, value, onChange }: Props) {
  const put = (personId: string, role: TeamRole) => onChange(value.map((member) => (member.personId === personId ? { ...member, role } : member)));
  return (
    <div>
      {value.length ? (
        <ul className="mb-2">
          {value.map((member) => (
            <li key={member.personId} className="flex items-center gap-2.5 py-1">
              <Avatar person={member} size="sm" />
              <span className="isolate-text min-w-0 flex-1 truncate">{member.name}</span>
              <Select
                className="w-28"
                aria-label={`${member.name} is`}
                value={member.role}
                onChange={(event) => put(member.personId, event.target.value as TeamRole)}
              >
                <option value="member">member</option>
                <option value="lead">lead</option>
              </Select>
              <IconButton
                label={`Take ${member.name} out`}
                icon={<X aria-hidden="true" />}
                onClick={() => onChange(value.filter((one) => one.personId !== member.personId))}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <PersonPicker
        {...control}
        value={[]}
        without={value.map((member) => member.personId)}
        placeholder="Add someone by name"
        onChange={(added) => onChange([...value, ...added.map(({ id, label }) => ({ personId: id, name: label, role: "member" as const }))])}
      />
    </div>
  );
}
