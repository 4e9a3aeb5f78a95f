"use client";

import { useRef, useState } from "react";
import { Input } from "../ui/input";
import { toast } from "../ui/toast";

/** A line about how it did, kept when one leaves it or presses Enter. */
export function HeldNote({ note, label, onSave }: { note: string; label: string; onSave: (words: string) => Promise<unknown> }) {
  // Null while nobody writes here: then what stands is shown, also what somebody else wrote meanwhile.
  const [words, setWords] = useState<string | null>(null);
  const busy = useRef(false);
  async function save() {
    if (words === null || busy.current) return;
    busy.current = true;
    try {
      if (words.trim() !== note) await onSave(words.trim());
      setWords((now) => (now === words ? null : now));
    } catch (error) {
      toast((error as Error).message, { tone: "danger" });
    } finally {
      busy.current = false;
    }
  }
  return (
    <Input
      aria-label={label}
      placeholder="In a few words: how did it show?"
      className="mt-2 max-w-lg"
      value={words ?? note}
      onChange={(event) => setWords(event.target.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.nativeEvent.isComposing) void save();
      }}
    />
  );
}
