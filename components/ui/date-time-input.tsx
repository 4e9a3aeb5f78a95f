"use client";

import { type ComponentProps, useState } from "react";
import { fromLocalInput, offset, toLocalInput } from "../../lib/dates";
import { Input } from "./input";

interface Props extends Omit<ComponentProps<"input">, "value" | "onChange" | "type"> {
  /** An ISO time, or null. */
  value: string | null;
  onChange: (value: string | null) => void;
  zone: string;
}

/** A time on the reader's own clock. It says which zone that is, and hands out an instant. */
export function DateTimeInput({ value, onChange, zone, ...rest }: Props) {
  const [text, setText] = useState(value ? toLocalInput(value, zone) : "");
  const [sent, setSent] = useState(value);
  // What comes from outside is shown; what is being typed is left alone.
  if (value !== sent) {
    setSent(value);
    setText(value ? toLocalInput(value, zone) : "");
  }
  const place = zone.split("/").at(-1)?.replaceAll("_", " ");

  return (
    <span className="flex items-center gap-2.5">
      <Input
        type="datetime-local"
        className="max-w-60"
        value={text}
        onChange={(event) => {
          const iso = fromLocalInput(event.target.value, zone)?.toISOString() ?? null;
          setText(event.target.value);
          setSent(iso);
          onChange(iso);
        }}
        {...rest}
      />
      <span className="text-13 text-soft">{zone === "UTC" ? "UTC" : `${place}, ${offset(value ?? Date.now(), zone)}`}</span>
    </span>
  );
}
