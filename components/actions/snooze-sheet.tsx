"use client";

import { type FormEvent, useId, useState } from "react";
import { useSnoozeActionItem } from "../../lib/actions/client";
import { isProblem } from "../../lib/http/fetch";
import { Field } from "../forms/field";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Input } from "../ui/input";
import { Textarea } from "../ui/textarea";
import { toast } from "../ui/toast";
import type { SheetProps } from "./owner-sheet";

/** Why it waits, and until when it asks for nobody. */
export default function SnoozeSheet({ items: [item], onClose }: SheetProps) {
  const snooze = useSnoozeActionItem(item!.id);
  const form = useId();
  const [day, setDay] = useState(() => new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10));
  const [why, setWhy] = useState(item!.snoozeWhy);
  const at = (name: string) => (isProblem(snooze.error) ? snooze.error.errors.find(({ path }) => path === name)?.message : undefined);
  const rest = snooze.error && !at("until") && !at("why") ? snooze.error.message : null;

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    snooze.mutate(
      { until: day ? new Date(`${day}T06:00:00Z`).toISOString() : "", why },
      {
        onSuccess: () => {
          toast(`${item!.ref} is quiet until ${day}`, { undo: () => snooze.mutate({ until: null, why: "" }) });
          onClose();
        },
      },
    );
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={`Let ${item!.ref} wait`}
      description="It stays where it is, and reminds nobody until then."
      width="sm"
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Not now
          </Button>
          <Button variant="primary" type="submit" form={form} pending={snooze.isPending}>
            Let it wait
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={onSubmit} className="grid gap-4">
        <Field label="Until" error={at("until")}>
          {(control) => <Input {...control} type="date" value={day} onChange={(event) => setDay(event.target.value)} />}
        </Field>
        <Field label="Why it waits" hint="The vendor answers in May" error={at("why")} required>
          {(control) => <Textarea {...control} rows={2} value={why} onChange={(event) => setWhy(event.target.value)} data-autofocus />}
        </Field>
        {rest ? (
          <p role="alert" className="text-13 text-danger">
            {rest}
          </p>
        ) : null}
      </form>
    </Dialog>
  );
}
