import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SetUpForm } from "@/components/doors/set-up-form";
import { QuietPage } from "@/components/layout/quiet-page";
import { typedBefore } from "@/lib/auth/door-page";
import { env } from "@/lib/env";
import { paths } from "@/lib/paths";
import { isSetUp } from "@/lib/setup/queries";

export const metadata: Metadata = { title: "Set up" };

export default async function SetUpPage() {
  if (await isSetUp()) redirect(paths.home());
  return (
    <QuietPage title="Welcome. Nobody is here yet." intro="You will be the first, and an admin: you invite the others, and may make more admins.">
      <SetUpForm example={env().CANDOR_EXAMPLE_HISTORY} refused={await typedBefore()} />
    </QuietPage>
  );
}
