import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, keyOf } from "../http/fetch";
import type { Call, CallForHelp, CallList } from "./schema";
import type { CallAnswer } from "./words";

export const callsQuery = (ref: string) =>
  queryOptions({
    queryKey: ["calls", ref],
    queryFn: ({ signal }) => api<CallList>("GET", `/incidents/${ref}/calls`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Lays a call into the list, newest first. */
export const withCall = (held: CallList | undefined, call: Call): CallList | undefined =>
  held && { ...held, items: [call, ...held.items.filter((known) => known.id !== call.id)].sort((a, b) => Date.parse(b.at) - Date.parse(a.at)) };

function useHeldCall(ref: string) {
  const cache = useQueryClient();
  return (call: Call) => cache.setQueryData(callsQuery(ref).queryKey, (held) => withCall(held, call));
}

export function useCallForHelp(ref: string) {
  const hold = useHeldCall(ref);
  return useMutation({ mutationFn: (input: CallForHelp) => api<Call>("POST", `/incidents/${ref}/calls`, { body: input, key: keyOf(input) }), onSuccess: hold });
}

export function useAnswerCall(ref: string) {
  const hold = useHeldCall(ref);
  return useMutation({
    mutationFn: ({ id, answer }: { id: string; answer: CallAnswer }) => api<Call>("POST", `/calls/${id}/answer`, { body: { answer } }),
    onSuccess: hold,
  });
}
