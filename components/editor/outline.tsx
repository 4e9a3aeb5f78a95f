"use client";

import clsx from "clsx";
import type { MouseEvent } from "react";
import type { HeadingAt } from "./report";

interface Props {
  headings: readonly HeadingAt[];
  /** The anchor of the part that is being read. */
  current: string | null;
  /** Leads there and puts the caret behind it; without it the links do it by themselves. */
  onGo: ((anchor: string) => void) | null;
}

/** The headings of the text, each a way to its place. */
export function Outline({ headings, current, onGo }: Props) {
  const go = (event: MouseEvent, anchor: string) => {
    if (!onGo || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    history.replaceState(history.state, "", `#${anchor}`);
    onGo(anchor);
  };
  return (
    <nav aria-label="Contents">
      <h2 className="mb-1.5 font-semibold text-14 lg:sr-only">Contents</h2>
      <ol className="flex flex-col text-13">
        {headings
          .filter(({ text, level }) => text.trim() !== "" && level <= 3)
          .map(({ text, anchor, level }) => (
            <li key={anchor}>
              <a
                href={`#${anchor}`}
                aria-current={anchor === current ? "location" : undefined}
                onClick={(event) => go(event, anchor)}
                className={clsx(
                  "isolate-text block rounded-sm py-1 leading-[1.35] hover:text-ink",
                  level === 3 && "pl-3",
                  anchor === current ? "font-[550] text-ink" : "text-soft",
                )}
              >
                {text}
              </a>
            </li>
          ))}
      </ol>
    </nav>
  );
}
