"use client";

import { type FormEvent, useId, useState } from "react";
import { isProblem } from "../../lib/http/fetch";
import { Field } from "../forms/field";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Textarea } from "../ui/textarea";
import type { SheetProps } from "./owner-sheet";
import { useEditItems } from "./use-edit-items";

/** What will not be done says why: whoever asks later will want to know. */
export default function ReasonSheet({ items, onClose }: SheetProps) {
  const edit = useEditItems();
  const form = useId();
  const [reason, setReason] = useState(items[0]?.reason ?? "");
  const [error, setError] = useState<unknown>(null);
  const refused = isProblem(error) ? (error.errors[0]?.message ?? error.message) : error ? (error as Error).message : undefined;

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    const set = { status: "wont_do", reason: reason.trim() } as const;
    try {
      await edit({ items, set, shown: set }, `${items.length === 1 ? items[0]!.ref : `${items.length} items`} will not be done`);
      onClose();
    } catch (said) {
      setError(said);
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="Not to be done"
      description="A decision like any other. It stays readable, with its reason."
      width="sm"
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Not now
          </Button>
          <Button variant="primary" type="submit" form={form}>
            Won't do
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={(event) => void onSubmit(event)}>
        <Field label="Why" hint="The service goes away in May" error={refused} required>
          {(control) => <Textarea {...control} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} data-autofocus />}
        </Field>
      </form>
    </Dialog>
  );
}
