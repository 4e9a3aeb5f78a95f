import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "../http/fetch";
import type { FactorSuggestions } from "./schema";

/** What the room offers as factors. It is asked again when what it is made from has changed: `of` says from what. */
export const suggestionsQuery = (ref: string, of: string) =>
  queryOptions({
    queryKey: ["suggested", ref, of],
    queryFn: ({ signal }) => api<FactorSuggestions>("GET", `/incidents/${ref}/factors/suggested`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
