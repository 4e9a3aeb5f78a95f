"use client";

import clsx from "clsx";
import { X } from "lucide-react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { IconButton } from "./icon-button";
import { dismissToast, type Toast, toastStore, undoLast } from "./toast";

const NONE: readonly Toast[] = [];
const TONES = { note: "bg-edge", calm: "bg-calm", danger: "bg-danger" };

/** Where toasts stand. They wait while they are hovered or hold the focus; Ctrl/⌘ Z takes the newest back. */
export function Toaster() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.get, () => NONE);
  const [held, setHeld] = useState(false);
  const ref = useRef<HTMLElement>(null);

  // The top layer is ordered by time: what was said last stands above a dialog that was opened before.
  useEffect(() => {
    const layer = ref.current;
    if (!layer) return;
    if (layer.matches(":popover-open")) layer.hidePopover();
    if (toasts.length) layer.showPopover();
  }, [toasts]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const inField = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable=true]");
      if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey || inField) return;
      if (undoLast()) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  return (
    <section
      ref={ref}
      popover="manual"
      aria-label="Notices"
      data-no-print
      className="pointer-events-none fixed inset-x-0 top-auto bottom-[calc(var(--below)+1rem)] m-0 mx-auto w-full max-w-md border-0 bg-transparent px-4"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <ol aria-live="polite" aria-relevant="additions text" className="flex flex-col gap-2">
        {toasts.map((one) => (
          <Slip key={one.id} toast={one} held={held} />
        ))}
      </ol>
    </section>
  );
}

function Slip({ toast, held }: { toast: Toast; held: boolean }) {
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissToast(toast.id), toast.lasts);
    return () => clearTimeout(timer);
  }, [held, toast]);

  return (
    <li className="pointer-events-auto flex animate-settle items-center gap-3 rounded-md border border-line bg-raised py-1.5 pr-1.5 pl-3.5 text-ink shadow-float">
      <span aria-hidden="true" className={clsx("h-4 w-0.5 shrink-0 rounded-full", TONES[toast.tone])} />
      <span className="min-w-0 flex-1 py-1 leading-5">{toast.text}</span>
      {toast.action ? (
        <button
          type="button"
          className="h-7 shrink-0 rounded-sm px-2 font-[550] text-accent hover:bg-accent-wash"
          onClick={() => {
            dismissToast(toast.id);
            toast.action?.run();
          }}
        >
          {toast.action.label}
        </button>
      ) : null}
      <IconButton label="Dismiss" size="sm" icon={<X aria-hidden="true" />} onClick={() => dismissToast(toast.id)} />
    </li>
  );
}
