import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, queryString } from "../http/fetch";
import type { PersonPage, PersonProfile, UpdatePerson } from "./schema";

export const PEOPLE_KEY = ["people"] as const;

export const peopleQuery = (query: { q?: string; team?: string; disabled?: boolean; cursor?: string; limit?: number } = {}) =>
  queryOptions({
    queryKey: [...PEOPLE_KEY, "list", query],
    queryFn: ({ signal }) => api<PersonPage>("GET", `/people${queryString(query)}`, { signal }),
  });

export const personQuery = (id: string) =>
  queryOptions({ queryKey: [...PEOPLE_KEY, "one", id], queryFn: ({ signal }) => api<PersonProfile>("GET", `/people/${id}`, { signal }) });

/** For admins, and for oneself. `disabled: true` lets someone leave: what they wrote stays theirs. */
export function useUpdatePerson(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ input, ifMatch }: { input: UpdatePerson; ifMatch?: number }) => api<PersonProfile>("PATCH", `/people/${id}`, { body: input, ifMatch }),
    onSuccess: (person) => {
      void cache.invalidateQueries({ queryKey: PEOPLE_KEY });
      cache.setQueryData(personQuery(person.id).queryKey, person);
    },
  });
}
