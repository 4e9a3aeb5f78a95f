"use client";

import { Ellipsis } from "lucide-react";
import type { Entry } from "../../lib/timeline/schema";
import { paths } from "../../lib/paths";
import { useRoom } from "../room/room-context";
import { IconButton } from "../ui/icon-button";
import { Menu, type MenuItem } from "../ui/menu";

export type EntryAction = "star" | "edit" | "later" | "pin" | "history" | "link" | "delete" | "restore" | "redact" | "rule-out" | "confirm" | "reopen";

/** What is done more rarely with an entry. */
export function EntryMenu({ entry, mayRedact, onAct }: { entry: Entry; mayRedact: boolean; onAct(entry: Entry, action: EntryAction): void }) {
  const { incidentRef } = useRoom();
  const item = (action: EntryAction, label: string, more: Partial<MenuItem> = {}): MenuItem => ({ label, onSelect: () => onAct(entry, action), ...more });
  const state = entry.kind === "hypothesis" ? (entry.data.state ?? "open") : null;
  const items: (MenuItem | null)[] = [
    ...(state === "open" ? [item("rule-out", "Rule out …"), item("confirm", "Confirm"), null] : []),
    ...(state === "ruled_out" || state === "confirmed" ? [item("reopen", "Open the theory again"), null] : []),
    item("later", entry.knownLater ? "It was known then" : "Known only later"),
    item("pin", "Pin a milestone …"),
    { label: "Make an action item", href: paths.incidentActions(incidentRef, { new: 1, entry: entry.id }) },
    item("link", "Copy the link"),
    ...(entry.editedAt ? [item("history", "What it said before")] : []),
    null,
    item("delete", "Delete", { danger: true }),
    ...(mayRedact ? [item("redact", "Redact …", { danger: true, hint: "Purge a secret, also from history and search" })] : []),
  ];
  return (
    <Menu
      label="This entry"
      align="end"
      trigger={(anchor) => <IconButton size="sm" label="More" icon={<Ellipsis aria-hidden />} {...anchor} />}
      items={items}
    />
  );
}
