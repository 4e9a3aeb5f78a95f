"use client";

import { useState } from "react";
import { useAddChange } from "../../lib/beside/client";
import { CHANGE_KIND_WORDS, type ChangeKind } from "../../lib/changes/words";
import { useDraft } from "../../lib/outbox/client";
import { useRoom } from "../room/room-context";
import { Button } from "../ui/button";
import { Input } from "../ui/input";

/** "Nothing changed" is an answer too: of which kind, and how it was checked. */
export function NothingForm({ kinds }: { kinds: readonly ChangeKind[] }) {
  const { incidentRef, me } = useRoom();
  const [kind, setKind] = useState<ChangeKind | null>(null);
  const [how, setHow, clear] = useDraft(me.id, `nothing ${incidentRef} ${kind ?? ""}`, "");
  const [refused, setRefused] = useState<string | null>(null);
  const add = useAddChange(incidentRef);
  if (kinds.length === 0 && !kind) return null;

  async function save() {
    if (!kind) return;
    if (!how.trim()) return setRefused("Say how it was checked, so that nobody has to look again.");
    try {
      await add.mutateAsync({ input: { kind, nothingChanged: true, why: how.trim() } });
      clear();
      setKind(null);
      setRefused(null);
    } catch (error) {
      setRefused((error as Error).message);
    }
  }
  if (!kind)
    return (
      <p className="flex flex-wrap items-center gap-x-1 gap-y-1 border-hairline border-t py-2 text-13 text-soft print:hidden">
        <span className="mr-1">Looked, and nothing changed?</span>
        {kinds.map((one) => (
          <Button key={one} size="sm" variant="quiet" onClick={() => setKind(one)}>
            {CHANGE_KIND_WORDS[one]}
          </Button>
        ))}
      </p>
    );
  const label = `Nothing changed: ${CHANGE_KIND_WORDS[kind].toLowerCase()}. How was it checked?`;
  return (
    <form
      className="border-hairline border-t py-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label htmlFor={`nothing-${kind}`} className="mb-1.5 block font-[550] text-13">
        {label}
      </label>
      <div className="flex flex-wrap gap-2">
        <Input
          id={`nothing-${kind}`}
          autoFocus
          className="min-w-48 flex-1"
          value={how}
          maxLength={2000}
          placeholder="Compared the plan with last week’s; the console shows no event since Monday"
          aria-invalid={refused ? true : undefined}
          aria-describedby={refused ? `nothing-${kind}-error` : undefined}
          onChange={(event) => setHow(event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && setKind(null)}
        />
        <Button type="submit" variant="primary" pending={add.isPending}>
          Say so
        </Button>
        <Button variant="quiet" onClick={() => setKind(null)}>
          Not now
        </Button>
      </div>
      {refused ? (
        <p id={`nothing-${kind}-error`} className="mt-1 text-13 text-danger">
          {refused}
        </p>
      ) : null}
    </form>
  );
}
