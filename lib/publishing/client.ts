import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, keyOf } from "../http/fetch";
import { layPostmortem } from "../postmortems/client";
import type { NotRequired, Postmortem, PublishPostmortem, RedactPostmortem, VersionList } from "../postmortems/schema";

/** What was published, the newest first. Its number is part of the key: another version is another list. */
export const versionsQuery = (ref: string, publishedVersion: number | null) =>
  queryOptions({
    queryKey: ["versions", ref, publishedVersion],
    queryFn: ({ signal }) => api<VersionList>("GET", `/incidents/${ref}/postmortem/versions`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export function usePublish(ref: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (send: { body: PublishPostmortem; version: number }) =>
      api<Postmortem>("POST", `/incidents/${ref}/postmortem/publish`, { body: send.body, ifMatch: send.version, key: keyOf(send) }),
    onSuccess: (state) => layPostmortem(cache, ref, state),
  });
}

export function useRestore(ref: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (n: number) => api<Postmortem>("POST", `/incidents/${ref}/postmortem/versions/${n}/restore`, { body: {} }),
    onSuccess: (state) => layPostmortem(cache, ref, state),
  });
}

export function useRequireNone(ref: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: NotRequired) => api<Postmortem>("POST", `/incidents/${ref}/postmortem/not-required`, { body, key: keyOf(body) }),
    onSuccess: (state) => layPostmortem(cache, ref, state),
  });
}

/** What was kept of versions in this browser is asked anew. */
export function useRedact(ref: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: RedactPostmortem) => api<Postmortem>("POST", `/incidents/${ref}/postmortem/redact`, { body, key: keyOf(body) }),
    onSuccess: (state) => {
      layPostmortem(cache, ref, state);
      return cache.invalidateQueries({ queryKey: ["versions", ref] });
    },
  });
}
