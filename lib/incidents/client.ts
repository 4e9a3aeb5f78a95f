import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, keyOf } from "../http/fetch";
import type { Incident, RoleHolding, SharedIncident, TakeRole, UpdateIncident } from "./schema";

/** An incident in the browser's cache. It is read once with the page; from then on the live socket writes it. */
export const incidentQuery = (ref: string) =>
  queryOptions({
    queryKey: ["incident", ref],
    queryFn: ({ signal }) => api<Incident>("GET", `/incidents/${ref}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What everyone sees of it, laid over what this reader may do and has read; an older row changes nothing. */
export const withShared = (held: Incident | undefined, shared: SharedIncident): Incident | undefined =>
  held && shared.seq >= held.seq ? { ...held, ...shared } : held;

function useHeld(ref: string) {
  const cache = useQueryClient();
  return (incident: Incident) => cache.setQueryData(incidentQuery(ref).queryKey, (held) => (held && held.seq > incident.seq ? held : incident));
}

export function useUpdateIncident(ref: string) {
  const hold = useHeld(ref);
  return useMutation({
    mutationFn: ({ input, ifMatch }: { input: IncidentEdit; ifMatch?: number }) => api<Incident>("PATCH", `/incidents/${ref}`, { body: input, ifMatch }),
    onSuccess: hold,
  });
}

/** The edit as it travels: times as ISO text. */
export type IncidentEdit = Omit<Partial<UpdateIncident>, "startedAt" | "detectedAt"> & { startedAt?: string | null; detectedAt?: string | null };

export function useNextUpdate(ref: string) {
  const hold = useHeld(ref);
  return useMutation({
    mutationFn: (input: { inMinutes: number } | { at: string | null }) => api<Incident>("POST", `/incidents/${ref}/next-update`, { body: input }),
    onSuccess: hold,
  });
}

export function useMerge(ref: string) {
  const hold = useHeld(ref);
  return useMutation({
    mutationFn: (into: string) => api<Incident>("POST", `/incidents/${ref}/merge`, { body: { into }, key: keyOf({ ref, into }) }),
    onSuccess: hold,
  });
}

export function useTakeRole(ref: string) {
  return useMutation({ mutationFn: (input: TakeRole) => api<RoleHolding>("POST", `/incidents/${ref}/roles`, { body: input }) });
}

export function useEndRole(ref: string) {
  return useMutation({ mutationFn: (id: string) => api<void>("DELETE", `/incidents/${ref}/roles/${id}`) });
}

/** Says how far one has read. A failure is nobody's concern: it is said again with the next entry. */
export const markSeen = (ref: string, seq: number) => api<void>("POST", `/incidents/${ref}/seen`, { body: { seq } }).catch(() => undefined);
