import { queryOptions } from "@tanstack/react-query";
import type { OfferedChanges } from "../changes/schema";
import { api } from "../http/fetch";

/** What may belong beside an incident; asked again when the live socket says that this may be another now. */
export const offeredKey = (ref: string) => ["offered", ref] as const;

export const offeredQuery = (ref: string) =>
  queryOptions({
    queryKey: offeredKey(ref),
    queryFn: ({ signal }) => api<OfferedChanges>("GET", `/incidents/${ref}/changes/offered`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
