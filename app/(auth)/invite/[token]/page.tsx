import type { Metadata } from "next";
import { InvitationForm } from "@/components/doors/invitation-form";
import { QuietPage } from "@/components/layout/quiet-page";
import { ButtonLink } from "@/components/ui/button";
import { afterSetUp, typedBefore } from "@/lib/auth/door-page";
import { LINK_WORDS, openInvitation } from "@/lib/auth/links";
import { inTeams, WELCOME_WORDS } from "@/lib/invitations/words";
import { paths } from "@/lib/paths";
import type { AppRole } from "@/lib/people/words";

export const metadata: Metadata = { title: "Your invitation" };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  await afterSetUp();
  const { state, row } = await openInvitation(token);
  if (!row) {
    return (
      <QuietPage title="This link leads nowhere any more" intro={state === "open" ? null : LINK_WORDS[state]("This invitation")}>
        <p className="text-soft">
          {state === "used" ? "If it was you who used it, sign in." : "Ask whoever sent it to you for a new one: it takes them a moment."}
        </p>
        <ButtonLink href={paths.signIn()} className="mt-6">
          Sign in
        </ButtonLink>
      </QuietPage>
    );
  }
  return (
    <QuietPage
      title={row.invitedBy ? `${row.invitedBy} invites you to Candor` : "You are invited to Candor"}
      intro={`${WELCOME_WORDS[row.role as AppRole]}${inTeams(row.teams)}`}
    >
      <InvitationForm token={token} email={row.email} refused={await typedBefore()} />
    </QuietPage>
  );
}
