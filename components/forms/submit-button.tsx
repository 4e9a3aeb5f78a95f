"use client";

import type { ReactNode } from "react";
import { useFormState } from "react-hook-form";
import { Button, type ButtonProps } from "../ui/button";

interface Props extends Omit<ButtonProps, "type" | "pending"> {
  children: ReactNode;
  /** What it says while it waits: "Saving". Left out, the words stay. */
  pendingLabel?: ReactNode;
  /** Nothing to send while nothing was changed. */
  onlyIfChanged?: boolean;
}

/** Sends the form around it. It says what will happen, and waits without losing the focus. */
export function SubmitButton({ children, pendingLabel, onlyIfChanged, variant = "primary", ...rest }: Props) {
  const { isSubmitting, isDirty } = useFormState();
  return (
    <Button type="submit" variant={variant} pending={isSubmitting} disabled={onlyIfChanged && !isDirty && !isSubmitting} {...rest}>
      {isSubmitting && pendingLabel ? pendingLabel : children}
    </Button>
  );
}
