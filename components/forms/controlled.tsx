"use client";

import type { ReactNode } from "react";
import { type Control, Controller, type ControllerRenderProps, type FieldValues, type Path } from "react-hook-form";
import { Field, type FieldControl } from "./field";

interface Props<Values extends FieldValues, Name extends Path<Values>> {
  control: Control<Values>;
  name: Name;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  className?: string;
  /** Draws the control: value and onChange are the form's, `control` goes on it. */
  children: (field: ControllerRenderProps<Values, Name>, control: FieldControl) => ReactNode;
}

/** A `Field` for a control that is no plain input: a combobox, a date, a choice of keys. */
export function Controlled<Values extends FieldValues, Name extends Path<Values>>({ control, name, children, ...field }: Props<Values, Name>) {
  return (
    <Field name={name} {...field}>
      {(wiring) => <Controller control={control} name={name} render={({ field: bound }) => <>{children(bound, wiring)}</>} />}
    </Field>
  );
}
