"use client";

import { type FormEvent, useId, useState } from "react";
import { isProblem } from "../../lib/http/fetch";
import { Field } from "../forms/field";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Input } from "../ui/input";
import type { SheetProps } from "./owner-sheet";
import { useEditItems } from "./use-edit-items";

/** By which day it should be done. */
export default function DueSheet({ items, onClose }: SheetProps) {
  const edit = useEditItems();
  const form = useId();
  const first = items[0]?.dueOn ?? "";
  const [day, setDay] = useState(items.every((item) => (item.dueOn ?? "") === first) ? first : "");
  const [error, setError] = useState<unknown>(null);
  const refused = isProblem(error) ? (error.errors[0]?.message ?? error.message) : error ? (error as Error).message : undefined;

  async function save(dueOn: string | null) {
    try {
      await edit({ items, set: { dueOn }, shown: { dueOn } }, dueOn ? `Due on ${dueOn}` : "No due date");
      onClose();
    } catch (said) {
      setError(said);
    }
  }
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    void save(day || null);
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={items.length === 1 ? `When is ${items[0]!.ref} due?` : `When are these ${items.length} due?`}
      width="sm"
      footer={
        <>
          <Button variant="quiet" onClick={() => void save(null)}>
            No due date
          </Button>
          <Button variant="primary" type="submit" form={form}>
            Set the date
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={onSubmit}>
        <Field label="Due on" hint="Whoever looks after it is reminded three days before, on the day, and weekly after it" error={refused}>
          {(control) => (
            <Input {...control} type="date" min="2000-01-01" max="2099-12-31" value={day} onChange={(event) => setDay(event.target.value)} data-autofocus />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
