"use client";

import { useState } from "react";
import type { ActionItem } from "../../lib/actions/schema";
import { isProblem } from "../../lib/http/fetch";
import type { RefDto } from "../../lib/scalars";
import { toChoices } from "../directory/choices";
import { Field } from "../forms/field";
import { PersonPicker } from "../people/person-picker";
import { TeamPicker } from "../teams/team-picker";
import { Button } from "../ui/button";
import type { Choice } from "../ui/combobox";
import { Dialog } from "../ui/dialog";
import { useEditItems } from "./use-edit-items";

export interface SheetProps {
  items: readonly ActionItem[];
  onClose: () => void;
}

const sameOf = (items: readonly ActionItem[], pick: (item: ActionItem) => RefDto | null): Choice[] => {
  const first = items[0] ? pick(items[0]) : null;
  return first && items.every((item) => pick(item)?.id === first.id) ? toChoices([first]) : [];
};

/** Who looks after it: a person, a team, or both. */
export default function OwnerSheet({ items, onClose }: SheetProps) {
  const edit = useEditItems();
  const [owner, setOwner] = useState(() => sameOf(items, (item) => (item.ownerLeft ? null : item.owner)));
  const [team, setTeam] = useState(() => sameOf(items, (item) => item.team));
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const asks = isProblem(error) && error.errors.some(({ code }) => code === "not_let_in");
  const at = (name: string) => (isProblem(error) ? error.errors.find(({ path }) => path.endsWith(name))?.message : undefined);
  const rest = error && !at("ownerId") && !at("teamId") ? (error as Error).message : null;

  async function save(letIn: boolean) {
    setBusy(true);
    const [person, group] = [owner[0], team[0]];
    const shown = {
      owner: person ? { id: person.id, name: person.label, avatarUrl: null, role: "member" as const } : null,
      ownerLeft: false,
      team: group ? { id: group.id, name: group.label } : null,
    };
    const set = { ownerId: person?.id ?? null, teamId: group?.id ?? null, ...(letIn ? { letIn } : {}) };
    try {
      await edit({ items, set, shown }, person || group ? `With ${person?.label ?? group?.label}` : "With nobody");
      onClose();
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={items.length === 1 ? `Who looks after ${items[0]!.ref}?` : `Who looks after these ${items.length}?`}
      width="sm"
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Not now
          </Button>
          <Button variant="primary" pending={busy} onClick={() => void save(asks)}>
            {asks ? "Let them in, and give it" : "Give it"}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field label="Owner" hint="They are told, unless it is you" error={at("ownerId")}>
          {(control) => <PersonPicker {...control} single value={owner} onChange={setOwner} />}
        </Field>
        <Field label="Team" optional hint="Its leads are reminded where nobody owns it" error={at("teamId")}>
          {(control) => <TeamPicker {...control} single value={team} onChange={setTeam} />}
        </Field>
        {rest ? (
          <p role="alert" className="text-13 text-danger">
            {rest}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
