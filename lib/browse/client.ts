import { keepPreviousData, type QueryClient, queryOptions } from "@tanstack/react-query";
import { api, queryString } from "../http/fetch";
import type { Incident, IncidentFacets } from "../incidents/schema";
import type { SearchHits } from "../search/schema";
import type { ListState } from "./rules";

type Filters = Omit<ListState, "sort" | "cursor">;

const asked = ({ q, status, severity, mode, environment, group, tag, role, has, service, team, lead, from, to }: Filters) =>
  queryString({
    q,
    status: status.join(),
    severity: severity.join(),
    mode: mode.join(),
    environment: environment.join(),
    group: group.join(),
    tag: tag.join(),
    role: role.join(),
    has: has.join(),
    service,
    team,
    lead,
    from,
    to,
  });

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

export interface Found {
  /** The incident whose number was typed, where one sees it. */
  named: Incident | null;
  hits: SearchHits;
}

const REF = /^(?:inc)?[\s-]*([1-9]\d{0,8})$/i;

/** What the palette finds. "INC-12", "inc 12" and "12" also mean the incident of that number. */
export async function searchAnything(cache: QueryClient, query: string, signal: AbortSignal): Promise<Found> {
  const number = REF.exec(query)?.[1];
  const named = number ? api<Incident>("GET", `/incidents/INC-${number}`, { signal }).catch(() => null) : null;
  const hits = cache.fetchQuery({
    queryKey: ["search", query],
    queryFn: () => api<SearchHits>("GET", `/search${queryString({ q: query, limit: 6 })}`, { signal }),
    staleTime: 15_000,
    retry: false,
  });
  return { named: await named, hits: await hits };
}
