import { queryOptions } from "@tanstack/react-query";
import { api, apiText } from "../http/fetch";
import { listKey } from "../live/lists";
import type { IncidentChangeList } from "./schema";

/** What changed, beside an incident. It is read once with the page; from then on the live socket writes it. */
export const incidentChangesQuery = (ref: string) =>
  queryOptions({
    queryKey: listKey("changes", ref),
    queryFn: ({ signal }) => api<IncidentChangeList>("GET", `/incidents/${ref}/changes`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Below /api/v1, by itself or from a room. */
export const diffPath = (id: string, ref?: string) => (ref ? `/incidents/${ref}/changes/${id}/diff` : `/changes/${id}/diff`);

/** A diff to the letter. It is another one when the change is another version. */
export const diffQuery = ({ id, version }: { id: string; version: number }, ref?: string) =>
  queryOptions({
    queryKey: ["diff", id, version] as const,
    queryFn: ({ signal }) => apiText(diffPath(id, ref), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
