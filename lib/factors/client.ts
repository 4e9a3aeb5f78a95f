import { queryOptions } from "@tanstack/react-query";
import { api } from "../http/fetch";
import { listKey } from "../live/lists";
import type { FactorList } from "./schema";

/** What combined in an incident. It is read once with the page; from then on the live socket writes it. */
export const factorsQuery = (ref: string) =>
  queryOptions({
    queryKey: listKey("factors", ref),
    queryFn: ({ signal }) => api<FactorList>("GET", `/incidents/${ref}/factors`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
