"use client";

import { ListFilter } from "lucide-react";
import { lazy, Suspense } from "react";
import { filterCount, type ListState } from "../../lib/browse/rules";
import { buttonStyle } from "../ui/button-style";
import { Popover } from "../ui/popover";
import type { Names } from "./filter-chips";

const FilterPanel = lazy(() => import("./filter-panel"));

/** Opens the filters. What they are made of is fetched when they are first opened. */
export function FilterButton({ state, names, zone }: { state: ListState; names: Names; zone: string }) {
  const count = filterCount(state);
  return (
    <Popover
      label="Filters"
      align="end"
      className="w-[min(44rem,calc(100vw-1rem))]"
      trigger={(anchor) => (
        <button type="button" {...anchor} className={buttonStyle("quiet", "sm")}>
          <ListFilter aria-hidden="true" />
          <span className="max-sm:sr-only">Filter</span>
          {count ? (
            <span className="grid h-4.5 min-w-4.5 place-items-center rounded-full bg-ink px-1 text-12 text-surface">
              {count}
              <span className="sr-only"> set</span>
            </span>
          ) : null}
        </button>
      )}
    >
      {(close) => (
        <Suspense fallback={<div className="h-80" />}>
          <FilterPanel state={state} names={names} zone={zone} onClose={close} />
        </Suspense>
      )}
    </Popover>
  );
}
