"use client";

import { type KeyboardEvent, useState } from "react";
import { isProblem } from "../../lib/http/fetch";
import { useDraft } from "../../lib/outbox/client";
import { useRoom } from "../room/room-context";
import { Button } from "../ui/button";
import { Textarea } from "../ui/textarea";

interface Props {
  label: string;
  /** Where one types, for the draft. */
  place: string;
  value: string;
  /** A refusal is thrown, and what was typed stays. */
  onSave: (text: string) => Promise<unknown>;
  onDone: () => void;
}

/** A few words in place. They stay in this browser until they are saved. */
export function NoteField({ label, place, value, onSave, onDone }: Props) {
  const { me } = useRoom();
  /** What stood when one began: what another wrote since is shown before it is written over. */
  const [read] = useState(value);
  const [typed, setTyped, forget] = useDraft<string>(me.id, place, read);
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  async function save() {
    if (value !== read && refused === null) return setRefused("Someone wrote here in the meantime. What you typed is kept.");
    setPending(true);
    setRefused(null);
    try {
      if (typed.trim() !== value) await onSave(typed);
      forget();
      onDone();
    } catch (error) {
      setRefused(error instanceof Error ? error.message : "That did not work. What you typed is kept.");
    } finally {
      setPending(false);
    }
  }
  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save();
    if (event.key === "Escape") onDone();
  }
  return (
    <div className="mt-1.5 max-w-[34rem] font-normal">
      <Textarea
        autoFocus
        aria-label={label}
        aria-invalid={refused !== null || undefined}
        rows={2}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {refused ? (
        <p role="alert" className="mt-1 text-13 text-danger">
          {refused}
          {value !== read ? (
            <span className="isolate-text mt-0.5 block text-soft">Theirs: {value || "nothing"}. Save again to write yours over it.</span>
          ) : null}
        </p>
      ) : null}
      <div className="mt-1.5 flex gap-2">
        <Button size="sm" variant="primary" pending={pending} onClick={() => void save()}>
          Save
        </Button>
        <Button
          size="sm"
          variant="quiet"
          onClick={() => {
            forget();
            onDone();
          }}
        >
          Leave it
        </Button>
      </div>
    </div>
  );
}

/**
 * Saves a text against the version that it was read at. Where something else of the row was changed since, it is saved all the same;
 * `again` answers the version to save against, or null where it was this text that another wrote.
 */
export async function unlessRewritten<Row>(
  save: (ifMatch: number) => Promise<unknown>,
  version: number,
  again: (current: Row) => number | null,
): Promise<unknown> {
  try {
    return await save(version);
  } catch (error) {
    const now = isProblem(error, "CONFLICT") ? again(error.current as Row) : null;
    if (now === null) throw error;
    return save(now);
  }
}
