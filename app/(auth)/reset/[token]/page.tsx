import type { Metadata } from "next";
import { NewPasswordForm } from "@/components/doors/reset-forms";
import { QuietPage } from "@/components/layout/quiet-page";
import { ButtonLink } from "@/components/ui/button";
import { afterSetUp, typedBefore } from "@/lib/auth/door-page";
import { LINK_WORDS, openReset } from "@/lib/auth/links";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "A new password" };

export default async function NewPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  await afterSetUp();
  const { state, row } = await openReset(token);
  if (!row) {
    return (
      <QuietPage title="This link leads nowhere any more" intro={state === "open" ? null : LINK_WORDS[state]("This link")}>
        <p className="text-soft">Your password is as it was. A new link is soon asked for.</p>
        <div className="mt-6 flex gap-2">
          <ButtonLink href={paths.reset()} variant="primary">
            Ask for a new link
          </ButtonLink>
          <ButtonLink href={paths.signIn()}>Sign in</ButtonLink>
        </div>
      </QuietPage>
    );
  }
  return (
    <QuietPage title={`A new password, ${row.name}`} intro={`For ${row.email}. It signs you out everywhere else.`}>
      <NewPasswordForm token={token} email={row.email} refused={await typedBefore()} />
    </QuietPage>
  );
}
