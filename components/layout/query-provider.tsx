"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { mayRetry } from "../../lib/http/fetch";

/** The browser's one cache of rows. What was refused is not asked again; what did not get through is, twice. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            staleTime: 10_000,
            retry: (failures, error) => failures < 2 && mayRetry(error),
          },
          mutations: { retry: (failures, error) => failures < 2 && mayRetry(error) },
        },
      }),
  );
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
