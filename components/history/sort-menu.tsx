"use client";

import { ArrowDownWideNarrow, ChevronDown } from "lucide-react";
import { listPath, type ListState } from "../../lib/browse/rules";
import { SORTS, type Sort } from "../../lib/incidents/words";
import { buttonStyle } from "../ui/button-style";
import { Menu } from "../ui/menu";

const WORDS: Record<Sort, string> = {
  newest: "Newest first",
  oldest: "Oldest first",
  updated: "Last changed",
  severity: "Worst first",
  relevance: "Best match",
};

/** In which order. Each is an address. */
export function SortMenu({ state }: { state: ListState }) {
  const now: Sort = state.sort ?? "newest";
  const offered = SORTS.filter((sort) => sort !== "relevance" || state.q);
  return (
    <Menu
      label="Order"
      align="end"
      trigger={(anchor) => (
        <button type="button" {...anchor} aria-label={`Order: ${WORDS[now]}`} className={buttonStyle("quiet", "sm", "-mr-2.5")}>
          <ArrowDownWideNarrow aria-hidden="true" className="sm:hidden" />
          <span className="max-sm:hidden">{WORDS[now]}</span>
          <ChevronDown aria-hidden="true" className="max-sm:hidden" />
        </button>
      )}
      items={offered.map((sort) => ({ label: WORDS[sort], href: listPath(state, { sort }), checked: sort === now }))}
    />
  );
}
