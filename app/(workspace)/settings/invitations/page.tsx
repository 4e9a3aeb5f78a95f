import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Section } from "@/components/layout/section";
import { InvitationList } from "@/components/settings/invitation-list";
import { pageCtxFor, pageReader } from "@/lib/auth/page";
import { invitationsQuery } from "@/lib/invitations/client";
import { listInvitations } from "@/lib/invitations/queries";
import { mailIsSetUp } from "@/lib/mail/transport";

export const metadata: Metadata = { title: "Invitations" };

export default async function InvitationsPage() {
  const ctx = await pageCtxFor("invitation.write");
  const { zone } = await pageReader();
  const cache = new QueryClient();
  cache.setQueryData(invitationsQuery.queryKey, await listInvitations(ctx, { limit: 100 }));
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <Section title="Invitations">
        <InvitationList zone={zone} now={Date.now()} mails={mailIsSetUp()} />
      </Section>
    </HydrationBoundary>
  );
}
