"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { facetsQuery } from "../../lib/browse/client";
import { countWords, listPath, type ListState, QUICK, QUICK_WORDS, type Quick, quickly, quickOf } from "../../lib/browse/rules";
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
  const data = useCounts(state, counted);
  const now = quickOf(state);
  const views = QUICK.map((quick) => ({
    href: listPath(state, quickly(state, quick)),
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

/** What the server counted, else what the browser asks for once the page stands; the numbers before it stay until they come. */
function useCounts(state: ListState, counted: IncidentFacets | null): IncidentFacets | undefined {
  const cache = useQueryClient();
  const query = facetsQuery({ ...state, ...quickly(state, "all") });
  const key = query.queryKey.join(" ");
  const [held, setHeld] = useState<IncidentFacets>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that the query asks
  useEffect(() => {
    let gone = false;
    if (counted) cache.setQueryData(query.queryKey, counted);
    cache.fetchQuery(query).then(
      (facets) => !gone && setHeld(facets),
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [key, counted, cache]);
  return counted ?? held;
}

function countOf(quick: Quick, facets: IncidentFacets | undefined): { count?: string } {
  // How many hold both groups is not told by how many hold each.
  if (!facets || quick === "mine" || quick === "combined") return {};
  if (quick === "all") return { count: countWords(facets.total, facets.isExact) };
  const [counts, values]: [IncidentFacets["status"], readonly string[]] =
    quick === "open" ? [facets.status, OPEN_STATUSES] : quick === "drills" ? [facets.mode, ["drill"]] : [facets.has, ["open_actions"]];
  const rows = counts.filter((row) => values.includes(row.value));
  const sum = rows.reduce((all, row) => all + row.count, 0);
  return { count: countWords(sum, facets.isExact) };
}
