import { BookOpen, Boxes, GitCommitVertical, House, Inbox, ListChecks, type LucideIcon, NotebookText, Settings, Users, UsersRound } from "lucide-react";
import { paths } from "../../lib/paths";

export interface NavItem {
  href: string;
  label: string;
  icon: LucideIcon;
  /** Which count of the shell it carries. */
  count?: "incidents" | "actions" | "inbox";
}

export const NAV: readonly NavItem[] = [
  { href: paths.home(), label: "Home", icon: House },
  { href: paths.incidents(), label: "Incidents", icon: NotebookText, count: "incidents" },
  { href: paths.postmortems(), label: "Post-mortems", icon: BookOpen },
  { href: paths.actions(), label: "Actions", icon: ListChecks, count: "actions" },
  { href: paths.changes(), label: "Changes", icon: GitCommitVertical },
  { href: paths.services(), label: "Services", icon: Boxes },
  { href: paths.people(), label: "People", icon: Users },
  { href: paths.teams(), label: "Teams", icon: UsersRound },
  { href: paths.inbox(), label: "Inbox", icon: Inbox, count: "inbox" },
  { href: paths.settings(), label: "Settings", icon: Settings },
];
