import { queryOptions } from "@tanstack/react-query";
import { api } from "../http/fetch";
import { listKey } from "../live/lists";
import type { SafetyNetList } from "./schema";

/** The safety nets of an incident. It is read once with the page; from then on the live socket writes it. */
export const netsQuery = (ref: string) =>
  queryOptions({
    queryKey: listKey("nets", ref),
    queryFn: ({ signal }) => api<SafetyNetList>("GET", `/incidents/${ref}/safety-nets`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
