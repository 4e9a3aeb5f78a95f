import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, queryString } from "../http/fetch";
import type { IncidentFacets } from "../incidents/schema";
import type { SearchHits } from "../search/schema";
import type { ListState } from "./rules";

type Filters = Omit<ListState, "sort" | "cursor">;

const asked = ({ q, status, severity, mode, environment, service, team, lead, from, to }: Filters) =>
  queryString({ q, status: status.join(), severity: severity.join(), mode: mode.join(), environment: environment.join(), service, team, lead, from, to });

/** How many incidents each filter would leave, beside those that are set. */
export const facetsQuery = (filters: Filters) => {
  const query = asked(filters);
  return queryOptions({
    queryKey: ["incidents", "facets", query],
    queryFn: ({ signal }) => api<IncidentFacets>("GET", `/incidents/facets${query}`, { signal }),
    staleTime: 15_000,
    placeholderData: keepPreviousData,
  });
};

/** What the palette finds, by kind. */
export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ["search", q],
    queryFn: ({ signal }) => api<SearchHits>("GET", `/search${queryString({ q, limit: 6 })}`, { signal }),
    enabled: q !== "",
    staleTime: 15_000,
    retry: false,
    placeholderData: keepPreviousData,
  });
