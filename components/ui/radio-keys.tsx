"use client";

import clsx from "clsx";
import { type ReactNode, useEffect, useId, useRef } from "react";

export interface KeyChoice<V extends string> {
  value: V;
  label: ReactNode;
  hint?: string;
}

interface Props<V extends string> {
  legend: string;
  hideLegend?: boolean;
  choices: readonly KeyChoice<V>[];
  value: V | null;
  onChange: (value: V | null) => void;
  /** Alt and the digits choose, while the form is on the screen. A second press takes the choice back. */
  altDigits?: boolean;
  columns?: 2 | 3 | 4;
  name?: string;
}

/** As many beside each other as have room to be read, the given number at most. */
const COLUMNS = {
  2: "grid-cols-[repeat(auto-fit,minmax(15rem,1fr))]",
  3: "grid-cols-[repeat(auto-fit,minmax(10.5rem,1fr))]",
  4: "grid-cols-[repeat(auto-fit,minmax(8.25rem,1fr))]",
};

/** A choice among a few, as large keys with a line of meaning. Real radio buttons underneath. */
export function RadioKeys<V extends string>({ legend, hideLegend, choices, value, onChange, altDigits, columns = 4, name }: Props<V>) {
  const id = useId();
  const group = useRef<HTMLFieldSetElement>(null);

  useEffect(() => {
    if (!altDigits) return;
    const onKey = (event: KeyboardEvent) => {
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
      const chosen = digit && event.altKey && !event.ctrlKey && !event.metaKey ? choices[Number(digit) - 1] : undefined;
      if (!chosen || !group.current?.offsetParent) return;
      event.preventDefault();
      onChange(chosen.value === value ? null : chosen.value);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [altDigits, choices, value, onChange]);

  return (
    <fieldset ref={group} className="min-w-0">
      <legend className={hideLegend ? "sr-only" : "mb-1.5 font-[550] text-13"}>{legend}</legend>
      <div className={clsx("grid gap-2", COLUMNS[columns])}>
        {choices.map((choice, at) => (
          <label
            key={choice.value}
            className={clsx(
              "group relative flex flex-col gap-1 rounded-md border bg-raised px-3 py-2.5 transition-colors hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2 forced-colors:has-checked:outline-3",
              value === choice.value ? "border-ink shadow-[inset_0_0_0_1px_var(--ink)]" : "border-edge",
            )}
          >
            <input
              type="radio"
              name={name ?? id}
              value={choice.value}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
              onClick={() => value === choice.value && onChange(null)}
              aria-describedby={choice.hint ? `${id}-${at}` : undefined}
              className="absolute size-px opacity-0"
            />
            <span className="flex items-center justify-between gap-2">
              <span className="font-[550]">{choice.label}</span>
              {altDigits ? (
                <span aria-hidden="true" className="font-mono text-12 text-faint max-sm:hidden">
                  Alt {at + 1}
                </span>
              ) : null}
            </span>
            {choice.hint ? (
              <span id={`${id}-${at}`} className="text-12 text-soft">
                {choice.hint}
              </span>
            ) : null}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
