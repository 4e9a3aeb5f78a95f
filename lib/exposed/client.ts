import { queryOptions } from "@tanstack/react-query";
import { api } from "../http/fetch";
import type { ExposedList } from "./schema";

/** What past incidents like this left open. */
export const exposedQuery = (ref: string) =>
  queryOptions({
    queryKey: ["exposed", ref],
    queryFn: ({ signal }) => api<ExposedList>("GET", `/incidents/${ref}/still-exposed`, { signal }),
    staleTime: 60_000,
  });
