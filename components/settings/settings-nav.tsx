"use client";

import { usePathname } from "next/navigation";
import { paths } from "../../lib/paths";
import { ViewLinks } from "../ui/view-links";

const MINE = [
  { href: paths.settings(), label: "Profile" },
  { href: paths.settingsSessions(), label: "Where you are signed in" },
  { href: paths.settingsTokens(), label: "API tokens" },
];
/** Others read what admins set. */
const READERS = [{ href: paths.language(), label: "Language hints" }];
const ADMINS = [
  { href: paths.settingsPeople(), label: "Members" },
  { href: paths.settingsInvitations(), label: "Invitations" },
  { href: paths.settingsTags(), label: "Factor tags" },
  { href: paths.settingsLanguage(), label: "Language hints" },
  { href: paths.settingsAudit(), label: "Audit log" },
];

export function SettingsNav({ admin }: { admin: boolean }) {
  const here = usePathname();
  return <ViewLinks label="Settings" views={[...MINE, ...(admin ? ADMINS : READERS)].map((view) => ({ ...view, current: view.href === here }))} />;
}
