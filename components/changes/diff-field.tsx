"use client";

import { FileDiff } from "lucide-react";
import { type DragEvent, useId, useState } from "react";
import type { FieldControl } from "../forms/field";
import { Button } from "../ui/button";
import { buttonStyle } from "../ui/button-style";
import { Textarea } from "../ui/textarea";

const LIMIT = 1_000_000;
/** What is longer is shown by its size: nobody corrects it by hand, and a field of a megabyte makes typing slow. */
const LONG = 20_000;

interface Props {
  value: string;
  onChange: (text: string) => void;
  onRefuse: (why: string | null) => void;
  control: FieldControl;
}

/** A unified diff: pasted, dropped or chosen, taken to the letter. What cannot be one is refused with the reason. */
export function DiffField({ value, onChange, onRefuse, control }: Props) {
  const [over, setOver] = useState(false);
  const chooser = useId();
  const bytes = value.length > LONG ? new TextEncoder().encode(value).length : value.length;

  async function take(file: File | undefined) {
    if (!file) return;
    if (file.size > LIMIT) return onRefuse(`${file.name} has ${file.size.toLocaleString("en")} bytes; a diff may have 1 000 000.`);
    try {
      const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer());
      if (text.includes("\0")) throw new Error("NUL");
      onRefuse(null);
      onChange(text);
    } catch {
      onRefuse(`${file.name} is no text in UTF-8, so there is no diff in it to read.`);
    }
  }
  function onDragOver(event: DragEvent) {
    event.preventDefault();
    setOver(true);
  }
  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file may be dropped; the button beside it does the same
    <div onDragOver={onDragOver} onDragLeave={() => setOver(false)} onDrop={onDrop}>
      {value.length > LONG ? (
        <p className="flex items-center gap-3 rounded-md border border-line bg-raised px-3 py-2 text-13">
          <FileDiff aria-hidden="true" className="size-4 text-soft" /> A diff of {bytes.toLocaleString("en")} bytes
          <Button size="sm" variant="quiet" className="ml-auto" onClick={() => onChange("")}>
            Take it out
          </Button>
        </p>
      ) : (
        <Textarea
          {...control}
          rows={4}
          spellCheck={false}
          className={`font-mono !text-12 ${over ? "border-accent bg-accent-wash" : ""}`}
          placeholder={"--- a/src/retry.ts\n+++ b/src/retry.ts\n@@ -10,4 +10,4 @@"}
          value={value}
          onChange={(event) => {
            onRefuse(null);
            onChange(event.target.value);
          }}
        />
      )}
      <p className="mt-1.5 flex items-center gap-2 text-13 text-soft">
        <label htmlFor={chooser} className={buttonStyle("secondary", "sm", "cursor-pointer focus-within:outline-2 focus-within:outline-focus")}>
          Choose a file
          <input id={chooser} type="file" className="sr-only" onChange={(event) => void take(event.target.files?.[0])} />
        </label>
        or drop it here. Up to 1 000 000 bytes.
      </p>
    </div>
  );
}
