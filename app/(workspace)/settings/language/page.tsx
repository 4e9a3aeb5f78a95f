import type { Metadata } from "next";
import { LanguageForm } from "@/components/settings/language-form";
import { pageCtxFor } from "@/lib/auth/page";
import { languageSetting } from "@/lib/language/queries";
import { toldRules } from "@/lib/rulebook/rules";

export const metadata: Metadata = { title: "Language hints" };

export default async function LanguageSettingsPage() {
  const ctx = await pageCtxFor("settings.write");
  const setting = await languageSetting(ctx);
  const rules = toldRules({ off: [], phrases: [] }).map(({ id, name, class: of, why }) => ({ id, name, class: of, why }));
  return <LanguageForm key={setting.version} setting={setting} rules={rules} meId={ctx.actor.id} />;
}
