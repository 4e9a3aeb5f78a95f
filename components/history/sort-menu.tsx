"use client";

import { Check, ChevronDown } from "lucide-react";
import Link from "next/link";
import { listPath, type ListState } from "../../lib/browse/rules";
import { SORTS, type Sort } from "../../lib/incidents/words";
import { buttonStyle } from "../ui/button-style";
import { Popover } from "../ui/popover";

const WORDS: Record<Sort, string> = {
  newest: "Newest first",
  oldest: "Oldest first",
  updated: "Last changed",
  severity: "Worst first",
  relevance: "Best match",
};

/** In which order. Each is an address, so a list of links, not a menu of verbs. */
export function SortMenu({ state }: { state: ListState }) {
  const now: Sort = state.sort ?? "newest";
  const offered = SORTS.filter((sort) => sort !== "relevance" || state.q);
  return (
    <Popover
      label="Order"
      align="end"
      className="min-w-44 !p-1"
      trigger={(anchor) => (
        <button type="button" {...anchor} aria-label={`Order: ${WORDS[now]}`} className={buttonStyle("quiet", "sm", "-mr-2.5")}>
          <span className="max-sm:hidden">{WORDS[now]}</span>
          <span className="sm:hidden">Order</span>
          <ChevronDown aria-hidden="true" />
        </button>
      )}
    >
      {(close) =>
        offered.map((sort) => (
          <Link
            key={sort}
            href={listPath(state, { sort })}
            scroll={false}
            onClick={close}
            aria-current={sort === now || undefined}
            className="flex items-center justify-between gap-4 rounded-sm px-2.5 py-1.5 hover:bg-sunken focus-visible:bg-sunken"
          >
            {WORDS[sort]}
            {sort === now ? <Check aria-hidden="true" className="size-4 text-accent" /> : null}
          </Link>
        ))
      }
    </Popover>
  );
}
