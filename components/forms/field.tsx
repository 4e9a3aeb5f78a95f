"use client";

import { type ReactNode, useContext, useId } from "react";
import { FieldErrors } from "./field-errors";

/** What the control needs to belong to its label, its hint and its error. Spread it on the control. */
export interface FieldControl {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
  "aria-required"?: true;
}

interface Props {
  /** The field's path in the form: its error is shown here. Left out, `error` is. */
  name?: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** Said, and marked, where most fields of a form are optional. */
  required?: boolean;
  optional?: boolean;
  /** At the right of the label: "Forgot it?", a count. */
  aside?: ReactNode;
  className?: string;
  children: (control: FieldControl) => ReactNode;
}

/** A label over its control, with a hint that stays and an error that says what to do; all of it wired for a screen reader. */
export function Field({ name, label, hint, error, required, optional, aside, className, children }: Props) {
  return name ? (
    <WithError name={name}>{(found) => <Frame {...{ label, hint, required, optional, aside, className, children }} error={error ?? found} />}</WithError>
  ) : (
    <Frame {...{ label, hint, error, required, optional, aside, className, children }} />
  );
}

function WithError({ name, children }: { name: string; children: (error: string | undefined) => ReactNode }) {
  const useErrorAt = useContext(FieldErrors);
  return children(useErrorAt(name));
}

function Frame({ label, hint, error, required, optional, aside, className, children }: Omit<Props, "name">) {
  const id = useId();
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  const control: FieldControl = { id };
  if (described) control["aria-describedby"] = described;
  if (error) control["aria-invalid"] = true;
  if (required) control["aria-required"] = true;
  return (
    <div className={className}>
      <div className="mb-1.5 flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="font-[550] text-13">
          {label}
          {optional ? <span className="ml-1.5 font-normal text-faint">optional</span> : null}
        </label>
        {aside ? <span className="text-13 text-soft">{aside}</span> : null}
      </div>
      {children(control)}
      {hint ? (
        <p id={`${id}-hint`} className="mt-1 text-13 text-soft">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="mt-1 flex gap-1.5 text-13 text-danger">
          <span aria-hidden="true">↑</span>
          {error}
        </p>
      ) : null}
    </div>
  );
}
