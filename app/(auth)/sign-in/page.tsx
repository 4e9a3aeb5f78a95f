import type { Metadata } from "next";
import { DoorPage } from "@/components/doors/door-page";
import { SignInForm } from "@/components/doors/sign-in-form";
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
    <DoorPage title="Sign in">
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
      <p className="mt-8 text-13 text-soft">People come by invitation. If you have none, ask an admin of your Candor.</p>
    </DoorPage>
  );
}
