"use client";

import type { ComponentProps } from "react";
import { useEffect, useRef } from "react";
import { fieldStyle } from "./field-style";

/** Grows with what is written, up to `maxRows`, also in a browser that does not know `field-sizing`. */
function grow(field: HTMLTextAreaElement, maxRows: number) {
  if (CSS.supports("field-sizing", "content")) return;
  field.style.height = "auto";
  const line = Number.parseFloat(getComputedStyle(field).lineHeight) || 20;
  field.style.height = `${Math.min(field.scrollHeight + 2, line * maxRows + 18)}px`;
}

export type TextareaProps = ComponentProps<"textarea"> & { maxRows?: number; bare?: boolean };

/** `bare` has no frame of its own, for a box that draws one (the composer). */
export function Textarea({ className, maxRows = 14, bare, rows = 3, onInput, ref, style, ...rest }: TextareaProps) {
  const own = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a value that came from outside (a draft, a reset form) counts as writing too
  useEffect(() => {
    if (own.current) grow(own.current, maxRows);
  }, [rest.value, maxRows]);

  return (
    <textarea
      ref={(element) => {
        own.current = element;
        if (typeof ref === "function") ref(element);
        else if (ref) ref.current = element;
      }}
      rows={rows}
      style={{ maxHeight: `calc(${maxRows}lh + 1.125rem)`, minHeight: `calc(${rows}lh + ${bare ? "0rem" : "1.125rem"})`, ...style }}
      className={
        bare
          ? `field-sizing-content w-full resize-none bg-transparent text-14 leading-5 outline-none ${className ?? ""}`
          : fieldStyle(`field-sizing-content resize-y px-3 py-2 leading-5 ${className ?? ""}`)
      }
      onInput={(event) => {
        grow(event.currentTarget, maxRows);
        onInput?.(event);
      }}
      {...rest}
    />
  );
}
