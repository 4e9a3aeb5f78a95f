"use client";

import clsx from "clsx";
import { useId } from "react";

interface Props {
  legend: string;
  value: boolean | null;
  disabled?: boolean;
  onChange: (value: boolean | null) => void;
}

const CHOICES = [
  [true, "Yes"],
  [false, "No"],
] as const;

/** A question with two answers; a second press takes the answer back. Real radio buttons underneath. */
export function YesNo({ legend, value, disabled, onChange }: Props) {
  const id = useId();
  return (
    <fieldset disabled={disabled} className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <legend className="float-left mr-3">{legend}</legend>
      <span className="inline-flex gap-1">
        {CHOICES.map(([said, word]) => (
          <label
            key={word}
            className={clsx(
              "relative inline-grid h-7 min-w-11 place-items-center rounded-sm border px-2.5 text-13 has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-1",
              value === said ? "border-ink bg-raised font-[550]" : "border-line text-soft",
              !disabled && "cursor-pointer hover:bg-hover",
            )}
          >
            <input
              type="radio"
              name={id}
              checked={value === said}
              onChange={() => onChange(said)}
              onClick={() => value === said && onChange(null)}
              className="absolute size-px opacity-0"
            />
            {word}
          </label>
        ))}
      </span>
    </fieldset>
  );
}
