import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, queryString } from "../http/fetch";
import type { SessionPage } from "./schema";

const SESSIONS_KEY = ["sessions"] as const;

export const sessionsQuery = queryOptions({ queryKey: SESSIONS_KEY, queryFn: ({ signal }) => api<SessionPage>("GET", "/sessions", { signal }) });

/** Ends one, or all of one's own but this. */
export function useEndSession() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string | "others") => api<void>("DELETE", id === "others" ? "/sessions" : `/sessions/${id}`),
    onSuccess: () => cache.invalidateQueries({ queryKey: SESSIONS_KEY }),
  });
}

/** For admins: signs someone out everywhere. */
export const endSessionsOf = (person: string) => api<void>("DELETE", `/sessions${queryString({ person })}`);
