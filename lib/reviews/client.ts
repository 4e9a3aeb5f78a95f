import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, keyOf } from "../http/fetch";
import { layPostmortem } from "../postmortems/client";
import type { ApproveReview, Postmortem, RequestChanges, RequestReview, WithdrawReview } from "../postmortems/schema";

/** What readers are asked and say. The answer is laid into the cache at once; others hear of it live. */

interface Asks {
  "request-review": RequestReview;
  withdraw: WithdrawReview;
  approve: ApproveReview;
  "request-changes": RequestChanges;
}
export type ReviewVerb = keyof Asks;

export function useReview<Verb extends ReviewVerb>(ref: string, verb: Verb) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: Asks[Verb]) => api<Postmortem>("POST", `/incidents/${ref}/postmortem/${verb}`, { body, key: keyOf(body) }),
    onSuccess: (state) => layPostmortem(cache, ref, state),
  });
}
