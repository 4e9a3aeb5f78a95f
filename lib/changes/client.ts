import { queryOptions } from "@tanstack/react-query";
import { api } from "../http/fetch";
import { listKey } from "../live/lists";
import type { IncidentChangeList } from "./schema";

/** What changed, beside an incident. It is read once with the page; from then on the live socket writes it. */
export const incidentChangesQuery = (ref: string) =>
  queryOptions({
    queryKey: listKey("changes", ref),
    queryFn: ({ signal }) => api<IncidentChangeList>("GET", `/incidents/${ref}/changes`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
