import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, keyOf } from "../http/fetch";
import type { AppRole } from "../people/words";
import type { Invitation, InvitationPage, NewInvitation } from "./schema";

const INVITATIONS_KEY = ["invitations"] as const;

export const invitationsQuery = queryOptions({
  queryKey: INVITATIONS_KEY,
  queryFn: ({ signal }) => api<InvitationPage>("GET", "/invitations?limit=100", { signal }),
});

const useTouched = () => {
  const cache = useQueryClient();
  return () => void cache.invalidateQueries({ queryKey: INVITATIONS_KEY });
};

export interface InviteInput {
  email: string;
  role: AppRole;
  teamIds: string[];
}

export function useInvite() {
  return useMutation({
    mutationFn: (input: InviteInput) => api<NewInvitation>("POST", "/invitations", { body: input, key: keyOf(input) }),
    onSuccess: useTouched(),
  });
}

export function useUpdateInvitation() {
  return useMutation({
    mutationFn: ({ id, role }: { id: string; role: AppRole }) => api<Invitation>("PATCH", `/invitations/${id}`, { body: { role } }),
    onSuccess: useTouched(),
  });
}

export function useRevokeInvitation() {
  return useMutation({ mutationFn: (id: string) => api<void>("DELETE", `/invitations/${id}`), onSuccess: useTouched() });
}
