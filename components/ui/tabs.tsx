"use client";

import clsx from "clsx";
import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";

interface Props<K extends string> {
  label: string;
  tabs: readonly { key: K; label: ReactNode; count?: number }[];
  value: K;
  onChange: (key: K) => void;
  /** What the chosen tab shows. */
  children: ReactNode;
}

/** Two or more faces of one place, without an address of their own. Views that have one are `ViewLinks`. */
export function Tabs<K extends string>({ label, tabs, value, onChange, children }: Props<K>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const here = tabs.findIndex((tab) => tab.key === value);
    const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const at = (to + tabs.length) % tabs.length;
    onChange((tabs[at] as (typeof tabs)[number]).key);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[at]?.focus();
  }

  return (
    <>
      <div ref={list} role="tablist" aria-label={label} onKeyDown={onKeyDown} className="flex gap-5 border-line border-b">
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-${tab.key}`}
            aria-selected={tab.key === value}
            aria-controls={`${id}-panel`}
            tabIndex={tab.key === value ? 0 : -1}
            onClick={() => onChange(tab.key)}
            className={clsx("-mb-px border-b-2 py-2", tab.key === value ? "border-ink font-[550] text-ink" : "border-transparent text-soft hover:text-ink")}
          >
            {tab.label}
            {tab.count === undefined ? null : <span className="ml-1.5 font-normal text-soft">{tab.count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`} className="pt-4">
        {children}
      </div>
    </>
  );
}
