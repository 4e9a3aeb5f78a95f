import type { Metadata } from "next";
import { AskResetForm } from "@/components/doors/reset-forms";
import { QuietPage } from "@/components/layout/quiet-page";
import { ButtonLink } from "@/components/ui/button";
import { afterSetUp, typedBefore } from "@/lib/auth/door-page";
import { mailIsSetUp } from "@/lib/mail/transport";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "A new password" };

export default async function ResetPage({ searchParams }: { searchParams: Promise<{ sent?: string }> }) {
  await afterSetUp();
  if (!mailIsSetUp()) {
    return (
      <QuietPage title="A new password" intro="This Candor sends no mail. Ask one of its admins for a link: they make it under Settings, People.">
        <ButtonLink href={paths.signIn()}>Back to sign in</ButtonLink>
      </QuietPage>
    );
  }
  if ((await searchParams).sent) {
    return (
      <QuietPage title="Look into your mail" intro="If someone here has this address, a link is on its way. It works once, within an hour.">
        <p className="text-soft">Nothing came after some minutes? Look among the unwanted mail, or ask an admin for a link.</p>
        <ButtonLink href={paths.signIn()} className="mt-6">
          Back to sign in
        </ButtonLink>
      </QuietPage>
    );
  }
  return (
    <QuietPage title="A new password" intro="Say your e-mail address, and a link comes by mail.">
      <AskResetForm refused={await typedBefore()} />
    </QuietPage>
  );
}
