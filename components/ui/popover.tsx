"use client";

import clsx from "clsx";
import type { ReactNode } from "react";
import { floatingStyle } from "./floating-style";
import type { Placing } from "./place";
import { usePopover } from "./use-popover";

type Anchor = ReturnType<typeof usePopover<HTMLButtonElement>>["anchor"];

interface Props extends Placing {
  /** Read by a screen reader as the name of what opens. */
  label: string;
  /** Draws the button; spread what it is given on it. */
  trigger: (anchor: Anchor) => ReactNode;
  children: ReactNode | ((close: () => void) => ReactNode);
  className?: string;
}

/** Something small that opens at a button: a form of two fields, a list of people. A menu of verbs is a `Menu`. */
export function Popover({ label, trigger, children, className, ...placing }: Props) {
  const { anchor, floating, isOpen, close } = usePopover(placing);
  return (
    <>
      {trigger(anchor)}
      <div {...floating} role="dialog" aria-label={label} className={clsx(floatingStyle, "!p-3", className)}>
        {isOpen ? (typeof children === "function" ? children(close) : children) : null}
      </div>
    </>
  );
}
