import type { Metadata } from "next";
import { ChangeView } from "@/components/changes/change-view";
import { found, pageReader } from "@/lib/auth/page";
import { getChange, getChangeWithIncidents } from "@/lib/changes/queries";
import { CHANGE_KIND_WORDS } from "@/lib/changes/words";
import { may } from "@/lib/incidents/policy";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ctx } = await pageReader();
  const change = await found(getChange(ctx, (await params).id));
  return { title: change.summary || `Nothing changed: ${CHANGE_KIND_WORDS[change.kind].toLowerCase()}` };
}

export default async function ChangePage({ params }: Props) {
  const { ctx, zone } = await pageReader();
  const change = await found(getChangeWithIncidents(ctx, (await params).id));
  return <ChangeView change={change} mayWrite={may("change.record", { role: ctx.actor.role }) && !change.nothingChanged} zone={zone} now={Date.now()} />;
}
