"use client";

import type { ReactNode } from "react";
import { type DeclareStart, declareSheet } from "../layout/openers";
import { Button, type ButtonProps } from "../ui/button";

/** A Declare button within a page, that may begin with what the page knows. */
export function DeclareNow({
  start,
  children = "Declare an incident",
  variant = "primary",
  ...look
}: { start?: DeclareStart; children?: ReactNode } & Pick<ButtonProps, "variant" | "size">) {
  return (
    <Button variant={variant} aria-haspopup="dialog" onClick={() => declareSheet.open(start)} {...look}>
      {children}
    </Button>
  );
}
