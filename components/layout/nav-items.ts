import { BellDot, Boxes, Flame, House, type LucideIcon, Settings, Users, UsersRound } from "lucide-react";
import { paths } from "../../lib/paths";

export interface NavItem {
  href: string;
  label: string;
  icon: LucideIcon;
  /** Which count of the shell it carries. */
  count?: "incidents" | "inbox";
}

export const NAV: readonly NavItem[] = [
  { href: paths.home(), label: "Home", icon: House },
  { href: paths.incidents(), label: "Incidents", icon: Flame, count: "incidents" },
  { href: paths.services(), label: "Services", icon: Boxes },
  { href: paths.people(), label: "People", icon: Users },
  { href: paths.teams(), label: "Teams", icon: UsersRound },
  { href: paths.inbox(), label: "Inbox", icon: BellDot, count: "inbox" },
  { href: paths.settings(), label: "Settings", icon: Settings },
];
