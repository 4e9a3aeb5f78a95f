import type { Metadata } from "next";
import { DoorPage } from "@/components/doors/door-page";
import { InvitationForm } from "@/components/doors/invitation-form";
import { ButtonLink } from "@/components/ui/button";
import { afterSetUp, typedBefore } from "@/lib/auth/door-page";
import { LINK_WORDS, openInvitation } from "@/lib/auth/links";
import { paths } from "@/lib/paths";
import { APP_ROLE_HINTS, APP_ROLE_WORDS, type AppRole } from "@/lib/people/words";

export const metadata: Metadata = { title: "Your invitation" };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  await afterSetUp();
  const { state, row } = await openInvitation(token);
  if (!row) {
    return (
      <DoorPage title="This link leads nowhere any more" lead={state === "open" ? null : LINK_WORDS[state]("This invitation")}>
        <p className="text-soft">{state === "used" ? "If it was you who used it, sign in." : "Ask whoever sent it to you for a new one: it takes them a moment."}</p>
        <ButtonLink href={paths.signIn()} className="mt-6">
          Sign in
        </ButtonLink>
      </DoorPage>
    );
  }
  const role = row.role as AppRole;
  const teams = row.teams.length ? ` You will be in ${new Intl.ListFormat("en").format(row.teams)}.` : "";
  return (
    <DoorPage
      title={row.invitedBy ? `${row.invitedBy} invites you to Candor` : "You are invited to Candor"}
      lead={`You come as ${role === "admin" ? "an" : "a"} ${APP_ROLE_WORDS[role].toLowerCase()}: ${APP_ROLE_HINTS[role].toLowerCase()}.${teams}`}
    >
      <InvitationForm token={token} email={row.email} refused={await typedBefore()} />
    </DoorPage>
  );
}
