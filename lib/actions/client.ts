import { queryOptions } from "@tanstack/react-query";
import { api } from "../http/fetch";
import { listKey } from "../live/lists";
import type { ActionItemList } from "./schema";

/** What follows from an incident. It is read once with the page; from then on the live socket writes it. */
export const actionItemsQuery = (ref: string) =>
  queryOptions({
    queryKey: listKey("actions", ref),
    queryFn: ({ signal }) => api<ActionItemList>("GET", `/incidents/${ref}/action-items`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
