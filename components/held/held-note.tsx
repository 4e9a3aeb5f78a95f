"use client";

import { useEffect, useState } from "react";
import { Input } from "../ui/input";

/** A line about how it did, kept when one leaves it or presses Enter. */
export function HeldNote({ note, label, onSave }: { note: string; label: string; onSave: (words: string) => void }) {
  const [words, setWords] = useState(note);
  // Somebody else wrote it meanwhile: it is shown, unless one is writing.
  useEffect(() => setWords(note), [note]);
  const save = () => {
    if (words.trim() !== note) onSave(words.trim());
  };
  return (
    <Input
      aria-label={label}
      placeholder="In a few words: how did it show?"
      className="mt-2 max-w-lg"
      value={words}
      onChange={(event) => setWords(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.nativeEvent.isComposing) save();
      }}
    />
  );
}
