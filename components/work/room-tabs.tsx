"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import Link from "next/link";
import { type ListName, type Lists, listKey } from "../../lib/live/lists";
import { paths } from "../../lib/paths";
import type { SideCounts } from "../../lib/sides/schema";

export type RoomTab = "room" | "changes" | "factors" | "actions" | "postmortem";

interface Props {
  incidentRef: string;
  current: RoomTab;
  /** As they were when the page was made; what is loaded since counts itself. */
  counts: SideCounts;
}

/** The sides of one incident, each an address: the room, what changed, what combined, what follows, and what is written about it. */
export function RoomTabs({ incidentRef, current, counts }: Props) {
  const changes = useHowMany("changes", incidentRef) ?? counts.changes;
  const factors = useHowMany("factors", incidentRef) ?? counts.factors;
  const actions = useHowMany("actions", incidentRef) ?? counts.actions;
  const tabs = [
    ["room", "Room", paths.incident(incidentRef), 0],
    ["changes", "changed", paths.incidentChanges(incidentRef), changes],
    ["factors", "combined", paths.incidentFactors(incidentRef), factors],
    ["actions", "follows", paths.incidentActions(incidentRef), actions],
    ["postmortem", "Post-mortem", paths.draft(incidentRef), counts.postmortem],
  ] as const;
  return (
    <nav
      aria-label="Sides of this incident"
      className="relative flex gap-x-5 overflow-x-auto max-sm:justify-between max-sm:gap-x-2 border-line max-sm:text-13 border-b [scrollbar-width:none] print:hidden"
    >
      {tabs.map(([tab, label, href, count]) => (
        <Link
          key={tab}
          href={href}
          prefetch={false}
          aria-current={tab === current ? "page" : undefined}
          className={clsx(
            "relative -mb-px whitespace-nowrap border-b-2 py-2 -outline-offset-2!",
            tab === current ? "border-accent font-[550] text-ink" : "border-transparent text-soft hover:text-ink",
          )}
        >
          {/* All four fit a phone when the first word is only heard. */}
          {tab === "room" || tab === "postmortem" ? null : <span className="max-sm:sr-only">What </span>}
          <span className={tab === "room" || tab === "postmortem" ? undefined : "max-sm:capitalize"}>{label}</span>
          {count ? <span className={clsx("font-normal text-soft tabular-nums", tab === "postmortem" && "max-sm:sr-only")}> {count}</span> : null}
        </Link>
      ))}
    </nav>
  );
}

/** How long a list is that a side has loaded; it is not loaded for its number's sake. */
const useHowMany = (name: ListName, ref: string) => useQuery<Lists[ListName]>({ queryKey: listKey(name, ref), queryFn: skipToken }).data?.items.length;
