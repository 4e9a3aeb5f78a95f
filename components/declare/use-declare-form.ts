"use client";

import type { FormEvent, KeyboardEvent } from "react";
import type { Declaration } from "./use-declaration";

/** The keyboard of the form: Enter declares in the title, Ctrl or ⌘ and Enter everywhere, and nowhere else by accident. */
export function useDeclareForm({ submit, refusal, draft }: Declaration) {
  const send = () => void submit((refusal?.asksToLetIn && draft.isPrivate) ?? false);
  return {
    noValidate: true,
    onSubmit: (event: FormEvent) => {
      event.preventDefault();
      send();
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" || event.nativeEvent.isComposing || event.defaultPrevented) return;
      const field = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        send();
      } else if (field instanceof HTMLInputElement && field.name !== "title") event.preventDefault();
    },
  };
}
