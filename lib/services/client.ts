import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, keyOf, queryString } from "../http/fetch";
import type { CreateService, Service, ServicePage, UpdateService } from "./schema";

export const SERVICES_KEY = ["services"] as const;

export const servicesQuery = (query: { q?: string; team?: string; archived?: boolean; cursor?: string; limit?: number } = {}) =>
  queryOptions({
    queryKey: [...SERVICES_KEY, "list", query],
    queryFn: ({ signal }) => api<ServicePage>("GET", `/services${queryString(query)}`, { signal }),
  });

export const serviceQuery = (id: string) =>
  queryOptions({ queryKey: [...SERVICES_KEY, "one", id], queryFn: ({ signal }) => api<Service>("GET", `/services/${id}`, { signal }) });

/** A service's name stands on others that depend on it and on its team: those are read again when next looked at. */
function useTouched() {
  const cache = useQueryClient();
  return (service: Service) => {
    void cache.invalidateQueries({ queryKey: SERVICES_KEY });
    void cache.invalidateQueries({ queryKey: ["teams"] });
    cache.setQueryData(serviceQuery(service.id).queryKey, service);
  };
}

export function useCreateService() {
  const touched = useTouched();
  return useMutation({ mutationFn: (input: CreateService) => api<Service>("POST", "/services", { body: input, key: keyOf(input) }), onSuccess: touched });
}

/** Also archives (`archived: true`) and takes back (`archived: false`). */
export function useUpdateService(id: string) {
  const touched = useTouched();
  return useMutation({
    mutationFn: ({ input, ifMatch }: { input: UpdateService; ifMatch?: number }) => api<Service>("PATCH", `/services/${id}`, { body: input, ifMatch }),
    onSuccess: touched,
  });
}
