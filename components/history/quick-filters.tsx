"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { facetsQuery } from "../../lib/browse/client";
import { countWords, listPath, type ListState, QUICK, QUICK_STATE, QUICK_WORDS, type Quick, quickOf } from "../../lib/browse/rules";
import type { IncidentFacets } from "../../lib/incidents/schema";
import { OPEN_STATUSES } from "../../lib/incidents/words";
import { ViewLinks } from "../ui/view-links";

interface Props {
  state: ListState;
  /** What the server counted already: it does where that is cheap, for a page need not wait for its numbers. */
  counted: IncidentFacets | null;
  children: ReactNode;
}

/** The ways in which one looks at the history most, with how many each holds. */
export function QuickFilters({ state, counted, children }: Props) {
  const { data } = useQuery({ ...facetsQuery({ ...state, ...QUICK_STATE.all }), ...(counted ? { initialData: counted } : {}) });
  const now = quickOf(state);
  const views = QUICK.map((quick) => ({
    href: listPath(state, QUICK_STATE[quick]),
    label: QUICK_WORDS[quick],
    current: quick === now,
    ...countOf(quick, data),
  }));
  return (
    <ViewLinks label="Incidents" views={views}>
      {children}
    </ViewLinks>
  );
}

function countOf(quick: Quick, facets: IncidentFacets | undefined): { count?: string } {
  if (!facets || quick === "mine") return {};
  if (quick === "all") return { count: countWords(facets.total, facets.isExact) };
  const values: readonly string[] = quick === "open" ? OPEN_STATUSES : ["drill"];
  const rows = (quick === "open" ? facets.status : facets.mode).filter((row) => values.includes(row.value));
  const sum = rows.reduce((all, row) => all + row.count, 0);
  return { count: countWords(sum, facets.isExact) };
}
