"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";

interface Options {
  /** How many options stand in the list now. */
  count: number;
  open: boolean;
  onChoose: (index: number) => void;
  onClose: () => void;
  /** Whether the first option is active by itself, so that Enter takes it. */
  eager?: boolean;
  /** Keys that also choose (a composer's completion takes Tab). */
  alsoTab?: boolean;
}

/**
 * The keyboard of a field with a list of options under it: the focus stays in the field, the active option is told by
 * `aria-activedescendant`. Spread `field` on the input, `list` on the list, `option(i)` on each option.
 */
export function useListbox({ count, open, onChoose, onClose, eager = true, alsoTab }: Options) {
  const id = useId();
  const list = useRef<HTMLElement>(null);
  const [wanted, setActive] = useState(eager ? 0 : -1);
  const active = Math.min(wanted, count - 1);
  const shown = open && count > 0;

  // A new set of options begins at its first.
  const [before, setBefore] = useState(count);
  if (before !== count) {
    setBefore(count);
    setActive(eager ? 0 : -1);
  }
  useEffect(() => {
    if (shown && active >= 0) list.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: "nearest" });
  }, [shown, active]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      onClose();
      return;
    }
    if (!shown) return;
    const step = { ArrowDown: active + 1, ArrowUp: active - 1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive((step + count) % count);
    } else if (active >= 0 && (event.key === "Enter" || (alsoTab && event.key === "Tab" && !event.shiftKey))) {
      event.preventDefault();
      onChoose(active);
    }
  }

  return {
    active,
    setActive,
    onKeyDown,
    field: {
      role: "combobox" as const,
      autoComplete: "off" as const,
      "aria-autocomplete": "list" as const,
      "aria-expanded": shown,
      "aria-controls": shown ? id : undefined,
      "aria-activedescendant": shown && active >= 0 ? `${id}-${active}` : undefined,
    },
    list: { ref: list as React.RefObject<never>, id, role: "listbox" as const },
    option: (index: number) => ({
      id: `${id}-${index}`,
      role: "option" as const,
      "data-index": index,
      "aria-selected": index === active,
      // The field keeps the focus.
      onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
      onMouseMove: () => index !== active && setActive(index),
      onClick: () => onChoose(index),
    }),
  };
}
