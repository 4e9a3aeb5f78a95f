import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Section } from "@/components/layout/section";
import { SessionList } from "@/components/settings/session-list";
import { pageReader } from "@/lib/auth/page";
import { sessionsQuery } from "@/lib/sessions/client";
import { listSessions } from "@/lib/sessions/queries";

export const metadata: Metadata = { title: "Where you are signed in" };

export default async function SessionsPage() {
  const { ctx, zone } = await pageReader();
  const cache = new QueryClient();
  cache.setQueryData(sessionsQuery.queryKey, await listSessions(ctx));
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <Section title="Where you are signed in">
        <p className="mb-4 max-w-[60ch] text-soft">Each lasts 30 days at most. One that you do not know? Sign it out, and set a new password.</p>
        <SessionList zone={zone} now={Date.now()} />
      </Section>
    </HydrationBoundary>
  );
}
