import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { SettingsNav } from "@/components/settings/settings-nav";
import { pageCtx } from "@/lib/auth/page";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const ctx = await pageCtx();
  return (
    <>
      <PageHeader title="Settings" />
      <SettingsNav admin={ctx.actor.role === "admin"} />
      <div className="max-w-[60rem] pt-1">{children}</div>
    </>
  );
}
