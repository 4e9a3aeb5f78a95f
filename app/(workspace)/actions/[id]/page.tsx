import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { ItemView } from "@/components/actions/item-view";
import { KeepFresh } from "@/components/layout/keep-fresh";
import { backlogKey } from "@/lib/actions/client";
import { getActionItem } from "@/lib/actions/queries";
import { found, pageReader } from "@/lib/auth/page";
import { dayKey } from "@/lib/dates";
import { may } from "@/lib/incidents/policy";
import { paths } from "@/lib/paths";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ctx } = await pageReader();
  const item = await found(getActionItem(ctx, (await params).id));
  return { title: `${item.ref} ${item.title}` };
}

/** One action item, whole. */
export default async function ActionItemPage({ params }: Props) {
  const { id } = await params;
  const { ctx, zone } = await pageReader();
  const item = await found(getActionItem(ctx, id));
  if (id !== item.ref) permanentRedirect(paths.action(item.ref));
  const cache = new QueryClient();
  cache.setQueryData(backlogKey(item.id), { items: [item], nextCursor: null });
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <KeepFresh />
      <ItemView first={item} meId={ctx.actor.id} zone={zone} today={dayKey(Date.now(), zone)} mayWrite={may("action.write", { role: ctx.actor.role })} />
    </HydrationBoundary>
  );
}
