import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, keyOf } from "../http/fetch";
import type { NewToken, TokenPage } from "./schema";
import type { TokenScope } from "../people/words";

const TOKENS_KEY = ["tokens"] as const;

export const tokensQuery = queryOptions({ queryKey: TOKENS_KEY, queryFn: ({ signal }) => api<TokenPage>("GET", "/tokens?limit=100", { signal }) });

const useTouched = () => {
  const cache = useQueryClient();
  return () => void cache.invalidateQueries({ queryKey: TOKENS_KEY });
};

export interface TokenInput {
  name: string;
  scope: TokenScope;
  expiresAt: string | null;
}

export function useCreateToken() {
  return useMutation({ mutationFn: (input: TokenInput) => api<NewToken>("POST", "/tokens", { body: input, key: keyOf(input) }), onSuccess: useTouched() });
}

export function useRevokeToken() {
  return useMutation({ mutationFn: (id: string) => api<void>("DELETE", `/tokens/${id}`), onSuccess: useTouched() });
}
