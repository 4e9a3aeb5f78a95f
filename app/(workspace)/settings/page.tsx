import type { Metadata } from "next";
import { Section } from "@/components/layout/section";
import { PasswordForm } from "@/components/settings/password-form";
import { ProfileForm } from "@/components/settings/profile-form";
import { pageCtx } from "@/lib/auth/page";
import { getPerson } from "@/lib/people/queries";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage() {
  const ctx = await pageCtx();
  const me = await getPerson(ctx, ctx.actor.id);
  return (
    <>
      <Section title="Profile">
        <ProfileForm me={me} />
      </Section>
      <Section title="Password">
        <PasswordForm personId={me.id} email={me.email ?? ""} />
      </Section>
    </>
  );
}
