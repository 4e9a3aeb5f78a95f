"use client";

import clsx from "clsx";
import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { holdPage } from "./hold-page";
import { IconButton } from "./icon-button";

export interface DialogProps {
  open: boolean;
  /** Asked for by Escape, by the cross and by a press beside it. */
  onClose: () => void;
  title: ReactNode;
  /** The title is read, not shown (a palette). */
  hideTitle?: boolean;
  description?: ReactNode;
  /** `center` for a question, `top` for what one types into, `side` for what stays beside the page. On a phone all rise from below. */
  at?: "center" | "top" | "side";
  width?: "sm" | "md" | "lg" | "xl";
  footer?: ReactNode;
  children: ReactNode;
  className?: string;
}

const PLACES = {
  center: "m-auto [--float-from:8px]",
  top: "mx-auto mt-[9vh] mb-auto [--float-from:-8px]",
  side: "my-0 mr-0 ml-auto !h-dvh !max-h-dvh !rounded-none border-y-0 border-r-0 [--float-from:0px]",
};
const WIDTHS = { sm: "sm:max-w-md", md: "sm:max-w-xl", lg: "sm:max-w-3xl", xl: "sm:max-w-5xl" };
const LEAVES = 180;

/**
 * The platform's modal dialog: the page behind is inert, the focus stays inside and goes back where it was, and it stands
 * in the top layer. The focus starts on `[data-autofocus]`, else on the first field, else on the title.
 */
export function Dialog({ open, onClose, title, hideTitle, description, at = "center", width = "md", footer, children, className }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const [present, setPresent] = useState(open);
  const id = useId();
  if (open && !present) setPresent(true);

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) {
      dialog.showModal();
      const first = dialog.querySelector<HTMLElement>("[data-autofocus]") ?? dialog.querySelector<HTMLElement>("input, textarea, select");
      (first ?? dialog.querySelector<HTMLElement>("h2"))?.focus();
    }
    if (open) return;
    if (dialog.open) dialog.close();
    const timer = setTimeout(() => setPresent(false), LEAVES);
    return () => clearTimeout(timer);
  }, [open]);

  useEffect(() => (open ? holdPage() : undefined), [open]);

  return (
    <dialog
      ref={ref}
      aria-labelledby={`${id}t`}
      aria-describedby={description ? `${id}d` : undefined}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      // A browser may close it by itself at a second Escape: then the owner is told.
      onClose={(event) => event.target === event.currentTarget && open && onClose()}
      onMouseDown={(event) => event.target === event.currentTarget && onClose()}
      className={clsx(
        "floats fixed inset-0 max-h-[min(86dvh,60rem)] w-[calc(100%-2rem)] overflow-hidden rounded-md border border-line bg-surface p-0 text-ink shadow-sheet",
        "max-sm:!mt-auto max-sm:!mb-0 max-sm:!mx-0 max-sm:w-full max-sm:!max-w-none max-sm:!max-h-[92dvh] max-sm:rounded-b-none max-sm:border-x-0 max-sm:border-b-0 max-sm:[--float-from:24px]",
        PLACES[at],
        WIDTHS[width],
        className,
      )}
    >
      {present ? (
        <div className="flex max-h-[inherit] min-h-0 flex-col">
          <header className={hideTitle ? "sr-only" : "flex items-start gap-3 px-5 pt-4 pb-2"}>
            <div className="min-w-0 flex-1">
              <h2 id={`${id}t`} tabIndex={-1} className="font-semibold font-serif text-18 leading-7 outline-none">
                {title}
              </h2>
              {description ? (
                <div id={`${id}d`} className="text-13 text-soft">
                  {description}
                </div>
              ) : null}
            </div>
            <IconButton label="Close" hint="Esc" icon={<X aria-hidden="true" />} onClick={onClose} className="-mr-2" />
          </header>
          <div className={clsx("min-h-0 flex-1 overflow-y-auto overscroll-contain", !hideTitle && "px-5 pt-1 pb-5")}>{children}</div>
          {footer ? <footer className="flex flex-wrap items-center justify-end gap-2 border-hairline border-t px-5 py-3">{footer}</footer> : null}
        </div>
      ) : null}
    </dialog>
  );
}
