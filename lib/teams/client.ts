import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, keyOf, queryString } from "../http/fetch";
import type { CreateTeam, Team, TeamPage, UpdateTeam } from "./schema";

export const TEAMS_KEY = ["teams"] as const;

export const teamsQuery = (query: { q?: string; cursor?: string; limit?: number } = {}) =>
  queryOptions({
    queryKey: [...TEAMS_KEY, "list", query],
    queryFn: ({ signal }) => api<TeamPage>("GET", `/teams${queryString(query)}`, { signal }),
  });

export const teamQuery = (id: string) =>
  queryOptions({ queryKey: [...TEAMS_KEY, "one", id], queryFn: ({ signal }) => api<Team>("GET", `/teams/${id}`, { signal }) });

/** A team's name and members stand in lists, on services and on people: those are read again when next looked at. */
function useTouched() {
  const cache = useQueryClient();
  return (team: Team | null) => {
    if (team) cache.setQueryData(teamQuery(team.id).queryKey, team);
    void cache.invalidateQueries({ queryKey: [...TEAMS_KEY, "list"] });
    void cache.invalidateQueries({ queryKey: ["services"] });
    void cache.invalidateQueries({ queryKey: ["people"] });
  };
}

export function useCreateTeam() {
  const touched = useTouched();
  return useMutation({ mutationFn: (input: CreateTeam) => api<Team>("POST", "/teams", { body: input, key: keyOf(input) }), onSuccess: touched });
}

export function useUpdateTeam(id: string) {
  const touched = useTouched();
  return useMutation({
    mutationFn: ({ input, ifMatch }: { input: UpdateTeam; ifMatch?: number }) => api<Team>("PATCH", `/teams/${id}`, { body: input, ifMatch }),
    onSuccess: touched,
  });
}

export function useDeleteTeam(id: string) {
  const touched = useTouched();
  return useMutation({ mutationFn: () => api<void>("DELETE", `/teams/${id}`), onSuccess: () => touched(null) });
}
