import type { Metadata } from "next";
import { SignInForm } from "@/components/doors/sign-in-form";
import { QuietPage } from "@/components/layout/quiet-page";
import { Banner } from "@/components/ui/banner";
import { afterSetUp, strangersOnly, typedBefore } from "@/lib/auth/door-page";
import { returnTo } from "@/lib/auth/return-to";

export const metadata: Metadata = { title: "Sign in" };

type Query = Promise<Record<string, string | string[] | undefined>>;

export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const { callbackUrl, notice, error } = await searchParams;
  await afterSetUp();
  await strangersOnly(callbackUrl);
  return (
    <QuietPage title="Sign in" footer="People come by invitation. If you have none, ask an admin of your Candor.">
      {notice === "new-password" ? (
        <Banner tone="calm" role="status" className="mb-6">
          Your new password is set. Sign in with it.
        </Banner>
      ) : null}
      {typeof error === "string" ? (
        <Banner tone="danger" role="alert" className="mb-6">
          That did not work. Check the e-mail address and the password, and try again.
        </Banner>
      ) : null}
      <SignInForm callbackUrl={returnTo(callbackUrl)} refused={await typedBefore()} />
    </QuietPage>
  );
}
