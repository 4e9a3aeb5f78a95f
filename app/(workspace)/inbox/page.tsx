import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { DoneList } from "@/components/inbox/done-list";
import { Inbox } from "@/components/inbox/inbox";
import { InboxViews } from "@/components/inbox/inbox-views";
import { PageHeader } from "@/components/layout/page-header";
import { pageReader } from "@/lib/auth/page";
import { doneQuery, inboxQuery } from "@/lib/inbox/client";
import { listInbox } from "@/lib/inbox/queries";

export const metadata: Metadata = { title: "Inbox" };

export default async function InboxPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { ctx, zone } = await pageReader();
  const done = (await searchParams).view === "done";
  const cache = new QueryClient();
  cache.setQueryData(inboxQuery.queryKey, await listInbox(ctx, { limit: 100 }));
  if (done) cache.setQueryData(doneQuery.queryKey, { pages: [await listInbox(ctx, { done: true })], pageParams: [null] });
  const now = Date.now();
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <PageHeader title="Inbox" />
      <InboxViews done={done} />
      {done ? <DoneList zone={zone} serverNow={now} /> : <Inbox zone={zone} serverNow={now} />}
    </HydrationBoundary>
  );
}
