"use client";

import { type FormEvent, useId, useState } from "react";
import { isProblem } from "@/lib/http/fetch";
import { Button } from "../ui/button";
import { Input } from "../ui/input";

interface Props {
  label: string;
  action: string;
  value: string;
  /** A refusal is thrown: it lands here, and what was typed stays. */
  onSave: (label: string) => Promise<unknown>;
  onDone: () => void;
}

/** A name typed in its place: Enter saves, Escape leaves it. */
export function TagField({ label, action, value, onSave, onDone }: Props) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const [refused, setRefused] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function send(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    setRefused(null);
    try {
      await onSave(typed.trim());
      onDone();
    } catch (error) {
      const beside = isProblem(error) ? error.errors[0]?.message : undefined;
      setRefused(beside ?? (error instanceof Error ? error.message : "That did not work. What you typed is kept."));
    } finally {
      setPending(false);
    }
  }

  return (
    <form onSubmit={send} className="flex flex-1 flex-wrap items-center gap-2">
      <Input
        autoFocus
        aria-label={label}
        aria-invalid={refused !== null || undefined}
        aria-describedby={refused ? id : undefined}
        value={typed}
        maxLength={200}
        className="max-w-80"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && onDone()}
      />
      <Button type="submit" size="sm" variant="primary" pending={pending}>
        {action}
      </Button>
      <Button size="sm" variant="quiet" onClick={onDone}>
        Leave it
      </Button>
      {refused ? (
        <p id={id} role="alert" className="w-full text-13 text-danger">
          {refused}
        </p>
      ) : null}
    </form>
  );
}
