"use client";

import clsx from "clsx";
import Link from "next/link";
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef } from "react";
import { floatingStyle } from "./floating-style";
import { Kbd } from "./kbd";
import type { Placing } from "./place";
import { usePopover } from "./use-popover";

export interface MenuItem {
  label: string;
  icon?: ReactNode;
  hint?: string;
  keys?: string;
  href?: string;
  onSelect?: () => void;
  danger?: boolean;
  disabled?: boolean;
  /** For a choice among several: whether this is the one. */
  checked?: boolean;
}

type Anchor = ReturnType<typeof usePopover<HTMLButtonElement>>["anchor"] & { "aria-haspopup": "menu" };

interface Props extends Placing {
  label: string;
  trigger: (anchor: Anchor) => ReactNode;
  /** A null draws a line between groups. */
  items: readonly (MenuItem | null)[];
}

const ROW =
  "flex w-full items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-left outline-none focus:bg-sunken aria-disabled:text-faint [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-soft";

/** Verbs that open at a button. Arrows, Home, End and first letters move; Enter and Space choose; Escape and Tab close. */
export function Menu({ label, trigger, items, ...placing }: Props) {
  const { anchor, floating, floatingRef, isOpen, close } = usePopover(placing);
  const rows = useCallback(() => [...(floatingRef.current?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])], [floatingRef]);
  const typed = useRef({ text: "", at: 0 });

  useEffect(() => {
    if (!isOpen) return;
    // What is not shown yet cannot take the focus.
    const frame = requestAnimationFrame(() => (rows().find((row) => row.ariaChecked === "true") ?? rows()[0])?.focus({ preventScroll: true }));
    return () => cancelAnimationFrame(frame);
  }, [isOpen, rows]);

  function onKeyDown(event: KeyboardEvent) {
    const all = rows();
    const here = all.indexOf(document.activeElement as HTMLElement);
    const go = (to: number) => {
      event.preventDefault();
      all[(to + all.length) % all.length]?.focus();
    };
    if (event.key === "ArrowDown") go(here + 1);
    else if (event.key === "ArrowUp") go(here - 1);
    else if (event.key === "Home") go(0);
    else if (event.key === "End") go(-1);
    else if (event.key === "Tab") close();
    else if (event.key === "Escape") {
      // Only the menu goes, not the dialog under it.
      event.stopPropagation();
      event.preventDefault();
      close();
      anchor.ref.current?.focus();
    } else if (event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey) {
      const now = Date.now();
      typed.current = { text: (now - typed.current.at < 600 ? typed.current.text : "") + event.key.toLowerCase(), at: now };
      const found = all.findIndex((row) => row.textContent?.toLowerCase().startsWith(typed.current.text));
      if (found >= 0) go(found);
    }
  }

  function choose(item: MenuItem) {
    if (item.disabled) return;
    anchor.ref.current?.focus();
    close();
    item.onSelect?.();
  }

  return (
    <>
      {trigger({ ...anchor, "aria-haspopup": "menu" })}
      <div {...floating} role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown} className={clsx(floatingStyle, "min-w-44")}>
        {isOpen
          ? items.map((item, at) => {
              // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name, and the items do not move while open
              if (!item) return <hr key={at} className="-mx-1 my-1 border-hairline" />;
              const shared = {
                role: item.checked === undefined ? "menuitem" : "menuitemradio",
                "aria-checked": item.checked,
                "aria-disabled": item.disabled || undefined,
                tabIndex: -1,
                className: clsx(ROW, item.danger && "text-danger [&_svg]:!text-danger", !item.disabled && "hover:bg-sunken"),
                onClick: () => choose(item),
              };
              const inside = (
                <>
                  {item.icon}
                  <span className="min-w-0 flex-1">
                    {item.label}
                    {item.hint ? <span className="block text-12 text-soft">{item.hint}</span> : null}
                  </span>
                  {item.checked ? <span aria-hidden="true">✓</span> : item.keys ? <Kbd keys={item.keys} /> : null}
                </>
              );
              return item.href && !item.disabled ? (
                <Link key={item.label} href={item.href} {...shared}>
                  {inside}
                </Link>
              ) : (
                <button key={item.label} type="button" {...shared}>
                  {inside}
                </button>
              );
            })
          : null}
      </div>
    </>
  );
}
