"use client";

import { type FormEvent, type ReactNode, useId } from "react";
import { Banner } from "../../ui/banner";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import type { useSending } from "./use-sending";

interface Props {
  title: string;
  description?: ReactNode;
  action: string;
  sending: ReturnType<typeof useSending>;
  onClose(): void;
  onSend(letIn: boolean): void;
  disabled?: boolean;
  danger?: boolean;
  width?: "sm" | "md";
  children: ReactNode;
}

/** A small form of the room: one verb, its refusal beside it, nothing typed lost. */
export function Frame({ title, description, action, sending, onClose, onSend, disabled, danger, width = "sm", children }: Props) {
  const form = useId();
  const asksToLetIn = sending.refusal?.letIn ?? false;
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={description}
      width={width}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Not now
          </Button>
          <Button type="submit" form={form} variant={danger ? "danger" : "primary"} pending={sending.pending} disabled={disabled}>
            {asksToLetIn ? "Let them in" : action}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="space-y-4"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (!sending.pending) onSend(asksToLetIn);
        }}
      >
        {children}
        {sending.refusal ? (
          <Banner tone={asksToLetIn ? "caution" : "danger"} role="alert">
            {sending.refusal.message}
          </Banner>
        ) : null}
      </form>
    </Dialog>
  );
}

/** A label over its control. */
export function Labelled({
  label,
  hint,
  error,
  children,
}: {
  label: string;
  hint?: string;
  error?: string | undefined;
  children: (props: { id: string; "aria-describedby"?: string; "aria-invalid"?: boolean }) => ReactNode;
}) {
  const id = useId();
  const said = error ?? hint;
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-[550] text-13">
        {label}
      </label>
      {children({ id, ...(said ? { "aria-describedby": `${id}-said` } : {}), ...(error ? { "aria-invalid": true } : {}) })}
      {said ? (
        <p id={`${id}-said`} className={error ? "mt-1 text-13 text-danger" : "mt-1 text-13 text-soft"}>
          {said}
        </p>
      ) : null}
    </div>
  );
}
